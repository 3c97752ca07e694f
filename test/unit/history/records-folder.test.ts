import assert from 'node:assert/strict';
import { appendRecord, type RecordDraft } from '../../../src/history/append-record';
import { readRecords } from '../../../src/history/read-records';
import { moveRecords } from '../../../src/history/records-folder';
import { MemoryFiles } from '../support/memory-files';

const PATH = '/a/team.purpose.md';

function draft(note: string, time = '2026-11-22T15:04:12.000Z'): RecordDraft {
  return { time, author: 'Zoë', type: 'note', statement: 'We run.', note };
}

describe('a folder of records', () => {
  it('brings records along when the purpose file is renamed', async () => {
    const files = new MemoryFiles();
    await appendRecord(files, PATH, draft('a'));
    assert.equal(await moveRecords(files, PATH, '/b/crew.purpose.md'), 1);
    assert.equal(await moveRecords(files, PATH, '/b/crew.purpose.md'), 0);
    assert.equal((await readRecords(files, '/b/crew.purpose.md')).records[0]?.note, 'a');
    assert.equal(files.paths.length, 1);
  });

  it('takes the answers of a purpose along, also into those of the new name', async () => {
    const files = new MemoryFiles({
      '/a/.purpose/team/heard/2026-11/11111111.md': 'one',
      '/a/.purpose/crew/heard/2026-10/22222222.md': 'two',
      '/a/.purpose/crew/heard/2026-11/33333333.md': 'three',
    });
    assert.equal(await moveRecords(files, PATH, '/a/crew.purpose.md'), 1);
    assert.deepEqual(files.paths, [
      '/a/.purpose/crew/heard/2026-10/22222222.md',
      '/a/.purpose/crew/heard/2026-11/11111111.md',
      '/a/.purpose/crew/heard/2026-11/33333333.md',
    ]);
  });

  it('keeps both histories if the new name has one, even of equal file names', async () => {
    const files = new MemoryFiles();
    await appendRecord(files, PATH, draft('team'), () => 'aaaa');
    await appendRecord(files, PATH, draft('team, too'), () => 'bbbb');
    await appendRecord(files, '/a/crew.purpose.md', draft('crew'), () => 'aaaa');
    assert.equal(await moveRecords(files, PATH, '/a/crew.purpose.md'), 1);
    const notes = async (path: string) => (await readRecords(files, path)).records.map(({ note }) => note);
    assert.deepEqual(await notes('/a/crew.purpose.md'), ['crew', 'team, too']);
    assert.deepEqual(await notes(PATH), ['team']);
  });
});
