import assert from 'node:assert/strict';
import fc from 'fast-check';
import { indexOf, packWeights, unpackWeights } from '../../../src/english/linear-model';

describe('the linear model', () => {
  it('gives each feature one place in its table', () => {
    fc.assert(
      fc.property(fc.string(), (feature) => {
        const index = indexOf(feature, 10);
        assert.ok(index >= 0 && index < 1024 && index === indexOf(feature, 10));
      }),
    );
    assert.notEqual(indexOf('Sawe', 15), indexOf('Sato', 15));
  });

  it('reads the weights that it has packed', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -127, max: 127 }), { minLength: 48, maxLength: 48 }),
        (weights) => {
          const table = Int8Array.from(weights);
          assert.deepEqual(unpackWeights(packWeights(table, 4, 3)), table);
          const sparse = new Int8Array(3 << 12);
          sparse.set(table.subarray(0, 3), 3 * 4000);
          assert.deepEqual(unpackWeights(packWeights(sparse, 12, 3)), sparse);
        },
      ),
    );
  });
});
