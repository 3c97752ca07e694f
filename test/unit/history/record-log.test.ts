import assert from 'node:assert/strict';
import { appendRecord } from '../../../src/history/append-record';
import { Recorder } from '../../../src/history/recorder';
import { recordsFolder } from '../../../src/history/records-folder';
import { MemoryFiles } from '../support/memory-files';

const PATH = '/a/team.purpose.md';
const time = (at: number) => new Date(Date.UTC(2020, 0, 1) + at * 3_600_000).toISOString();

/** Counts how many records are read. */
class CountedFiles extends MemoryFiles {
  records = 0;

  override read(path: string, most?: number): Promise<Uint8Array> {
    if (path.startsWith(recordsFolder(PATH))) this.records++;
    return super.read(path, most);
  }
}

describe('the log of records', () => {
  for (const count of [10, 1000]) {
    it(`is read no further than its end for a note and a save, of ${count} records`, async () => {
      const files = new CountedFiles({ [PATH]: `> We mend ${count - 1} bicycles.\n` });
      for (let at = 0; at < count; at++) {
        const statement = `We mend ${at} bicycles.`;
        await appendRecord(files, PATH, {
          time: time(at),
          author: 'Ada',
          type: 'refine',
          statement,
          note: '',
        });
      }
      const recorder = new Recorder({
        files,
        now: () => new Date(time(count)),
        figuresOf: () => ({ grade: 0, vague: 0, words: 0 }),
        authorOf: async () => 'Ada',
      });
      for (const type of ['note', 'reaffirm', 'pivot'] as const) {
        files.records = 0;
        await recorder.recordEntry(PATH, { type });
        assert.ok(files.records <= 20, `${type}: ${files.records} records read`);
      }
      files.records = 0;
      await recorder.beforeSave(PATH, '> We mend cars.\n');
      await files.write(PATH, new TextEncoder().encode('> We mend cars.\n'));
      await recorder.saved(PATH, '> We mend cars.\n');
      assert.ok(files.records <= 20, `save: ${files.records} records read`);
    });
  }
});
