import assert from 'node:assert/strict';
import { fork } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { NodeFiles } from '../../../src/files/node-files';
import { appendRecord, type RecordDraft } from '../../../src/history/append-record';
import { readRecords } from '../../../src/history/read-records';

function draft(note: string): RecordDraft {
  return { time: '2026-11-22T15:04:12.000Z', author: 'Zoë', type: 'note', statement: 'We run.', note };
}

/** Runs in a child process that is started from this file. */
async function writeMany(purposePath: string, name: string): Promise<void> {
  const files = new NodeFiles();
  for (let at = 0; at < 500; at++) {
    const { note } = await appendRecord(files, purposePath, draft(`${name} ${at}`));
    process.send?.(note);
  }
}

const task = process.env.PURPOSE_TEST_WRITER;
if (task !== undefined) {
  const [path = '', name = ''] = JSON.parse(task) as string[];
  await writeMany(path, name);
} else describeProcesses();

function describeProcesses(): void {
  describe('new records, written by processes', () => {
    it('keeps every earlier record whole when its process is killed at any moment', async () => {
      const folder = await mkdtemp(`${tmpdir()}/purpose-`);
      try {
        const path = `${folder}/team.purpose.md`;
        for (const records of [1, 7, 23]) {
          const env = { ...process.env, PURPOSE_TEST_WRITER: JSON.stringify([path, `run ${records}`]) };
          const child = fork(fileURLToPath(import.meta.url), { env, execArgv: [] });
          const told: string[] = [];
          await new Promise<void>((resolve, reject) => {
            child.on('message', (note) => {
              if (told.push(String(note)) === records) child.kill('SIGKILL');
            });
            child.on('exit', () => resolve()).on('error', reject);
          });
          assert.ok(child.signalCode === 'SIGKILL' && told.length >= records);
          const read = await readRecords(new NodeFiles(), path);
          const notes = new Set(read.records.map(({ note }) => note));
          for (const note of told) assert.ok(notes.has(note), note);
          // Records that were being written may be torn; they are reported and block nothing.
          assert.ok(read.unreadable.length <= 3, JSON.stringify(read.unreadable));
        }
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    });

    it('keeps all records of two processes that write 500 each at once', async () => {
      const folder = await mkdtemp(`${tmpdir()}/purpose-`);
      try {
        const path = `${folder}/team.purpose.md`;
        const writer = (name: string) =>
          new Promise<number | null>((resolve, reject) => {
            const env = { ...process.env, PURPOSE_TEST_WRITER: JSON.stringify([path, name]) };
            fork(fileURLToPath(import.meta.url), { env, execArgv: [] })
              .on('exit', resolve)
              .on('error', reject);
          });
        assert.deepEqual(await Promise.all([writer('one'), writer('two')]), [0, 0]);
        const { records, unreadable } = await readRecords(new NodeFiles(), path);
        assert.deepEqual(unreadable, []);
        const notes = new Set(records.map(({ note }) => note));
        assert.equal(notes.size, 1000);
        assert.equal(new Set(records.map(({ id }) => id)).size, 1000);
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    });
  });
}
