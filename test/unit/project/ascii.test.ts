import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';

const { asciiOf } = createRequire(join(process.cwd(), 'package.json'))('./scripts/build/ascii.js') as {
  asciiOf(script: string): string;
};

describe('a script of the build in ASCII', () => {
  it('means the same in patterns, texts and names', () => {
    const script = 'let é = "…😀"; [/[“😀]/u.exec(é)?.[0], /^…+/.test(é), é + "😀", /“|…/.source.length]';
    const ascii = asciiOf(script);
    assert.match(ascii, /^[\0-\x7f]+$/);
    assert.deepEqual(
      { ...(runInNewContext(ascii) as unknown[]) },
      { 0: '😀', 1: true, 2: '…😀😀', 3: '\\u201c|\\u2026'.length },
    );
  });

  it('is refused where a backslash would escape the escape', () => {
    assert.throws(() => asciiOf('/a\\“b/u'), /Write this without a backslash .*\/a\\“$/);
  });
});
