import assert from 'node:assert/strict';
import { diffArrays } from 'diff';
import fc from 'fast-check';
import { countWords, wordDiff } from '../../../src/history/word-diff';
import { wordBag } from '../../../src/history/word-likeness';

const text = fc
  .array(
    fc.constantFrom(
      'We',
      'mend',
      '400',
      '3rd',
      'bikes',
      'e.g',
      "don't",
      '1,5',
      'x_y',
      '-',
      ',',
      '.',
      '!',
      ' ',
      ' ',
      '\n',
    ),
    {
      maxLength: 20,
    },
  )
  .map((parts) => parts.join(''));

const segmenter = new Intl.Segmenter('en', { granularity: 'word' });
const segmentsOf = (whole: string) =>
  [...segmenter.segment(whole)].filter(({ segment }) => segment.trim() !== '');

describe('wordDiff', () => {
  it('has the words of Intl.Segmenter', () => {
    fc.assert(
      fc.property(text, (whole) => {
        const words = segmentsOf(whole).filter(({ isWordLike }) => isWordLike);
        assert.deepEqual(
          [...wordBag(whole).keys()],
          [...new Set(words.map(({ segment }) => segment.toLowerCase()))],
        );
        assert.equal(countWords('', whole).after, words.length);
      }),
    );
  });

  it('makes both texts', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const side = (without: string) =>
          wordDiff(before, after)
            .filter(({ kind }) => kind !== without)
            .map((segment) => segment.text)
            .join('');
        assert.equal(side('added'), before);
        assert.equal(side('removed'), after);
      }),
    );
  });

  it('keeps as many words as a diff of all words', () => {
    const words = fc.array(fc.constantFrom('we', 'mend', '400', 'bikes', 'for', 'all'), { maxLength: 8 });
    fc.assert(
      fc.property(words, words, (before, after) => {
        const kept = diffArrays(before, after).flatMap(({ added, removed, value }) =>
          added || removed ? [] : value,
        );
        assert.equal(countWords(before.join(' '), after.join(' ')).same, kept.length);
      }),
    );
  });
});
