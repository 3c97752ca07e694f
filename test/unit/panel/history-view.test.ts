import assert from 'node:assert/strict';
import { appendRecord } from '../../../src/history/append-record';
import { openHistory } from '../../../src/history/history';
import type { TimelineEntry } from '../../../src/history/timeline-entry';
import { statementFigures } from '../../../src/lint/statement-figures';
import { type CurrentFigures, endingOf, HistoryViewer } from '../../../src/panel/history-view';
import { MemoryFiles } from '../support/memory-files';

const PATH = '/a/team.purpose.md';

/** The entries of wordings that were saved a day after each other; notes are what is said of the one before. */
async function entriesOf(
  ...said: readonly (string | { readonly note: string })[]
): Promise<readonly TimelineEntry[]> {
  const files = new MemoryFiles();
  let statement = '';
  for (const [at, one] of said.entries()) {
    const time = new Date(Date.UTC(2025, 0, 1 + at)).toISOString();
    if (typeof one === 'string') statement = one;
    const what =
      typeof one === 'string' ? { type: 'refine', note: '' } : { type: 'note', fit: 'fits', ...one };
    await appendRecord(files, PATH, { time, author: 'Ana', statement, ...what });
  }
  await files.write(PATH, new TextEncoder().encode(`> ${statement}\n`));
  return (await openHistory({ files, figuresOf: statementFigures }, PATH)).entries;
}

const view = (entries: readonly TimelineEntry[], current?: CurrentFigures) =>
  new HistoryViewer().view(entries, current);
const OLD = 'We lend tools to many people in the quarter.';
const NOW = 'We lend drills and ladders to the quarter.';

describe('the view of a history', () => {
  it('says what each entry changed word for word, and repeats no statement under a note', async () => {
    const { entries, card } = view(await entriesOf(OLD, NOW, { note: 'Still true.' }));
    const [note, change, first] = entries;
    assert.deepEqual([note?.label, note?.note, note?.statement], ['Fits', 'Still true.', undefined]);
    const words = (kinds: readonly string[]) =>
      change?.statement?.flatMap(({ kind, text }) => (kinds.includes(kind) ? [text] : [])).join('');
    assert.deepEqual([words(['same', 'removed']), words(['same', 'added'])], [OLD, NOW]);
    assert.deepEqual(first?.statement, [{ kind: 'same', text: OLD }]);
    assert.deepEqual([card?.statement, card?.note?.label], [NOW, 'fits']);
  });

  it('offers for each entry what can be done with it', async () => {
    const { entries } = view(await entriesOf(OLD, NOW));
    assert.deepEqual(
      entries.map(({ actions }) => actions),
      [
        ['compare-previous', 'compare-other', 'note', 'copy', 'remove'],
        ['compare-current', 'compare-other', 'restore', 'note', 'copy', 'remove'],
      ],
    );
  });

  it('has the figures of the linter for the wording of now, those of the record for earlier ones', async () => {
    const entries = await entriesOf(OLD, NOW);
    const counted = statementFigures(NOW);
    const before = view(entries);
    assert.deepEqual(
      before.entries.map(({ point }) => point),
      [counted, statementFigures(OLD)],
    );
    const after = view(entries, { statement: NOW, grade: 1, vague: 50, words: 8 });
    assert.deepEqual(
      after.entries.map(({ point }) => point),
      [{ grade: 1, vague: 50, words: 8 }, statementFigures(OLD)],
    );
    assert.equal(after.card?.figures, 'Reading grade 1 · 8 words · 4 vague');
    assert.ok(after.entries[0]?.details.includes('Reading grade 1 · 8 words · 4 vague'));
  });

  it('counts only the words of another language, whether the file says so or the words do', async () => {
    const german = 'Wir leihen Werkzeug an die Leute im Viertel, damit niemand alles kaufen muss.';
    assert.equal(view(await entriesOf(german)).card?.figures, '13 words');
    assert.deepEqual(view(await entriesOf(german)).entries[0]?.point, { words: 13 });
    const declared = { statement: NOW, lang: 'tlh', words: 8 };
    assert.equal(view(await entriesOf(NOW), declared).card?.figures, '8 words');
  });

  it('calls nothing uncommitted that is not even saved', async () => {
    const [entry] = await entriesOf(OLD);
    const working = { ...(entry as TimelineEntry), kind: 'working', uncommitted: true };
    const { time: _, ...unsaved } = working;
    assert.deepEqual(view([working]).entries[0]?.badges, ['not recorded', 'not committed']);
    assert.deepEqual(view([unsaved]).entries[0]?.badges, ['not saved']);
  });

  it('leads to the entries that an entry speaks of, by their keys', async () => {
    const files = new MemoryFiles();
    const draft = { author: 'Ana', note: '', statement: OLD };
    const first = await appendRecord(files, PATH, {
      ...draft,
      type: 'refine',
      time: '2025-01-01T00:00:00.000Z',
    });
    await appendRecord(files, PATH, {
      ...draft,
      type: 'note',
      about: first.id,
      time: '2025-01-02T00:00:00.000Z',
    });
    const { entries } = await openHistory({ files, figuresOf: statementFigures }, PATH);
    const shown = view(entries).entries;
    assert.deepEqual(shown[0]?.links, [
      { lead: 'About the wording of', key: shown[1]?.key, time: '2025-01-01T00:00:00.000Z' },
    ]);
  });

  it('is the same whether it was computed ahead or not', async () => {
    const entries = await entriesOf(OLD, NOW, OLD);
    const viewer = new HistoryViewer();
    await viewer.prepare(entries);
    assert.deepEqual(viewer.view(entries), view(entries));
    assert.deepEqual(viewer.view(entries), view(entries));
  });

  it('says below the last entry why there are no more', () => {
    assert.equal(endingOf('none', 'on', false), '');
    assert.match(endingOf('none', 'on', true), /begins with the first change/);
    assert.match(endingOf('none', 'untrusted', true), /no history yet.*trust this folder/);
    assert.match(endingOf('shallow', 'off', false), /shallow clone/);
  });
});
