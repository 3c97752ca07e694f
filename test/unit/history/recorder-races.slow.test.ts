import assert from 'node:assert/strict';
import fc from 'fast-check';
import { FileError } from '../../../src/files/file-access';
import { readRecords } from '../../../src/history/read-records';
import { Recorder } from '../../../src/history/recorder';
import { MemoryFiles } from '../support/memory-files';
import { PATH, textOf } from './recorder-world';

const FOUND = 'We mend bicycles with children in Leith.';

/** Files of one disk as seen by one process: other processes act before each of its operations. */
function inProcess(files: MemoryFiles, turn: () => Promise<unknown>): MemoryFiles {
  return new Proxy(files, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name, target);
      if (typeof value !== 'function') return value;
      return async (...given: unknown[]) => {
        await turn();
        return Reflect.apply(value, target, given);
      };
    },
  });
}

function recorderFor(
  author: string,
  files: MemoryFiles,
  named: Promise<unknown> = Promise.resolve(),
): Recorder {
  return new Recorder({
    files,
    now: () => new Date('2026-11-22T12:00:00Z'),
    figuresOf: () => ({ grade: 1, vague: 0, words: 5 }),
    authorOf: () => named.then(() => author),
  });
}

/** Runs something in eight processes on one file at once, with file operations in any order. */
function eightAtOnce(
  act: (recorder: Recorder, number: number, files: MemoryFiles) => Promise<unknown>,
  check: (files: MemoryFiles) => Promise<void>,
): Promise<void> {
  return fc.assert(
    fc.asyncProperty(fc.scheduler(), async (scheduler) => {
      const files = new MemoryFiles({ [PATH]: textOf(FOUND) });
      const processes = Array.from({ length: 8 }, (_, number) => {
        const own = inProcess(files, () => scheduler.schedule(Promise.resolve()));
        return act(recorderFor(`Writer ${number}`, own), number, files);
      });
      await scheduler.waitFor(Promise.all(processes));
      await check(files);
    }),
    { numRuns: 60 },
  );
}

describe('several processes that record at once', () => {
  it('record the wording that they found once, and every note', () =>
    eightAtOnce(
      (recorder, number) => recorder.recordEntry(PATH, { type: 'note', fit: 'fits', note: `Note ${number}` }),
      async (files) => {
        const { records, unreadable } = await readRecords(files, PATH);
        assert.deepEqual(unreadable, []);
        assert.equal(records.filter(({ type }) => type === 'refine').length, 1);
        assert.equal(new Set(records.map(({ note }) => note).filter(Boolean)).size, 8);
      },
    ));

  it('keep every wording that one saves over the other', () =>
    eightAtOnce(
      async (recorder, number, files) => {
        const text = textOf(`We mend bicycles, says writer ${number}.`);
        await recorder.beforeSave(PATH, text);
        await files.write(PATH, new TextEncoder().encode(text));
        await recorder.saved(PATH, text);
      },
      async (files) => {
        const { records } = await readRecords(files, PATH);
        const kept = new Set(
          records.flatMap(({ statement, earlier = [] }) => [
            statement,
            ...earlier.map((wording) => wording.statement),
          ]),
        );
        assert.ok(kept.has(FOUND));
        for (let number = 0; number < 8; number++)
          assert.ok(kept.has(`We mend bicycles, says writer ${number}.`));
        assert.equal(kept.size, 9);
      },
    ));
});

describe('a file that a command creates and its author saves at once', () => {
  it('has its first wording in history once, whichever the recorder hears of first', () =>
    fc.assert(
      fc.asyncProperty(fc.scheduler(), async (scheduler) => {
        const disk = new MemoryFiles({ [PATH]: textOf(FOUND) });
        const files = inProcess(disk, () => scheduler.schedule(Promise.resolve()));
        const recorder = recorderFor('Ana', files);
        const text = `${textOf(FOUND)}A story.\n`;
        const save = async () => {
          await scheduler.schedule(Promise.resolve());
          const before = recorder.beforeSave(PATH, text);
          await scheduler.schedule(Promise.resolve());
          await disk.write(PATH, new TextEncoder().encode(text));
          await Promise.all([before, recorder.saved(PATH, text)]);
        };
        const create = async () => {
          await scheduler.schedule(Promise.resolve());
          await recorder.created(PATH, textOf(FOUND));
        };
        await scheduler.waitFor(Promise.all([recorder.opened(PATH), create(), save()]));
        const { records } = await readRecords(disk, PATH);
        assert.deepEqual(
          records.map(({ author, statement }) => [author, statement]),
          [['Ana', FOUND]],
        );
      }),
      { numRuns: 200 },
    ));
});

describe('a save that the file watcher reports first', () => {
  it('is still recorded with its author', async () => {
    const files = new MemoryFiles({ [PATH]: textOf(FOUND) });
    const recorder = recorderFor('Ana', files);
    const text = textOf('We mend bicycles.');
    await recorder.opened(PATH);
    await recorder.beforeSave(PATH, text);
    await files.write(PATH, new TextEncoder().encode(text));
    await recorder.opened(PATH);
    await recorder.saved(PATH, text);
    const { records } = await readRecords(files, PATH);
    assert.deepEqual(
      records.map(({ author, found, statement }) => [author, found, statement]),
      [
        ['', 'file', FOUND],
        ['Ana', undefined, 'We mend bicycles.'],
      ],
    );
  });
});

