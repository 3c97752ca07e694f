import assert from 'node:assert/strict';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCached } from '../../../src/cli/code-cache';

const require = createRequire(import.meta.url);
const heard: string[] = [];
Object.assign(globalThis, { heardByCodeCache: heard });
const program = (said: string) => `globalThis.heardByCodeCache.push(${JSON.stringify(said)} + __dirname);`;

describe('The cache of compiled code', () => {
  let root = '';
  let folder = '';
  let file = '';
  /** Runs the file in a process that ends with a code; returns whether it ran from compiled code. */
  const run = (code = 0): boolean => {
    const last: ((code: number) => void)[] = [];
    const isCached = runCached(file, require, folder, (work) => last.push(work));
    for (const work of last) work(code);
    return isCached;
  };
  const kept = () => readdirSync(folder).sort();
  const only = (): string => {
    const [name = '', ...more] = kept();
    assert.deepEqual(more, []);
    return join(folder, name);
  };

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'purpose-code-'));
    folder = join(root, 'cache');
    mkdirSync(folder);
    file = join(root, 'cli-x.cjs');
    writeFileSync(file, program('one'));
    heard.splice(0);
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  it('is used from the second run on, with the same effect', () => {
    assert.equal(run(), false);
    assert.match(only(), /cli-x\.cjs-[0-9a-f]{64}-\d+\.bin$/);
    assert.equal(run(1), true);
    assert.deepEqual(heard, [`one${root}`, `one${root}`]);
  });

  it('is not used for another text of the same length', () => {
    run();
    writeFileSync(file, program('two'));
    assert.equal(run(), false);
    assert.deepEqual(heard, [`one${root}`, `two${root}`]);
    assert.equal(run(), true);
  });

  it('is of any text, not only of ASCII', () => {
    writeFileSync(file, program('één'));
    run();
    assert.equal(run(), true);
    assert.deepEqual(heard, [`één${root}`, `één${root}`]);
  });

  it('is not used if it is damaged, and is written again', () => {
    run();
    const path = only();
    const whole = readFileSync(path);
    const flipped = Buffer.from(whole);
    const middle = whole.length >> 1;
    flipped[middle] = 0xff ^ (whole[middle] ?? 0);
    for (const bytes of [flipped, whole.subarray(0, middle), Buffer.alloc(whole.length), Buffer.alloc(0)]) {
      writeFileSync(path, bytes);
      assert.equal(run(), false);
      assert.equal(run(), true);
    }
    assert.equal(heard.length, 9);
  });

  it('is not written after a command that could not begin its work', () => {
    run(2);
    assert.deepEqual(kept(), []);
  });

  it('is one that only the user can read, and of no more than eight files', () => {
    for (let at = 0; at < 9; at++) {
      const old = join(folder, `cli-x.cjs-${at}.bin`);
      writeFileSync(old, '');
      utimesSync(old, at + 1, at + 1);
    }
    run();
    assert.equal(kept().length, 8);
    assert.ok(!kept().includes('cli-x.cjs-0.bin') && !kept().includes('cli-x.cjs-1.bin'));
    const written = kept().find((name) => /-[0-9a-f]{64}-/.test(name)) ?? '';
    if (process.platform !== 'win32') assert.equal(statSync(join(folder, written)).mode & 0o777, 0o600);
  });

  it('is not needed: a folder that is gone changes nothing', () => {
    rmSync(folder, { recursive: true });
    assert.equal(run(), false);
    assert.deepEqual(heard, [`one${root}`]);
  });
});
