import assert from 'node:assert/strict';
import { lastWord } from '../../../src/history/last-word';
import type { HistoryRecord } from '../../../src/history/record';

const PLAIN = 'We mend bicycles with children.';
const at = (day: number) => `2026-01-0${day}T00:00:00.000Z`;
const record = (type: string, day: number, more: Partial<HistoryRecord> = {}): HistoryRecord => ({
  ...{
    version: 1,
    id: `${day}`,
    path: `/${day}.md`,
    time: at(day),
    author: '',
    type,
    statement: PLAIN,
    note: '',
  },
  ...more,
});

describe('the last word on a statement', () => {
  const refined = record('refine', 2);
  const kind = (care: Parameters<typeof lastWord>[0]) => lastWord(care, PLAIN)?.kind;

  it('is the newest of note, reaffirmation and change', () => {
    const noted = record('note', 3);
    const reaffirmed = record('reaffirm', 4);
    assert.equal(kind({ last: refined, refined }), 'refined');
    assert.equal(kind({ last: noted, refined, noted }), 'noted');
    assert.equal(kind({ last: reaffirmed, refined, noted, reaffirmed }), 'reaffirmed');
    assert.equal(kind({ last: noted, refined, noted: record('note', 5), reaffirmed }), 'noted');
  });

  it('excludes a note on an earlier wording or on deleted words', () => {
    assert.equal(kind({ last: refined, refined, noted: record('note', 1) }), 'refined');
    assert.equal(kind({ last: refined, refined, reaffirmed: record('reaffirm', 1) }), 'refined');
    const noted = record('note', 3, { fit: 'pinches', phrase: 'With Children' });
    assert.equal(kind({ last: noted, refined, noted }), 'noted');
    assert.equal(lastWord({ last: noted, refined, noted }, 'We mend bicycles.')?.kind, 'refined');
    assert.equal(lastWord({ last: noted, noted }, 'We mend bicycles.'), undefined);
  });
});
