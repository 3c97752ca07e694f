import assert from 'node:assert/strict';
import { resolve } from 'node:path';
import type { CommandIo } from '../../../src/cli/command';
import { NodeFiles } from '../../../src/files/node-files';
import { recordsFolder } from '../../../src/history/records-folder';
import { runIn } from '../support/cli';

/** Runs `purpose` on the project's own files. */
async function run(args: readonly string[], io: Partial<CommandIo> = {}) {
  let out = '';
  const { code, err } = await runIn({}, args, '', {
    files: new NodeFiles(),
    cwd: resolve('.').replaceAll('\\', '/'),
    out: (text) => {
      out += text;
    },
    ...io,
  });
  return { code, out, err };
}

describe('our own purpose', () => {
  it('leaves the linter nothing to ask', async () => {
    // `runIn` uses a fixed clock, so that an overdue review cannot break the tests of an old commit.
    const { code, out, err } = await run(['lint', '--fail-on', 'info', 'PURPOSE.purpose.md']);
    assert.deepEqual([code, err], [0, ''], out);
    assert.match(out, /Nothing to ask/);
  });

  it('says the same in every copy', async () => {
    const { code, out, err } = await run(['share', '--check', 'README.md', 'PURPOSE.purpose.md']);
    assert.deepEqual([code, out, err], [0, '1 copy in 1 file: all up to date.\n', '']);
  });

  it('has only readable records, and one of the current statement', async () => {
    const { code, out, err } = await run(['history', '--format', 'json', 'PURPOSE.purpose.md']);
    assert.equal(code, 0, err);
    const files = new NodeFiles();
    const found = await files.list(recordsFolder(`${resolve('.').replaceAll('\\', '/')}/PURPOSE.purpose.md`));
    const { entries, unreadable = [] } = JSON.parse(out) as {
      entries: { kind: string; author: string }[];
      unreadable?: unknown[];
    };
    assert.deepEqual(unreadable, []);
    assert.ok(found.length > 0);
    const looked = entries.filter(({ kind }) => kind === 'note' || kind === 'reaffirm');
    assert.ok(looked.length >= 2 && looked.every(({ author }) => author !== ''));
    assert.ok(!entries.some(({ kind }) => kind === 'working'), 'the statement is as it was last recorded');
  });
});
