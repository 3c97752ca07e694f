import assert from 'node:assert/strict';
import { FileError } from '../../../src/files/file-access';
import { appendRecord } from '../../../src/history/append-record';
import { readRecords } from '../../../src/history/read-records';
import type { HistoryRecord } from '../../../src/history/record';
import { recordsFolder } from '../../../src/history/records-folder';
import { plainOf, statementOf } from '../../../src/history/statement-of';
import { MemoryFiles } from '../support/memory-files';
import { recordEntry, recordRefinement, type Writing } from '../support/recording';
import { DyingFiles } from './failing-files';

const PATH = '/a/team.purpose.md';
const FIRST = 'We run the build machines for the engineers here.';
const SECOND = 'We run the build machines for the engineers.';
const THIRD = 'We run the machines for the engineers.';

/** A save of this statement, the given number of minutes after noon. */
function at(minutes: number, markdown: string, more: Partial<Writing> = {}): Writing {
  return {
    statement: { markdown, plain: plainOf(markdown) },
    author: 'Zoë',
    now: new Date(Date.UTC(2026, 10, 22, 12, minutes)),
    figuresOf: (text) => ({ grade: 1, vague: 2, words: text.split(' ').length }),
    ...more,
  };
}

async function recorded(files: MemoryFiles): Promise<readonly HistoryRecord[]> {
  const { records, unreadable } = await readRecords(files, PATH);
  assert.deepEqual(unreadable, []);
  return records;
}

const statements = (records: readonly HistoryRecord[]) => records.map(({ statement }) => statement);

