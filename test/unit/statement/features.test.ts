import assert from 'node:assert/strict';
import { ParseEnglish } from 'parse-english';
import { indexOf } from '../../../src/english/linear-model';
import { sentencesOf } from '../../../src/english/sentences';
import { endFeatures, partFeatures, startFeatures, written } from '../../../src/statement/anatomy/features';
import { summing } from '../../../src/statement/anatomy/span-model';

describe('the features of the anatomy', () => {
  const [sentence] = sentencesOf(
    new ParseEnglish().parse('We teach 12 young “naïve” people of Leith to sail.'),
  );
  const tokens = sentence?.tokens ?? [];

  it('are written as their name and their values', () => {
    const features = written((put) => startFeatures(tokens, 1, 0, put));
    assert.deepEqual(features.slice(0, 5), ['Sateach', 'Sbverb', 'Scwe', 'Sdpron,verb', 'Sewe,verb,numb']);
    assert.equal(features.at(-1), 'Sz0');
  });

  it('weigh the same hashed as written out', () => {
    const bits = 12;
    const weights = Int8Array.from({ length: 3 << bits }, (_, at) => ((at * 7919) % 255) - 127);
    const sumOf = summing(weights, bits);
    for (let at = 0; at < tokens.length; at += 1) {
      for (const features of [
        (put) => startFeatures(tokens, at, 1, put),
        (put) => endFeatures(tokens, at, put),
        (put) => partFeatures(tokens, 0, at + 1, put),
      ] satisfies Parameters<typeof written>[0][]) {
        const places = written(features).map((feature) => 3 * indexOf(feature, bits));
        const all = [0, 1, 2].map((part) =>
          places.reduce((sum, place) => sum + (weights[place + part] ?? 0), 0),
        );
        assert.deepEqual(sumOf(features), all);
      }
    }
  });
});
