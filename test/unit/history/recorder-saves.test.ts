import assert from 'node:assert/strict';
import { WrittenText } from '../../../src/editor/history/written-text';
import { readRecords } from '../../../src/history/read-records';
import { OtherWordingError, Recorder } from '../../../src/history/recorder';
import { moveRecords } from '../../../src/history/records-folder';
import { MemoryFiles } from '../support/memory-files';
import { PATH, textOf } from './recorder-world';

const OLD = 'We mend bicycles with children in Leith.';
const NEW = 'We lend bicycles to nurses.';
const THIRD = 'Bread for sailors.';
const OTHER = '/a/other.purpose.md';

/** Files that several editor windows, each with a recorder, save one after the other, a second apart. */
class Desk {
  readonly files: MemoryFiles;
  #now = Date.UTC(2026, 10, 22, 12);

  constructor(texts: Readonly<Record<string, string>> = { [PATH]: textOf(OLD) }) {
    this.files = new MemoryFiles(texts, () => this.#now);
  }

  async window(author: string): Promise<Recorder> {
    const recorder = new Recorder({
      files: this.files,
      now: () => new Date(this.#now),
      figuresOf: () => ({ grade: 1, vague: 0, words: 5 }),
      authorOf: async () => author,
    });
    await recorder.opened(PATH);
    return recorder;
  }

  async write(statement: string, path = PATH): Promise<void> {
    this.#now += 1000;
    await this.files.write(path, new TextEncoder().encode(textOf(statement)));
  }

  async save(recorder: Recorder, statement: string, how: 'asked' | 'automatic' = 'asked', path = PATH) {
    await recorder.beforeSave(path, textOf(statement));
    await this.write(statement, path);
    await recorder.saved(path, textOf(statement), how === 'automatic');
  }

  /** Each recorded wording with its author, oldest first; those of an edit session before its last one. */
  async wordings(path = PATH): Promise<string[]> {
    const { records, unreadable } = await readRecords(this.files, path);
    assert.deepEqual(unreadable, []);
    return records.flatMap(({ author, statement, earlier = [] }) =>
      [...[...earlier].reverse().map((one) => one.statement), statement].map((one) => `${author}: ${one}`),
    );
  }
}

describe('what an editor does with a purpose file', () => {
  it('hot exit: text that was never saved is in no record, before and after the restart', async () => {
    const desk = new Desk();
    await desk.window('Ana');
    const restarted = await desk.window('Ana');
    assert.deepEqual(await desk.wordings(), []);
    await restarted.recordEntry(PATH, { type: 'note', note: 'Fits.' });
    assert.deepEqual(await desk.wordings(), [`: ${OLD}`, `Ana: ${OLD}`]);
    await desk.save(restarted, NEW);
    assert.deepEqual(await desk.wordings(), [`: ${OLD}`, `Ana: ${OLD}`, `Ana: ${NEW}`]);
  });

  it('an entry is about the wording that the user was asked about, or is not recorded', async () => {
    const desk = new Desk();
    const recorder = await desk.window('Ana');
    await desk.save(recorder, NEW, 'automatic');
    const keep = recorder.recordEntry(PATH, { type: 'keep' }, { plain: OLD });
    await assert.rejects(keep, OtherWordingError);
    assert.deepEqual(await desk.wordings(), [`: ${OLD}`]);
    await recorder.recordEntry(PATH, { type: 'keep' }, { plain: NEW });
    assert.deepEqual(await desk.wordings(), [`: ${OLD}`, `Ana: ${NEW}`, `Ana: ${NEW}`]);
  });

  it('auto-save: only the wording that came to rest is recorded, also if the file is closed before', async () => {
    const desk = new Desk();
    const recorder = await desk.window('Ana');
    for (const statement of ['We lend.', 'We lend bicycles.', NEW])
      await desk.save(recorder, statement, 'automatic');
    assert.deepEqual(await desk.wordings(), [`: ${OLD}`]);
    await recorder.closed(PATH);
    assert.deepEqual(await desk.wordings(), [`: ${OLD}`, `Ana: ${NEW}`]);
  });

  for (const order of ['first', 'last'] as const)
    it(`a rename right after an automatic save takes its wording along, closed ${order}`, async () => {
      const desk = new Desk();
      const recorder = await desk.window('Ana');
      await desk.save(recorder, NEW, 'automatic');
      await desk.files.rename(PATH, OTHER);
      const events = [
        () => recorder.renamed(PATH, () => moveRecords(desk.files, PATH, OTHER)),
        () => recorder.closed(PATH),
      ];
      if (order === 'first') events.reverse();
      await Promise.all(events.map((happens) => happens()));
      assert.deepEqual(await desk.wordings(), []);
      assert.deepEqual(await desk.wordings(OTHER), [`: ${OLD}`, `Ana: ${NEW}`]);
    });

  it('another encoding than UTF-8: no garbled wording is recorded', async () => {
    const desk = new Desk();
    const recorder = await desk.window('Ana');
    const writeLatin = (statement: string) =>
      desk.files.write(PATH, Buffer.from(textOf(statement), 'latin1'));
    await writeLatin('Wir flicken Räder für Mädchen.');
    await recorder.opened(PATH);
    await recorder.beforeSave(PATH, textOf('Wir flicken Räder.'));
    await writeLatin('Wir flicken Räder.');
    await recorder.saved(PATH, textOf('Wir flicken Räder.'));
    assert.deepEqual(await desk.wordings(), ['Ana: Wir flicken Räder.']);
    await assert.rejects(recorder.recordEntry(PATH, { type: 'keep' }), /not in UTF-8/);
  });

  it('another language mode, which closes and opens the file: what is on disk is known', async () => {
    const desk = new Desk();
    const recorder = await desk.window('Ana');
    await Promise.all([recorder.closed(PATH), recorder.opened(PATH)]);
    await desk.write(NEW);
    await recorder.saved(PATH, textOf(NEW));
    assert.deepEqual(await desk.wordings(), [`: ${OLD}`, `Ana: ${NEW}`]);
  });

  it('auto-save: a half-typed wording is not recorded if the file watcher reports the next save first', async () => {
    const desk = new Desk();
    const recorder = await desk.window('Ana');
    await desk.save(recorder, 'We lend bicy', 'automatic');
    await recorder.beforeSave(PATH, textOf(NEW));
    await desk.write(NEW);
    await recorder.opened(PATH);
    await recorder.saved(PATH, textOf(NEW), true);
    await recorder.settled(PATH);
    assert.deepEqual(await desk.wordings(), [`: ${OLD}`, `Ana: ${NEW}`]);
  });

  it('two windows: each wording is recorded once, for the one who saved it', async () => {
    const desk = new Desk();
    const [ana, bo] = [await desk.window('Ana'), await desk.window('Bo')];
    await desk.save(ana, NEW);
    await bo.opened(PATH);
    await desk.save(bo, THIRD);
    await ana.opened(PATH);
    await desk.save(ana, OLD);
    assert.deepEqual(await desk.wordings(), [`: ${OLD}`, `Ana: ${NEW}`, `Bo: ${THIRD}`, `Ana: ${OLD}`]);
  });

  it('Save As: a new file begins a new history, and the old file keeps its wording on disk', async () => {
    const desk = new Desk();
    const recorder = await desk.window('Ana');
    await desk.save(recorder, NEW, 'asked', OTHER);
    assert.deepEqual(await desk.wordings(OTHER), [`Ana: ${NEW}`]);
    assert.deepEqual(await desk.wordings(), []);
  });

  it('Save As over another purpose: what it replaces is recorded first', async () => {
    const desk = new Desk({ [PATH]: textOf(OLD), [OTHER]: textOf(THIRD) });
    const recorder = await desk.window('Ana');
    await desk.save(recorder, OLD, 'asked', OTHER);
    assert.deepEqual(await desk.wordings(OTHER), [`: ${THIRD}`, `Ana: ${OLD}`]);
  });

  it('typing during the write: what is on disk is recorded, not what was typed', async () => {
    const desk = new Desk();
    const recorder = await desk.window('Ana');
    const written = new WrittenText();
    const document = { version: 1, text: textOf(NEW), getText: () => document.text };
    written.willSave(document);
    await recorder.beforeSave(PATH, document.text);
    await desk.write(NEW);
    Object.assign(document, { version: 2, text: textOf('We lend bicycles to nurses and') });
    await recorder.saved(PATH, written.saved(document));
    await desk.save(recorder, THIRD);
    assert.deepEqual(await desk.wordings(), [`: ${OLD}`, `Ana: ${NEW}`, `Ana: ${THIRD}`]);
  });

  it('a crash between save and record: the next save records the wording as found', async () => {
    const desk = new Desk();
    const crashing = await desk.window('Ana');
    await crashing.beforeSave(PATH, textOf(NEW));
    await desk.write(NEW);
    const restarted = await desk.window('Ana');
    await desk.save(restarted, THIRD);
    assert.deepEqual(await desk.wordings(), [`: ${OLD}`, `: ${NEW}`, `Ana: ${THIRD}`]);
  });

  it('a crash before the save: the old wording is recorded, and nothing else', async () => {
    const desk = new Desk();
    const crashing = await desk.window('Ana');
    await crashing.beforeSave(PATH, textOf(NEW));
    const restarted = await desk.window('Ana');
    await desk.save(restarted, THIRD);
    assert.deepEqual(await desk.wordings(), [`: ${OLD}`, `Ana: ${THIRD}`]);
  });
});

describe('the adoption of a candidate', () => {
  const adopted = { plain: NEW };
  const types = async ({ files }: Desk) => (await readRecords(files, PATH)).records.map(({ type }) => type);

  it('is recorded also if another program writes the file right after the save', async () => {
    const desk = new Desk();
    const recorder = await desk.window('Ana');
    await recorder.adopt(PATH, { type: 'adopt' }, adopted, async () => {
      await recorder.beforeSave(PATH, textOf(NEW));
      await desk.write(NEW);
      void recorder.saved(PATH, textOf(NEW));
      await desk.write(THIRD);
      return true;
    });
    assert.deepEqual(await desk.wordings(), [`: ${OLD}`, `Ana: ${NEW}`]);
    assert.deepEqual(await types(desk), ['refine', 'adopt']);
  });

  it('is recorded also if the editor says that it was not saved, because the user types during the save', async () => {
    const desk = new Desk();
    const recorder = await desk.window('Ana');
    const isRecorded = await recorder.adopt(PATH, { type: 'adopt' }, adopted, async () => {
      await desk.save(recorder, NEW);
      return false;
    });
    assert.equal(isRecorded, true);
    assert.deepEqual(await types(desk), ['refine', 'adopt']);
  });

  it('is no other save before or after it', async () => {
    const desk = new Desk();
    const recorder = await desk.window('Ana');
    await recorder.adopt(PATH, { type: 'adopt' }, adopted, async () => {
      for (const statement of ['Bread.', NEW, THIRD]) await desk.save(recorder, statement);
      return true;
    });
    assert.deepEqual(await desk.wordings(), [`: ${OLD}`, 'Ana: Bread.', `Ana: ${NEW}`, `Ana: ${THIRD}`]);
    assert.deepEqual(await types(desk), ['refine', 'refine', 'adopt', 'refine']);
  });

  it('is recorded where saves are not', async () => {
    const desk = new Desk();
    const recorder = await desk.window('Ana');
    await recorder.adopt(PATH, { type: 'adopt' }, adopted, () => desk.write(NEW).then(() => true));
    assert.deepEqual(await types(desk), ['adopt']);
    await recorder.adopt(PATH, { type: 'adopt' }, { plain: THIRD }, async () => false);
    assert.deepEqual(await types(desk), ['adopt']);
  });
});
