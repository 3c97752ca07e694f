import assert from 'node:assert/strict';
import { ParseEnglish } from 'parse-english';
import { sentencesOf } from '../../../src/english/sentences';

const parser = new ParseEnglish();
const tagsIn = (text: string) =>
  sentencesOf(parser.parse(text))
    .flatMap(({ tokens }) => tokens)
    .filter(({ kind }) => kind === 'word' || kind === 'number')
    .map(({ tag }) => tag)
    .join(' ');
const lemmasIn = (text: string) =>
  sentencesOf(parser.parse(text))
    .flatMap(({ tokens }) => tokens)
    .map(({ lemma }) => lemma)
    .join(' ');

const CASES: readonly (readonly [text: string, tags: string])[] = [
  ['We mend nets for 40 fishing crews.', 'pronoun verb noun preposition number noun noun'],
  ['We help families in Leeds cook.', 'pronoun verb noun preposition name verb'],
  ['We bake & sell bread.', 'pronoun verb verb noun'],
  ['To support children.', 'to verb noun'],
  ['Our support helps children.', 'possessive noun verb noun'],
  ['They need many needs.', 'pronoun verb adjective noun'],
  ["It's a garden that we're proud of.", 'pronoun determiner noun pronoun pronoun adjective preposition'],
  ['We will plant trees and plants.', 'pronoun modal verb noun conjunction noun'],
  ['They find homes for abandoned dogs.', 'pronoun verb noun preposition adjective noun'],
];

describe('part-of-speech tags', () => {
  for (const [text, tags] of CASES) {
    it(text, () => {
      assert.equal(tagsIn(text), tags);
    });
  }

  it('come with the dictionary form', () => {
    assert.equal(lemmasIn('Children were taught.'), 'child be teach .');
    assert.equal(
      lemmasIn('She is providing families with built houses'),
      'she be provide family with build house',
    );
  });
});