describe('recording a refinement', () => {
  it('writes one if the statement differs from the last, with change and figures', async () => {
    const files = new MemoryFiles();
    await recordRefinement(files, PATH, at(0, FIRST));
    assert.equal(await recordRefinement(files, PATH, at(20, FIRST)), undefined);
    assert.equal(await recordRefinement(files, PATH, at(21, FIRST.replaceAll(' ', '\n'))), undefined);
    assert.equal(await recordRefinement(files, PATH, at(22, '  ')), undefined);
    await recordRefinement(files, PATH, at(30, SECOND));
    const records = await recorded(files);
    assert.deepEqual(statements(records), [FIRST, SECOND]);
    assert.deepEqual(
      records.map(({ change, grade, vague, words }) => [change, grade, vague, words]),
      [
        ['start', 1, 2, 9],
        ['nip', 1, 2, 8],
      ],
    );
  });

  it('writes no links that only the file defines', async () => {
    const files = new MemoryFiles();
    const linked = 'We run the [build machines][ci] for the [engineers].';
    const text = `${linked}\n\n[ci]: https://example.org/ci\n[engineers]: team.md\n`;
    const now = statementOf(text);
    assert.equal(now?.plain, 'We run the build machines for the engineers.');
    await recordRefinement(files, PATH, { ...at(0, linked), statement: now });
    assert.equal(await recordRefinement(files, PATH, { ...at(20, linked), statement: now }), undefined);
    await recordRefinement(files, PATH, { ...at(30, FIRST) });
    await recordRefinement(files, PATH, { ...at(31, linked), statement: now });
    const found = await recorded(files);
    assert.deepEqual(statements(found), [linked, linked]);
    assert.deepEqual(
      found[1]?.earlier?.map(({ statement }) => statement),
      [FIRST],
    );
  });

  it('keeps the saves within ten minutes from the first in one record, each wording with its time', async () => {
    const files = new MemoryFiles();
    await recordRefinement(files, PATH, at(-60, FIRST));
    await recordRefinement(files, PATH, at(0, SECOND));
    await recordRefinement(files, PATH, at(6, `${SECOND} And more.`));
    await recordRefinement(files, PATH, at(9, THIRD));
    assert.deepEqual(statements(await recorded(files)), [FIRST, THIRD]);
    const last = (await recorded(files)).at(-1);
    assert.equal(last?.since, '2026-11-22T12:00:00.000Z');
    assert.deepEqual(last?.earlier, [
      { time: '2026-11-22T12:06:00.000Z', statement: `${SECOND} And more.` },
      { time: '2026-11-22T12:00:00.000Z', statement: SECOND },
    ]);
    assert.equal(last?.change, 'nip');
    await recordRefinement(files, PATH, at(10, SECOND));
    assert.deepEqual(statements(await recorded(files)), [FIRST, THIRD, SECOND]);
  });

  it('keeps what was tried and taken back in an edit session, without a change', async () => {
    const files = new MemoryFiles();
    await recordRefinement(files, PATH, at(-60, FIRST));
    await recordRefinement(files, PATH, at(0, SECOND));
    const back = await recordRefinement(files, PATH, at(5, FIRST));
    assert.equal(back?.change, undefined);
    assert.deepEqual(statements(await recorded(files)), [FIRST, FIRST]);
    assert.deepEqual(
      back?.earlier?.map(({ statement }) => statement),
      [SECOND],
    );
  });

  it('continues no record of another author, a note, a newer version, or what git keeps', async () => {
    const other = new MemoryFiles();
    await recordRefinement(other, PATH, at(0, FIRST));
    await recordRefinement(other, PATH, at(1, SECOND, { author: 'Béla' }));
    assert.equal((await recorded(other)).length, 2);

    const noted = new MemoryFiles();
    await recordEntry(noted, PATH, { type: 'note', fit: 'fits' }, at(0, FIRST));
    await recordRefinement(noted, PATH, at(1, SECOND));
    assert.equal((await recorded(noted)).length, 3);

    const committed = new MemoryFiles();
    await recordRefinement(committed, PATH, at(0, FIRST));
    await recordRefinement(committed, PATH, at(1, SECOND, { isCommitted: async () => true }));
    assert.equal((await recorded(committed)).length, 2);

    const newer = new MemoryFiles();
    const record = await recordRefinement(newer, PATH, at(0, FIRST));
    const path = record?.path ?? '';
    const text = newer.text(path).replace('version: 1', 'version: 2\nmood: glad');
    await newer.write(path, new TextEncoder().encode(text));
    await recordRefinement(newer, PATH, at(1, SECOND));
    assert.equal((await recorded(newer)).length, 2);
    assert.equal(newer.text(path), text);
  });

  it('comes after the last record though its clock is ahead, unless that clock is mad', async () => {
    const files = new MemoryFiles();
    await recordRefinement(files, PATH, at(60, FIRST, { author: 'Béla' }));
    await recordRefinement(files, PATH, at(0, SECOND));
    assert.deepEqual(statements(await recorded(files)), [FIRST, SECOND]);
    assert.equal(await recordRefinement(files, PATH, at(1, SECOND)), undefined);
    const mad = new MemoryFiles();
    await recordRefinement(mad, PATH, at(60 * 24 * 400, FIRST));
    const record = await recordRefinement(mad, PATH, at(0, SECOND));
    assert.equal(record?.time, '2026-11-22T12:00:00.000Z');
  });

  it('keeps what two saves at once write, one after the other', async () => {
    const files = new MemoryFiles();
    await Promise.all(
      [FIRST, SECOND, THIRD].map((text, n) => recordRefinement(files, PATH, at(n * 20, text))),
    );
    assert.deepEqual(statements(await recorded(files)), [FIRST, SECOND, THIRD]);
  });

  it('loses nothing if two windows continue the same edit session at once', async () => {
    const files = new MemoryFiles();
    await recordRefinement(files, PATH, at(0, FIRST));
    // Two windows are two processes: each has its own file access and neither waits for the other.
    const window = () => new DyingFiles(files, Number.POSITIVE_INFINITY);
    await Promise.all([
      recordRefinement(window(), PATH, at(1, SECOND)),
      recordRefinement(window(), PATH, at(1, THIRD)),
    ]);
    const found = await recorded(files);
    assert.deepEqual(statements(found).sort(), [SECOND, THIRD].sort());
    for (const { earlier } of found) assert.equal(earlier?.[0]?.statement, FIRST);
  });

  for (const torn of [false, true]) {
    it(`leaves every earlier record whole when it dies at any moment${torn ? ', half a file written' : ''}`, async () => {
      let survived = 0;
      for (let dies = 0; ; dies++) {
        const files = new MemoryFiles();
        await recordRefinement(files, PATH, at(-60, FIRST));
        await recordRefinement(files, PATH, at(0, SECOND));
        const before = new Map(files.paths.map((path) => [path, files.text(path)]));
        const dying = new DyingFiles(files, dies, torn);
        const outcome = await recordRefinement(dying, PATH, at(5, THIRD)).catch((error: unknown) => error);
        const { records } = await readRecords(files, PATH);
        for (const [path, text] of before) {
          if (files.paths.includes(path)) assert.equal(files.text(path), text);
          // Only the record that the edit session continues may disappear, and only once the edit session is written completely.
          else
            assert.ok(
              text.includes(SECOND) &&
                records.at(-1)?.statement === THIRD &&
                records.at(-1)?.earlier?.[0]?.statement === SECOND,
            );
        }
        if (dying.operations <= dies) break;
        survived++;
        if (outcome instanceof Error) assert.ok(outcome instanceof FileError);
        // The next save succeeds.
        await recordRefinement(files, PATH, at(30, THIRD));
        const after = (await readRecords(files, PATH)).records;
        assert.equal(after.at(-1)?.statement, THIRD);
        assert.equal(after[0]?.statement, FIRST);
      }
      assert.ok(survived >= 4, `only ${survived} operations were tried`);
    });
  }
});

