import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { runInThisContext } from 'node:vm';
import { build } from 'esbuild';

const { packedWords } = createRequire(join(process.cwd(), 'package.json'))('./scripts/build/pack-words.js');

describe('packed word lists', () => {
  it('equal the lists of their libraries, in less space', async () => {
    const names = ['character-entities', 'dale-chall', 'spache'];
    const bundled = async (plugins: unknown[]): Promise<string> => {
      const { outputFiles } = await build({
        stdin: {
          contents: names.map((name) => `export * from '${name}';`).join('\n'),
          resolveDir: process.cwd(),
        },
        bundle: true,
        minify: true,
        write: false,
        format: 'iife',
        globalName: 'lists',
        plugins: plugins as [],
      });
      return outputFiles[0]?.text ?? '';
    };
    const [packed, plain] = [await bundled([packedWords]), await bundled([])];
    const listsOf = (code: string) => runInThisContext(`(() => { ${code}; return { ...lists }; })()`);
    assert.deepEqual(listsOf(packed), listsOf(plain));
    assert.ok(listsOf(plain).daleChall.includes('acorn'));
    assert.ok(packed.length < plain.length * 0.75);
  });
});
