import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { HistoryRecord } from '../../../src/history/record';
import { isRecord, parseRecord, serializeRecord, tidyNote } from '../../../src/history/record-text';

const PATH = '/a/.purpose/team/2026-11-22T150412Z-trim-4f2a.md';

/** Text of everything that is hard to parse, mixed with arbitrary text. */
const trickyLine = fc.oneof(
  fc.constantFrom('---', '> quoted', '>', '', ' ', '  indented', '# heading', '<img onerror=x>', '</script>'),
  fc.constantFrom(
    'a: b',
    '- item',
    '"',
    "'",
    '%',
    '@',
    '`',
    '\t',
    'null',
    '12',
    '1e10',
    '~',
    '\u2028',
    'é世🎈',
  ),
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'binary', maxLength: 8 }),
);
const wellFormed = (text: string) => !/\p{Surrogate}/u.test(text);
const text = fc
  .array(trickyLine, { maxLength: 6 })
  .map((lines) => lines.join('\n'))
  .filter(wellFormed);

const said = text.map((one) => one.trim()).filter(Boolean);

const record: fc.Arbitrary<HistoryRecord> = fc
  .record(
    {
      version: fc.constant(1),
      id: text,
      time: fc
        .date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true })
        .map((date) => date.toISOString()),
      author: text,
      type: fc.oneof(
        fc.constantFrom('refine', 'note', 'pivot', 'reaffirm', 'adopt', 'keep'),
        text.filter(Boolean),
      ),
      statement: text,
      note: text,
      change: text,
      grade: fc.double({ noNaN: true, noDefaultInfinity: true }),
      vague: fc.nat(),
      words: fc.nat(),
      fit: text,
      phrase: text,
      answers: fc
        .record({ told: said, camera: said, opposite: said, missed: said }, { requiredKeys: [] })
        .filter((answers) => Object.keys(answers).length > 0)
        .map((answers) => ({ ...answers })),
      since: text,
      previous: text,
      pivot: text,
      found: text,
      earlier: fc.uniqueArray(
        fc
          .record({
            time: fc
              .date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true })
              .map((date) => date.toISOString()),
            statement: text.map((one) => one.replace(/\r\n?/g, '\n')),
          })
          .map((wording) => ({ ...wording })),
        { minLength: 1, maxLength: 3, selector: ({ time }) => time },
      ),
    },
    { requiredKeys: ['version', 'id', 'time', 'author', 'type', 'statement', 'note'] },
  )
  .map((fields) => ({ ...fields, path: PATH }) as HistoryRecord);

describe('the text of a record', () => {
  it('survives a round trip, for any statement, note and names', () => {
    fc.assert(
      fc.property(record, (written) => {
        const statement = written.statement.replace(/\r\n?/g, '\n');
        const expected = { ...written, statement, note: tidyNote(written.note) };
        assert.deepEqual(parseRecord(PATH, serializeRecord(written)), expected);
      }),
      { numRuns: 500 },
    );
  });

  it('comes back from a checkout with CRLF and a byte order mark', () => {
    fc.assert(
      fc.property(record, (written) => {
        const plain = serializeRecord(written);
        const changed = `\uFEFF${plain.replaceAll('\n', '\r\n')}`;
        assert.deepEqual(parseRecord(PATH, changed), parseRecord(PATH, plain));
      }),
    );
  });

  it('never throws, for any file', () => {
    const front = fc.tuple(text, text).map(([yaml, body]) => `---\n${yaml}\n---\n${body}`);
    fc.assert(
      fc.property(fc.oneof(text, front), (any) => {
        const read = parseRecord(PATH, any);
        if (!isRecord(read)) assert.ok(read.problem.startsWith(`${PATH}: `) && !read.problem.includes('\n'));
      }),
    );
  });

  it('reads well without any tool', () => {
    const written = serializeRecord({
      version: 1,
      id: '2026-11-22T150412Z-note-4f2a',
      time: '2026-11-22T15:04:12.000Z',
      author: 'Zoë',
      type: 'note',
      grade: 9.1,
      vague: 0,
      words: 4,
      fit: 'tight',
      statement: 'We run\nthe machines.',
      note: '\nToo tight for *us*.  \n',
    });
    const expected = `---
version: 1
id: 2026-11-22T150412Z-note-4f2a
time: 2026-11-22T15:04:12.000Z
author: Zoë
type: note
grade: 9.1
vague: 0
words: 4
fit: tight
end: <!-- end 4f2a -->
---

> We run
> the machines.

Too tight for *us*.

<!-- end 4f2a -->
`;
    assert.equal(written, expected);
  });

  const whole = () =>
    serializeRecord({
      version: 1,
      id: '2026-11-22T150412Z-note-4f2a',
      time: '2026-11-22T15:04:12.000Z',
      author: 'Zoë',
      type: 'note',
      statement: 'We run\n\nthe machines.',
      note: 'One.\n\n> Two.\n\nThree.',
    });

  it('is recognised as truncated at any position', () => {
    const written = whole();
    for (let length = 0; length < written.length - 1; length++) {
      const read = parseRecord(PATH, written.slice(0, length));
      assert.ok(!isRecord(read), `cut after ${length} characters`);
    }
    assert.ok(isRecord(parseRecord(PATH, written.trimEnd())));
  });

  it('may be edited by hand, and has no end marker if an earlier version wrote it', () => {
    const read = parseRecord(PATH, whole().replace('One.\n\n', '').replace('Three.', ''));
    assert.ok(isRecord(read));
    assert.equal(read.note, '> Two.');
    const added = parseRecord(PATH, `${whole()}\nFour.\n`);
    assert.ok(
      isRecord(added) && /^One\.[\s\S]*Three\.[\s\S]*Four\.$/.test(added.note),
      JSON.stringify(added),
    );
    assert.ok(!('extra' in added));
    const earlier = whole()
      .replace(/^end: .*\n/m, '')
      .replace(/\n<!-- end .*\n$/, '');
    assert.deepEqual(parseRecord(PATH, earlier), parseRecord(PATH, whole()));
  });

  it('reads the known fields of a newer version, and keeps the others', () => {
    const newer =
      '---\nversion: 7\nid: x\ntime: 2030-01-01T00:00:00Z\ntype: ceremony\nmood: [glad]\n---\n\n> S\n\nN\n';
    assert.deepEqual(parseRecord(PATH, newer), {
      path: PATH,
      version: 7,
      id: 'x',
      time: '2030-01-01T00:00:00.000Z',
      author: '',
      type: 'ceremony',
      statement: 'S',
      note: 'N',
      extra: { mood: ['glad'] },
    });
    const read = parseRecord(PATH, '---\nversion: 7\nwhen: soon\n---\n');
    assert.ok(!isRecord(read) && read.problem.includes('written by a newer Purpose'));
  });

  for (const [what, damaged] of [
    ['nothing at all', ''],
    ['no front matter', 'We run.'],
    ['half a front matter', '---\nversion: 1\nid: a\n'],
    ['broken YAML', '---\nid: "\n---\n> S\n'],
    ['merge marks', '---\n<<<<<<< HEAD\nid: a\n=======\nid: b\n>>>>>>> b\n---\n> S\n'],
    ['no time', '---\nid: a\ntype: note\n---\n> S\n'],
    ['a list', '---\n- a\n---\n> S\n'],
  ] as const) {
    it(`says that it cannot read ${what}`, () => {
      const read = parseRecord(PATH, damaged);
      assert.ok(!isRecord(read) && read.problem.includes('it is left as it is'), JSON.stringify(read));
    });
  }
});
