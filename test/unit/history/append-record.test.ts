import assert from 'node:assert/strict';
import { appendRecord, type RecordDraft } from '../../../src/history/append-record';
import { readRecords } from '../../../src/history/read-records';
import { MemoryFiles } from '../support/memory-files';

const PATH = '/a/team.purpose.md';

function draft(note: string, time = '2026-11-22T15:04:12.000Z'): RecordDraft {
  return { time, author: 'Zoë', type: 'note', statement: 'We run.', note };
}

describe('a new record', () => {
  it('keeps the records of a purpose beside it, one file each, named by time and change', async () => {
    const files = new MemoryFiles();
    await appendRecord(files, PATH, { ...draft('a'), type: 'refine', change: 'trim' }, () => '4f2a');
    await appendRecord(files, '/a/PLAIN.md', draft('b'), () => '4f2a');
    assert.deepEqual(files.paths, [
      '/a/.purpose/PLAIN.md/2026-11-22T150412Z-note-4f2a.md',
      '/a/.purpose/team/2026-11-22T150412Z-trim-4f2a.md',
    ]);
  });

  it('uses another name if the first is taken, and changes no existing file', async () => {
    const files = new MemoryFiles();
    const names = ['aaaa', 'aaaa', 'bbbb'];
    const random = () => names.shift() ?? 'cccc';
    const first = await appendRecord(files, PATH, draft('first'), random);
    const second = await appendRecord(files, PATH, draft('second'), random);
    assert.ok(first.id.endsWith('aaaa') && second.id.endsWith('bbbb'));
    const { records } = await readRecords(files, PATH);
    assert.deepEqual(
      records.map(({ note }) => note),
      ['first', 'second'],
    );
  });

  it('fails with a clear error if no name is free', async () => {
    const files = new MemoryFiles();
    await appendRecord(files, PATH, draft('first'), () => 'aaaa');
    await assert.rejects(
      appendRecord(files, PATH, draft('second'), () => 'aaaa'),
      /something is there already/,
    );
  });
});
