import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parse } from 'yaml';
import { plainFields } from '../../../src/history/plain-fields';
import { serializeRecord } from '../../../src/history/record-text';

const HOSTILE = [
  ...[
    'a',
    'Zoë',
    'true',
    'Null',
    'no',
    '~',
    '0',
    '7',
    '10',
    '1e3',
    '0x1f',
    '.5',
    '1.50',
    '-',
    '_',
    '---',
    '...',
  ],
  ...[
    ' ',
    '  ',
    ': ',
    ':',
    ' #',
    '#',
    "'",
    '"',
    ',',
    '(',
    ')',
    '[',
    '{',
    '&',
    '*',
    '!',
    '|',
    '>',
    '%',
    '@',
    '`',
    '\\',
  ],
  ...[
    '2026-11-27T20:49:41.123Z',
    '2026-11-27T204941Z-note-ab12',
    '2026-11-27',
    '<!-- end ab12 -->',
    '<<',
    '\t',
    '\u00a0',
  ],
];
const TAME = [
  'a',
  'Zoë',
  'true',
  'no',
  '0',
  '7',
  '10',
  '2026-11-27T20:49:41.123Z',
  '<!-- end ab12 -->',
  ' ',
  "'",
  '(',
  '-',
];
const piece = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...TAME) },
  { weight: 1, arbitrary: fc.constantFrom(...HOSTILE) },
);
const value = fc.array(piece, { minLength: 1, maxLength: 4 }).map((parts) => parts.join(''));
const key = fc.oneof(
  { weight: 9, arbitrary: fc.constantFrom('id', 'time', 'author') },
  { weight: 1, arbitrary: fc.constantFrom('toString', 'x y', '"id"', ' id', '- id') },
);
const line = fc.tuple(key, value).map(([name, text]) => `${name}: ${text}`);

describe('fields of a record in their simple form', () => {
  it('are what a YAML parser reads, or are left to it', () => {
    let taken = 0;
    fc.assert(
      fc.property(fc.array(line, { maxLength: 2 }), (lines) => {
        const fields = plainFields(lines);
        if (!fields) return;
        taken++;
        assert.deepEqual({ ...fields }, parse(lines.join('\n'), { logLevel: 'error' }));
      }),
      { numRuns: 5000 },
    );
    assert.ok(taken > 300, `${taken} were of the simple form`);
  });

  it('are those of a record as it is written', () => {
    const text = serializeRecord({
      version: 1,
      id: '2026-11-27T204941Z-note-ab12',
      time: '2026-11-27T20:49:41.123Z',
      author: 'Zoë O’Neill-Birch',
      type: 'note',
      grade: 7.5,
      vague: 0,
      words: 12,
      fit: 'tight',
      statement: 'We mend bicycles.',
      note: 'It fits.',
    });
    const lines = text.split('\n').slice(1, text.split('\n').indexOf('---', 1));
    assert.deepEqual({ ...plainFields(lines) }, parse(lines.join('\n')));
    assert.equal(plainFields(lines)?.words, 12);
  });
});
