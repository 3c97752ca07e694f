import assert from 'node:assert/strict';
import fc from 'fast-check';
import { ParseEnglish } from 'parse-english';
import { wordFacts } from '../../../src/english/word-difficulty';
import { countsOf, figuresOf, gradeOf } from '../../../src/statement/figures';

const parser = new ParseEnglish();
const parse = (text: string) => parser.parse(text);
const grade = (text: string) => figuresOf([parse(text)]).grade;

const PLAIN = 'We read to the children on our street, and we help them to read to us.';
const DENSE =
  'The institution facilitates interdisciplinary collaboration and the dissemination of comprehensive methodological innovation.';

describe('figuresOf', () => {
  it('counts words and sentences over all blocks, punctuation left out', () => {
    const figures = figuresOf([parse('We mend bicycles. For free!'), parse('Since 1987 - on Fridays.')]);
    assert.equal(figures.sentences, 3);
    assert.equal(figures.words, 9);
  });

  it('counts tokens set apart by spaces like any others', () => {
    const { words, sentences, grade } = figuresOf([parse('We mend bicycles , for free .')]);
    assert.deepEqual({ words, sentences, grade }, figuresOfPlain('We mend bicycles, for free.'));
  });

  it('is 0 everywhere without words', () => {
    const nothing = { words: 0, sentences: 0, grade: 0, vaguePer100: 0 };
    assert.deepEqual(figuresOf([]), nothing);
    assert.deepEqual(figuresOf([parse('')]), nothing);
    assert.deepEqual(figuresOf([parse('... -- !')], 2), nothing);
  });

  it('gives vague wording per 100 words', () => {
    assert.equal(figuresOf([parse('We strive for various excellent things.')], 3).vaguePer100, 50);
    assert.equal(figuresOf([parse('one two three')], 1).vaguePer100, 33.3);
  });
});

describe('gradeOf', () => {
  it('rises from a plain sentence to a dense one', () => {
    assert.ok(grade(PLAIN) <= 4, `plain: ${grade(PLAIN)}`);
    assert.ok(grade(DENSE) >= 16, `dense: ${grade(DENSE)}`);
  });

  it('does not take a name or a figure for a hard word', () => {
    const named = grade('The club meets in Wolverhampton and in Constantinople in 1987.');
    const worded = grade('The club meets in conglomerations and in peculiarities in perpetuity.');
    assert.ok(named < worded - 2, `${named} against ${worded}`);
  });

  it('sees no names in a line set in capitals', () => {
    assert.ok(grade(DENSE.toUpperCase()) > 12);
  });

  it('is a number from 0 to 20 for any counts of any text', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 60 }), { maxLength: 3 }), (texts) => {
        const value = gradeOf(countsOf(texts.map(parse)));
        assert.ok(value >= 0 && value <= 20, String(value));
      }),
    );
  });

  it('hardly differs between a text and that text many times', () => {
    const once = gradeOf(countsOf([parse(PLAIN)]));
    const often = gradeOf(countsOf(Array.from({ length: 20 }, () => parse(PLAIN))));
    assert.ok(Math.abs(once - often) <= 0.5, `${once} against ${often}`);
  });

  it('does not take one long word for a hard text', () => {
    assert.ok(grade('Interdisciplinarity.') < 10);
    assert.ok(grade('Flying motorcycles') < 10);
  });
});

describe('wordFacts', () => {
  it('accepts regular forms of easy words', () => {
    for (const word of [
      'children',
      'stopped',
      'tries',
      'making',
      "dog's",
      'happily',
      'bigger',
      'playground',
    ]) {
      assert.ok(wordFacts(word).easy, word);
    }
    for (const word of ['methodology', 'facilitates', 'stakeholder']) assert.ok(!wordFacts(word).easy, word);
  });

  it('counts letters and syllables', () => {
    assert.deepEqual([wordFacts("women's").letters, wordFacts('community').syllables], [6, 4]);
  });

  it('gives a hyphenated word its parts', () => {
    assert.ok(wordFacts('long-term').easy === (wordFacts('long').easy && wordFacts('term').easy));
    assert.ok(wordFacts('well-made').easy);
  });
});

function figuresOfPlain(text: string) {
  const { words, sentences, grade } = figuresOf([parse(text)]);
  return { words, sentences, grade };
}
