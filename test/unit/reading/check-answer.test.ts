import assert from 'node:assert/strict';
import fc from 'fast-check';
import { checkAnswer } from '../../../src/reading/check-answer';
import type { ModelReading } from '../../../src/reading/reading';

const STATEMENT = 'We strive to give many families in Ghent a warm meal, and many of them “good” advice.';
const NOTHING = { vague: [], who: null, what: null, change: null };

function read(answer: unknown, statement = STATEMENT): ModelReading {
  const { reading, fault } = checkAnswer(
    typeof answer === 'string' ? answer : JSON.stringify(answer),
    statement,
  );
  assert.ok(reading, fault?.problem);
  return reading;
}

const mark = (text: unknown, more: object = {}) => ({
  ...NOTHING,
  vague: [
    { text, occurrence: 1, kind: 'vague-quantity', question: 'How many?', reason: 'It is open.', ...more },
  ],
});

/** The text and offset of each kept entry, and the problems of the others. */
function kept(answer: unknown, statement = STATEMENT) {
  const { findings, dropped } = read(answer, statement);
  return [...findings.map(({ text, start }) => `${text}@${start}`), ...dropped.map(({ problem }) => problem)];
}

describe('checkAnswer', () => {
  it('accepts a correct answer unchanged', () => {
    const answer = {
      ...mark('many', { occurrence: 2 }),
      who: 'families in Ghent',
      what: 'give',
      change: null,
    };
    assert.deepEqual(read(answer), {
      findings: [
        {
          start: 58,
          end: 62,
          text: 'many',
          kind: 'vague-quantity',
          question: 'How many?',
          reason: 'It is open.',
        },
      ],
      parts: {
        who: { start: 23, end: 40, text: 'families in Ghent' },
        what: { start: 13, end: 17, text: 'give' },
        change: null,
      },
      dropped: [],
      repaired: 0,
    });
  });

  it('finds the answer among thoughts, prose, fences, colours and commas', () => {
    const json = JSON.stringify(mark('many'), undefined, 2);
    const draft = JSON.stringify(mark('warm'));
    for (const answer of [
      `Here it is:\n\n\`\`\`json\n${json}\n\`\`\`\nI hope that helps {really}.`,
      `<think>Perhaps ${draft}?</think>${json}`,
      `First ${draft}, or rather: ${json}`,
      `\u001b[1m${json}\u001b[0m`,
      json.replace(/\}\n {2}\]/, '},\n ]'),
      `\uFEFF${json}`,
    ]) {
      assert.deepEqual(kept(answer), ['many@18'], answer);
      assert.equal(read(answer).repaired, 1, answer);
    }
  });

  it('leaves a comma before a bracket within words alone', () => {
    const answer = `${JSON.stringify(mark('many', { reason: 'a ,] b' })).slice(0, -1)},}`;
    assert.equal(read(answer).findings[0]?.reason, 'a ,] b');
  });

  for (const [name, answer, problem] of [
    ['nothing', ' \n', 'is empty'],
    ['prose', 'I am sorry, I cannot do that.', 'is not JSON'],
    ['an answer cut off', JSON.stringify(mark('many')).slice(0, -30), 'breaks off in the middle'],
    [
      'a second answer cut off',
      JSON.stringify(NOTHING) + JSON.stringify(mark('many')).slice(0, -30),
      'breaks off in the middle',
    ],
    ['another object', '{"findings": []}', 'has no list "vague"'],
    ['a list of another type', '{"vague": "many"}', 'has no list "vague"'],
    ['a list alone', '["many"]', 'is not JSON'],
    ['a very long answer', 'x'.repeat(300_000), 'is longer than 262,144 characters'],
  ] as const) {
    it(`rejects ${name} as a whole`, () => {
      assert.equal(checkAnswer(answer, STATEMENT).fault?.problem, problem);
    });
  }

  it('rejects the prompt’s own shape, if a program prints the prompt', async () => {
    const { promptFor } = await import('../../../src/reading/prompt');
    assert.ok(checkAnswer(promptFor(STATEMENT), STATEMENT).fault);
  });

  for (const [name, answer, expected] of [
    ['straight quotes for curly ones', mark('"good" advice'), ['“good” advice@71']],
    ['quotes around the words', mark('“many”'), ['many@18']],
    ['another case', mark('STRIVE TO'), ['strive to@3']],
    ['more spaces', mark(' strive\n to '), ['strive to@3']],
    ['a full stop of its own', mark('a warm meal.'), ['a warm meal@41']],
    ['an occurrence as text', mark('many', { occurrence: '2' }), ['many@58']],
    ['no occurrence where there is one', mark('warm', { occurrence: undefined }), ['warm@43']],
    ['a wrong occurrence of what is there once', mark('warm', { occurrence: 7 }), ['warm@43']],
    ['a kind without its first word', mark('many', { kind: 'Quantity' }), ['many@18']],
  ] as const) {
    it(`repairs ${name}`, () => {
      assert.deepEqual(kept(answer), expected);
      assert.ok(name.startsWith('no occurrence') || read(answer).repaired > 0);
    });
  }

  it('gives each of two entries without a number its own occurrence', () => {
    const entry = { text: 'many', kind: 'vague-quantity' };
    assert.deepEqual(kept({ ...NOTHING, vague: [entry, entry] }), ['many@18', 'many@58']);
  });

  for (const [name, answer, problem] of [
    ['what is not in the text', mark('several'), 'is not in the statement'],
    ['a part of a word', mark('man'), 'is not in the statement'],
    [
      'an occurrence that does not exist',
      mark('many', { occurrence: 3 }),
      'is 2 times in the statement, and occurrence 3 is none of them',
    ],
    [
      'an occurrence that is not a number',
      mark('many', { occurrence: [1] }),
      'is 2 times in the statement, and occurrence [1] is none of them',
    ],
    ['an unknown kind', mark('many', { kind: 'ugly' }), 'has the unknown kind "ugly"'],
    ['no kind', mark('many', { kind: 7 }), 'has no kind'],
    ['a text of another type', mark(7), 'has no text'],
    ['an empty text', mark(' '), 'has no text'],
    ['the whole statement', mark(STATEMENT), 'is the whole statement, not a stretch of it'],
    ['an entry of another type', { ...NOTHING, vague: ['many'] }, 'is not an object'],
    ['a part of another type', { ...NOTHING, who: 7 }, 'is neither words nor null'],
    ['a part that is not in the text', { ...NOTHING, who: 'children' }, 'is not in the statement'],
    ['a part that is missing', { ...NOTHING, who: undefined }, 'is missing'],
  ] as const) {
    it(`drops ${name} and says so`, () => {
      assert.deepEqual(kept(answer), [problem]);
    });
  }

  it('takes a short statement as a whole', () => {
    assert.deepEqual(kept(mark('Innovative solutions'), 'Innovative solutions.'), ['Innovative solutions@0']);
  });

  it('keeps the shorter of two that overlap, and the first of two alike', () => {
    const entry = (text: string, kind = 'hedge') => ({ text, occurrence: 1, kind });
    const vague = [entry('strive to give'), entry('strive to'), entry('strive to', 'buzzword')];
    const { findings, dropped } = read({ ...NOTHING, vague });
    assert.deepEqual(
      findings.map(({ text, kind }) => [text, kind]),
      [['strive to', 'hedge']],
    );
    assert.deepEqual(
      dropped.map(({ where, problem }) => [where, problem]),
      [
        ['vague[2]', 'is marked twice'],
        ['vague[0]', 'overlaps "strive to"'],
      ],
    );
  });

  it('checks a limited number of entries', () => {
    const vague = Array.from({ length: 5000 }, () => ({ text: 'many', occurrence: 1, kind: 'hedge' }));
    const { findings, dropped } = read({ ...NOTHING, vague });
    assert.equal(findings.length, 1);
    assert.equal(
      dropped.find(({ where }) => where === 'vague')?.problem,
      'has 5000 entries; the first 60 are checked',
    );
  });

  it('uses the default question of a kind if the answer has no question, and shortens long remarks', () => {
    const [finding] = read(
      mark('many', { question: 7, reason: `so\u001b\n${'long '.repeat(100)}` }),
    ).findings;
    assert.equal(finding?.question, 'How many, or which ones?');
    assert.match(finding?.reason ?? '', /^so long long .*…$/);
    assert.equal((finding?.reason?.length ?? 0) <= 300, true);
  });

  it('reads words for “nothing” as null', () => {
    assert.deepEqual(read({ ...NOTHING, who: 'None', what: '', change: { text: null } }).parts, {
      who: null,
      what: null,
      change: null,
    });
  });

  describe('for any answer', () => {
    const words = fc.constantFrom(
      'many',
      'good',
      'ﬁt',
      'é',
      'e\u0301',
      '“so”',
      '…',
      '😀',
      '漢字',
      ' ',
      'İ',
      '-',
      '—',
    );
    const statements = fc.oneof(
      fc.array(words, { maxLength: 12 }).map((list) => list.join('')),
      fc.string({ unit: 'binary' }),
    );
    const loose = fc.oneof(fc.jsonValue(), fc.string({ unit: 'binary' }), words);
    const entries = fc.record(
      {
        text: loose,
        occurrence: loose,
        kind: fc.oneof(loose, fc.constant('hedge')),
        question: loose,
        reason: loose,
      },
      { requiredKeys: [] },
    );
    const answers = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.json(),
      fc
        .record(
          { vague: fc.array(fc.oneof(entries, loose)), who: loose, what: loose, change: loose },
          { requiredKeys: ['vague'] },
        )
        .map((answer) => JSON.stringify(answer)),
      fc
        .array(fc.constantFrom('{', '"', '}', '{"vague":[', ']', '\\', ',', '{"', '<think>', 'x'))
        .map((list) => list.join('')),
    );

    function holds(answer: string, statement: string): void {
      const { reading } = checkAnswer(answer, statement);
      if (!reading) return;
      let last = 0;
      for (const { start, end, text, question } of reading.findings) {
        assert.ok(start >= last && end > start && end <= statement.length);
        assert.equal(statement.slice(start, end), text);
        assert.ok(question.length > 0);
        last = end;
      }
      for (const part of Object.values(reading.parts)) {
        if (part) assert.equal(statement.slice(part.start, part.end), part.text);
      }
    }

    it('never throws, and every stretch is the statement’s slice', () => {
      fc.assert(fc.property(answers, statements, holds), { numRuns: 2000 });
    });

    it('holds if the answer copies from the statement', () => {
      const copied = statements.chain((statement) =>
        fc
          .array(
            fc.tuple(fc.nat(statement.length), fc.nat(statement.length), fc.integer({ min: -1, max: 4 })),
          )
          .map((cuts) => {
            const vague = cuts.map(([from, to, occurrence]) => ({
              text: statement.slice(Math.min(from, to), Math.max(from, to)),
              occurrence,
              kind: 'hedge',
            }));
            return [JSON.stringify({ ...NOTHING, vague }), statement] as const;
          }),
      );
      fc.assert(
        fc.property(copied, ([answer, statement]) => holds(answer, statement)),
        { numRuns: 2000 },
      );
    });

    it('gives up on an answer of brackets', () => {
      assert.ok(checkAnswer('{"a":'.repeat(50_000), STATEMENT).fault);
      assert.ok(checkAnswer('{}'.repeat(100_000), STATEMENT).fault);
    });
  });
});