describe('a save that does not wait for the recorder', () => {
  const NOW = 'We mend bicycles.';
  const recorded = async (files: MemoryFiles) =>
    (await readRecords(files, PATH)).records.map(({ author, found, statement }) => [
      author,
      found,
      statement,
    ]);
  const both = [
    ['', 'file', FOUND],
    ['Ana', undefined, NOW],
  ];

  it('is recorded, and the wording that it replaced, however late the file is read', () =>
    fc.assert(
      fc.asyncProperty(fc.scheduler(), async (scheduler) => {
        const disk = new MemoryFiles({ [PATH]: textOf(FOUND) });
        let isSlow = false;
        const turn = async () => isSlow && scheduler.schedule(Promise.resolve());
        const recorder = recorderFor('Ana', inProcess(disk, turn));
        await recorder.opened(PATH);
        isSlow = true;
        const text = textOf(NOW);
        const before = recorder.beforeSave(PATH, text);
        const save = scheduler
          .schedule(Promise.resolve())
          .then(() => disk.write(PATH, new TextEncoder().encode(text)))
          .then(() => recorder.saved(PATH, text));
        await scheduler.waitFor(Promise.all([before, save]));
        assert.deepEqual(await recorded(disk), both);
      }),
      { numRuns: 100 },
    ));

  it('is recorded if the file was opened a moment ago and is still being read', async () => {
    let answer = () => {};
    const answered = new Promise<void>((resolve) => {
      answer = resolve;
    });
    // A file system that reads at once and answers late.
    const files = new (class extends MemoryFiles {
      override async read(path: string): Promise<Uint8Array> {
        const bytes = await super.read(path);
        await answered;
        return bytes;
      }
    })({ [PATH]: textOf(FOUND) });
    const recorder = recorderFor('Ana', files);
    const text = textOf(NOW);
    const opened = recorder.opened(PATH);
    const before = recorder.beforeSave(PATH, text);
    // Both have asked for the content.
    await new Promise((resolve) => setImmediate(resolve));
    await files.write(PATH, new TextEncoder().encode(text));
    answer();
    await Promise.all([opened, before, recorder.saved(PATH, text)]);
    assert.deepEqual(await recorded(files), both);
  });

  it('is recorded with its author while git still looks for the name of the one before it', async () => {
    const files = new MemoryFiles({ [PATH]: textOf(FOUND) });
    let name = () => {};
    const recorder = recorderFor('Ana', files, new Promise<void>((resolve) => (name = resolve)));
    const saves: Promise<unknown>[] = [];
    for (const statement of ['We mend bicycles.', 'We mend.']) {
      const text = textOf(statement);
      saves.push(recorder.beforeSave(PATH, text));
      // The editor has waited long enough: it writes the file while git is still looking for the author's name.
      await new Promise(setImmediate);
      await files.write(PATH, new TextEncoder().encode(text));
      saves.push(recorder.saved(PATH, text));
    }
    name();
    await Promise.all(saves);
    const { records } = await readRecords(files, PATH);
    assert.deepEqual(
      records.map(({ author, found, statement, earlier }) => [
        author,
        found,
        statement,
        earlier?.map((wording) => wording.statement),
      ]),
      [
        ['', 'file', FOUND, undefined],
        ['Ana', undefined, 'We mend.', ['We mend bicycles.']],
      ],
    );
  });
});

describe('a recorder that cannot write for a while', () => {
  it('records what was replaced meanwhile as soon as it can', async () => {
    const disk = new MemoryFiles({ [PATH]: textOf(FOUND) });
    let isFull = true;
    const files = new Proxy(disk, {
      get(target, name) {
        const value: unknown = Reflect.get(target, name, target);
        if (typeof value !== 'function') return value;
        return async (...given: unknown[]) => {
          if (isFull && name === 'create') throw new FileError('unwritable', PATH, 'The disk is full.');
          return Reflect.apply(value, target, given);
        };
      },
    });
    const recorder = recorderFor('Ana', files);
    const save = async (statement: string) => {
      const text = textOf(statement);
      await recorder.beforeSave(PATH, text).catch(() => undefined);
      await disk.write(PATH, new TextEncoder().encode(text));
      await recorder.saved(PATH, text).catch(() => undefined);
    };
    await save('We mend bicycles.');
    assert.deepEqual((await readRecords(disk, PATH)).records, []);
    isFull = false;
    await save('We mend.');
    const { records } = await readRecords(disk, PATH);
    const wordings = records.flatMap(({ statement, earlier = [] }) => [
      statement,
      ...earlier.map((wording) => wording.statement),
    ]);
    assert.deepEqual(wordings.sort(), [FOUND, 'We mend bicycles.', 'We mend.'].sort());
  });
});
