import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Dates } from '../../../src/panel/dates';
import { readFromPanel, readToPanel } from '../../../src/panel/protocol';
import { ACTIONS } from '../../../src/panel/view';

const HISTORY = {
  type: 'history',
  document: 'file:///a',
  name: 'a',
  keys: ['k'],
  changed: [{ key: 'k' }],
  hasOlder: true,
  ending: '',
  notices: [],
};

describe('the messages between panel and editor', () => {
  it('are taken as they are meant', () => {
    for (const action of ACTIONS) {
      const message = { type: 'act', document: 'file:///a', key: 'k', action };
      assert.deepEqual(readFromPanel({ ...message, more: 1 }), message);
    }
    assert.deepEqual(readToPanel(HISTORY), HISTORY);
    assert.deepEqual(readToPanel({ type: 'nothing', found: true }), { type: 'nothing', found: true });
  });

  it('are dropped if something is missing or of another kind', () => {
    const bad = [
      { type: 'act', document: 'file:///a', key: 'k', action: 'delete' },
      { type: 'act', document: 'file:///a', action: 'copy' },
      { type: 'command', document: 'file:///a', command: 'workbench.action.quit' },
      { type: 'more' },
      'ready',
    ];
    for (const message of bad) assert.equal(readFromPanel(message), undefined, JSON.stringify(message));
    assert.equal(readToPanel({ type: 'history', document: 'a', name: 'a', keys: ['k'] }), undefined);
    assert.equal(readToPanel({ type: 'said', document: 'a', text: 1 }), undefined);
    assert.equal(readToPanel({ ...HISTORY, ending: true }), undefined);
    assert.equal(readToPanel({ ...HISTORY, card: 'words' }), undefined);
  });

  it('never crash either side, for any message', () => {
    fc.assert(
      fc.property(fc.anything(), (data) => {
        readFromPanel(data);
        readToPanel(data);
      }),
      { numRuns: 200 },
    );
  });
});

describe('Dates', () => {
  const now = Date.parse('2026-11-22T12:00:00Z');
  const dates = new Dates('en');

  it('say how long ago in the largest unit that is full', () => {
    const cases = [
      ['2026-11-22T11:59:30Z', 'this minute'],
      ['2026-11-22T11:15:00Z', '45 minutes ago'],
      ['2026-11-21T11:00:00Z', 'yesterday'],
      ['2026-11-19T11:00:00Z', '3 days ago'],
      ['2026-10-25T12:00:00Z', '4 weeks ago'],
      ['2024-11-01T12:00:00Z', '2 years ago'],
    ] as const;
    for (const [time, words] of cases) assert.equal(dates.relative(time, now), words);
  });

  it('speak English if the language is unknown to the machine', () => {
    assert.equal(new Dates('xx-unknown').relative('2026-11-19T11:00:00Z', now), '3 days ago');
  });
});
