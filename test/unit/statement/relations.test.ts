import assert from 'node:assert/strict';
import { ParseEnglish } from 'parse-english';
import { hashOn } from '../../../src/english/linear-model';
import { sentencesOf } from '../../../src/english/sentences';
import { type FirstGuess, relationFeatures, relationWeights } from '../../../src/statement/anatomy/relations';

describe('the relations of a span to the first guesses', () => {
  const [sentence] = sentencesOf(
    new ParseEnglish().parse('We teach young people of Leith to sail, so that they reach the islands.'),
  );
  const tokens = sentence?.tokens ?? [];
  const guesses: readonly FirstGuess[] = [
    { from: 2, to: 4, sure: 2 },
    { from: 1, to: 8, sure: 1 },
    { from: 0, to: 0, sure: 0 },
  ];

  it('weigh as much as their features, for every span', () => {
    const weight = (feature: string) => hashOn(0, feature) % 101;
    for (const part of [0, 1, 2]) {
      const sum = relationWeights(tokens, part, guesses, weight);
      for (let from = 0; from < tokens.length; from += 1) {
        for (let to = from + 1; to <= tokens.length; to += 1) {
          const features = relationFeatures(tokens, from, to, part, guesses);
          const all = features.reduce((total, feature) => total + weight(feature), 0);
          assert.equal(sum(from, to), all, `${part}: ${from} to ${to}`);
        }
      }
    }
  });
});
