import assert from 'node:assert/strict';
import { placesOf, SLOTS, STATE, STEP, weigh } from '../../../../src/lint/wording/feature-templates';

describe('the features of wording', () => {
  const values = Int32Array.from({ length: SLOTS }, (_, slot) => slot * 7919 - 100_000);

  it('have the places that the shipped weights were trained with', () => {
    // A hash that changes makes noise of the weights, and nothing else would say so.
    assert.deepEqual([...placesOf(STATE, values).slice(0, 4)], [183895, 121918, 118817, 12866]);
    assert.deepEqual([...placesOf(STEP, values).slice(0, 4)], [204910, 62965, 220780, 205543]);
  });

  it('are weighed as the sum of the weights at their places', () => {
    const weights = new Int16Array(1 << 18).map((_, index) => (index % 251) - 125);
    for (const templates of [STATE, STEP]) {
      const sum = placesOf(templates, values).reduce((total, place) => total + (weights[place] ?? 0), 0);
      assert.equal(weigh(weights, templates, values), sum);
    }
  });
});