describe('recording a moment', () => {
  it('keeps a fit note with its phrase, after the refinement that it speaks of', async () => {
    const files = new MemoryFiles();
    const note = { type: 'note', fit: 'pinches', phrase: 'build machines', note: 'We run more.' } as const;
    await recordEntry(files, PATH, note, at(0, FIRST));
    const [start, noted] = await recorded(files);
    assert.equal(start?.type, 'refine');
    assert.deepEqual(
      [noted?.type, noted?.fit, noted?.phrase, noted?.note, noted?.statement, noted?.change],
      ['note', 'pinches', 'build machines', 'We run more.', FIRST, undefined],
    );
  });

  it('links a pivot with the old statement and with the first change after it, folding included', async () => {
    const files = new MemoryFiles();
    const start = await recordRefinement(files, PATH, at(0, FIRST));
    const pivot = await recordEntry(files, PATH, { type: 'pivot', note: 'We stopped.' }, at(20, FIRST));
    assert.equal(pivot.previous, start?.id);
    assert.equal(pivot.statement, FIRST);
    const next = await recordRefinement(files, PATH, at(25, SECOND));
    assert.deepEqual([next?.pivot, next?.change], [pivot.id, 'pivot']);
    const folded = await recordRefinement(files, PATH, at(30, THIRD));
    assert.deepEqual([folded?.pivot, folded?.change], [pivot.id, 'pivot']);
    const later = await recordRefinement(files, PATH, at(60, SECOND));
    assert.deepEqual([later?.pivot, later?.change], [undefined, 'extend']);
    assert.equal((await recorded(files)).length, 4);
  });

  it('links the first change after a pivot, not the words that were tried and taken back before it', async () => {
    const files = new MemoryFiles();
    await recordRefinement(files, PATH, at(0, FIRST));
    const pivot = await recordEntry(files, PATH, { type: 'pivot', note: 'We stopped.' }, at(20, FIRST));
    await recordRefinement(files, PATH, at(25, SECOND));
    const back = await recordRefinement(files, PATH, at(26, FIRST));
    assert.deepEqual([back?.pivot, back?.change], [undefined, undefined]);
    const next = await recordRefinement(files, PATH, at(60, THIRD));
    assert.deepEqual([next?.pivot, next?.change], [pivot.id, 'pivot']);
  });

  it('records an adopted candidate with its change', async () => {
    const files = new MemoryFiles();
    await recordRefinement(files, PATH, at(0, FIRST));
    const adopted = await recordEntry(files, PATH, { type: 'adopt', note: 'By vote.' }, at(20, SECOND));
    assert.deepEqual([adopted.type, adopted.change], ['adopt', 'nip']);
    assert.equal(await recordRefinement(files, PATH, at(21, SECOND)), undefined);
  });

  it('reaffirms without a change', async () => {
    const files = new MemoryFiles();
    await recordEntry(files, PATH, { type: 'reaffirm', note: 'Still so.' }, at(0, FIRST));
    await recordEntry(files, PATH, { type: 'reaffirm', note: 'Still.' }, at(1, FIRST));
    const types = (await recorded(files)).map(({ type }) => type);
    assert.deepEqual(types, ['refine', 'reaffirm', 'reaffirm']);
  });

  it('keeps an unreadable record, and continues', async () => {
    const broken = `${recordsFolder(PATH)}/2026-11-22T120000Z-trim-aaaa.md`;
    const files = new MemoryFiles({ [broken]: '---\n' });
    await recordRefinement(files, PATH, at(0, FIRST));
    await appendRecord(files, PATH, {
      time: at(1, '').now.toISOString(),
      author: 'Zoë',
      type: 'note',
      statement: FIRST,
      note: '',
    });
    assert.equal(files.text(broken), '---\n');
    assert.equal((await readRecords(files, PATH)).records.length, 2);
  });
});
