import assert from 'node:assert/strict';
import fc from 'fast-check';
import { classifyChange } from '../../../src/history/change';
import { countWords, type DiffSegment, wordDiff } from '../../../src/history/word-diff';
import { wordBag } from '../../../src/history/word-likeness';

const word = fc.oneof(
  fc.constantFrom(
    'we',
    'run',
    'the',
    'machines',
    ',',
    '.',
    ' ',
    '  ',
    '\n',
    '\r\n',
    '\n\n',
    'high-quality',
    '世界',
    '🎈',
  ),
  fc.string({ unit: 'binary', maxLength: 4 }),
);
const text = fc.array(word, { maxLength: 30 }).map((words) => words.join(' '));

const side = (segments: readonly DiffSegment[], kind: 'added' | 'removed') =>
  segments
    .filter((segment) => segment.kind === 'same' || segment.kind === kind)
    .map((segment) => segment.text)
    .join('');

describe('the word-level difference', () => {
  it('makes both texts again, to the character', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const segments = wordDiff(before, after);
        assert.equal(side(segments, 'removed'), before);
        assert.equal(side(segments, 'added'), after);
        assert.ok(segments.every((segment) => segment.text !== ''));
      }),
      { numRuns: 500 },
    );
  });

  it('is empty of changes for a text with itself, and counts alike from both sides', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        assert.ok(wordDiff(before, before).every(({ kind }) => kind === 'same'));
        const [there, back] = [countWords(before, after), countWords(after, before)];
        assert.deepEqual([there.before, there.after], [back.after, back.before]);
        assert.ok(there.same <= Math.min(there.before, there.after));
      }),
    );
  });

  it('shows words as words', () => {
    assert.deepEqual(wordDiff('We run the build machines.', 'We run our build machines.'), [
      { kind: 'same', text: 'We run ' },
      { kind: 'removed', text: 'the ' },
      { kind: 'added', text: 'our ' },
      { kind: 'same', text: 'build machines.' },
    ]);
  });

  it('has the same words in a text of ASCII as in one that also has other characters', () => {
    const unit = fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(..."ab1 .,:;'_-\n\t".split('')) },
      { weight: 1, arbitrary: fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 1 }) },
      {
        weight: 1,
        arbitrary: fc.constantFrom(
          ' e.g. ',
          "it's",
          '1,000.5',
          '\r\n',
          ' \v\f ',
          'a:b',
          '$5',
          'x'.repeat(600),
        ),
      },
    );
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 30 }), (units) => {
        const text = units.join('');
        assert.equal(countWords('', `${text} é`).after, countWords('', text).after + 1);
        assert.deepEqual([...wordBag(`${text} é`)].slice(0, -1), [...wordBag(text)]);
      }),
      { numRuns: 2000 },
    );
  });

  it('gives up on comparing texts with nothing in common rather than on the editor', () => {
    const long = (letter: string) => Array.from({ length: 20_000 }, (_, at) => `${letter}${at}`).join(' ');
    const segments = wordDiff(`Here ${long('a')} end.`, `Here ${long('b')} end.`);
    assert.deepEqual(
      segments.map(({ kind }) => kind),
      ['same', 'removed', 'added', 'same'],
    );
  });
});

describe('the kind of a change', () => {
  const cases: [string, string, string, string][] = [
    ['start', '', 'We run the machines.', 'The first statement'],
    ['removed', 'We run.', '', 'The statement was taken out: 2 words'],
    [
      'pivot',
      'We keep a harbour for boats and for crews that is dry, warm and open all the year, with a light that is seen from the sea.',
      'To lend sails and oars that are dry to crews.',
      '24 words out, 7 in; 11 % kept',
    ],
    [
      'nip',
      'We want to run the machines that all of you need.',
      'We run the machines that all of you need.',
      '2 words out; 82 % kept',
    ],
    [
      'trim',
      'We strive to run the many great build machines of this company for you.',
      'We run the build machines for you.',
      '7 words out; 50 % kept',
    ],
    [
      'extend',
      'We run the machines.',
      'We run the machines so that you can ship within the hour.',
      '8 words in; all kept',
    ],
    [
      'tuck',
      'We run the build machines so that any engineer can ship within the hour.',
      'We run the build machines so that any developer can ship within the day.',
      '2 words out, 2 in; 86 % kept',
    ],
    [
      'reword',
      'We run the build machines so that any engineer can ship within the hour.',
      'We keep the build farm alive so that any developer can release within a day.',
      '6 words out, 7 in; 57 % kept',
    ],
    [
      'pivot',
      'We run the build machines so that any engineer can ship within the hour.',
      'Our library lends children in the quarter a bicycle until they outgrow it.',
      '13 words out, 12 in; 7 % kept',
    ],
    [
      'tuck',
      'We run, you ship',
      'We run; you ship.',
      'Only punctuation, spacing or formatting; all words kept',
    ],
  ];
  for (const [kind, before, after, explanation] of cases) {
    it(`${kind}: ${explanation}`, () => {
      const change = classifyChange(before, after);
      assert.deepEqual([change.kind, change.explanation], [kind, explanation]);
    });
  }

  it('is an extension if words are only added, a trim if they are only removed', () => {
    const words = fc.array(fc.stringMatching(/^[a-z]{1,3}$/), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(words, words, fc.nat(), (kept, more, place) => {
        const before = kept.join(' ');
        const after = kept.toSpliced(place % (kept.length + 1), 0, ...more).join(' ');
        const [there, back] = [classifyChange(before, after), classifyChange(after, before)];
        assert.deepEqual([there.kind, there.out, there.in, there.kept], ['extend', 0, more.length, 1]);
        assert.ok(back.kind === 'trim' || back.kind === 'nip', back.kind);
        assert.deepEqual([back.out, back.in], [more.length, 0]);
      }),
    );
  });

  it('has counts that add up, for any two texts', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const change = classifyChange(before, after);
        const words = countWords(before, after);
        assert.equal(words.before - change.out, words.after - change.in);
        assert.ok(change.out >= 0 && change.in >= 0 && change.kept >= 0 && change.kept <= 1);
      }),
    );
  });
});
