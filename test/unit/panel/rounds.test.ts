import assert from 'node:assert/strict';
import { ratificationNote } from '../../../src/consent/describe-round';
import { answerFor, askForConsent, ratify } from '../../../src/consent/edit-consent';
import { appendRecord } from '../../../src/history/append-record';
import { openHistory } from '../../../src/history/history';
import { statementFigures } from '../../../src/lint/statement-figures';
import { HistoryViewer } from '../../../src/panel/history-view';
import { roundsIn } from '../../../src/panel/rounds';
import { MemoryFiles } from '../support/memory-files';

const PATH = '/a/team.purpose.md';
const OLD = 'We mend bicycles with teenagers.';
const NOW = 'We mend bicycles with teenagers in Leith.';
const FILE = `# Kitchen\n\n> ${OLD}\n`;
const agree = { gradient: 'agree', reason: '' } as const;
const object = { gradient: 'object', reason: 'the donors are missing' } as const;

/** The panel's entries for a file with these records, dated daily from 1 January 2025. */
async function shown(
  text: string,
  ...records: readonly { type: string; statement: string; note?: string }[]
) {
  const files = new MemoryFiles();
  for (const [at, record] of records.entries()) {
    const time = new Date(Date.UTC(2025, 0, 1 + at, 12)).toISOString();
    await appendRecord(files, PATH, { time, author: 'Ana', note: '', ...record });
  }
  await files.write(PATH, new TextEncoder().encode(text));
  const { entries, text: read } = await openHistory({ files, figuresOf: statementFigures }, PATH);
  return new HistoryViewer().view(entries, undefined, roundsIn(read)).entries;
}

const refine = (statement: string) => ({ type: 'refine', statement });
const asked = (text: string, date: string) => askForConsent(text, ['Ana', 'Bo'], date);

describe('the rounds of consent in the panel', () => {
  it('are not in a file without one, even if it mentions consent', async () => {
    for (const text of [FILE, `${FILE}\n## Consent\n\nWe ask before we share a photograph.\n`])
      assert.deepEqual(
        (await shown(text, refine(OLD))).map(({ label }) => label),
        ['First'],
      );
  });

  it('show who answered what and why, above the wording that they are about', async () => {
    let text = asked(FILE, '2025-01-01');
    text = answerFor(text, 'Bo', object, '2025-01-01').replace(OLD, NOW);
    text = answerFor(asked(text, '2025-01-02'), 'Ana', agree, '2025-01-02');
    const entries = await shown(text, refine(OLD), refine(NOW), {
      type: 'note',
      statement: NOW,
      note: 'Good.',
    });
    assert.deepEqual(
      entries.map(({ label }) => label),
      ['Note', 'Asked for consent', 'Extend', 'Asked, not ratified', 'First'],
    );
    assert.deepEqual(entries[1]?.voices, [
      { name: 'Ana', answer: 'agree' },
      { name: 'Bo', answer: 'no answer yet' },
    ]);
    assert.equal(entries[1]?.note, 'Asked on 2025-01-02: 1 of 2 agree; not answered: Bo.');
    assert.deepEqual(entries[3]?.voices, [
      { name: 'Ana', answer: 'no answer yet' },
      { name: 'Bo', answer: 'object', reason: 'the donors are missing' },
    ]);
  });

  it('are shown once when they are ratified, with or without a record', async () => {
    const text = ratify(answerFor(asked(FILE, '2025-01-02'), 'Ana', agree, '2025-01-02'), '2025-01-02');
    const [round] = roundsIn(text);
    assert.ok(round);
    const note = ratificationNote(round);
    for (const records of [[], [{ type: 'ratify', statement: OLD, note }]]) {
      const entries = await shown(text, refine(OLD), ...records);
      assert.deepEqual(
        entries.map(({ label }) => label),
        ['Ratified', 'First'],
      );
      assert.deepEqual(entries[0]?.voices?.[0], { name: 'Ana', answer: 'agree' });
      assert.equal(entries[0]?.note, '1 of 2 agree; not answered: Bo; ratified on 2025-01-02.');
    }
  });
});
