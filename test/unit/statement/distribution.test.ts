import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Distribution } from '../../../src/statement/anatomy/distribution';

function distributionOf(spans: readonly (readonly [number, number, number])[], none: number): Distribution {
  const all = {
    from: spans.map(([from]) => from),
    to: spans.map(([, to]) => to),
    length: 8,
  };
  return new Distribution(
    all,
    spans.map(([, , score]) => score),
    none,
  );
}

describe('the distribution of a part over spans', () => {
  it('has no choice without a span', () => {
    assert.equal(distributionOf([], 0).choose(0.4), undefined);
  });

  it('chooses the likeliest if it is alone', () => {
    const distribution = distributionOf(
      [
        [1, 3, 5],
        [4, 6, -5],
      ],
      0,
    );
    assert.equal(distribution.choose(0.4)?.index, 0);
    assert.ok(distribution.absent < 0.01);
  });

  it('chooses the span whose words the others share if several are likely', () => {
    const spans = [
      [4, 6, 1.1],
      [1, 3, 1],
      [1, 4, 1],
      [0, 4, 1],
    ] as const;
    const choice = distributionOf(spans, -9).choose(0.4);
    assert.equal(choice?.index, 2);
    assert.ok(choice && choice.coverage > 0.6 && choice.coverage < 0.75);
  });

  it('chooses no span below the threshold', () => {
    const distribution = distributionOf([[0, 1, 0]], Math.log(3));
    assert.ok(Math.abs(distribution.absent - 0.75) < 1e-9);
    assert.equal(distribution.choose(0.3), undefined);
    assert.equal(distribution.choose(0.2)?.index, 0);
  });

  it('adds up to 1, and chooses a span whose words are as likely as demanded', () => {
    const span = fc
      .tuple(fc.nat(6), fc.integer({ min: 1, max: 4 }), fc.double({ min: -20, max: 20, noNaN: true }))
      .map(([from, length, score]) => [from, Math.min(8, from + length), score] as const);
    const spans = fc.array(span, { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(spans, fc.double({ min: 0.05, max: 0.9, noNaN: true }), (some, least) => {
        const distribution = distributionOf(some, 0);
        const total = distribution.shares.reduce((sum, share) => sum + share, distribution.absent);
        assert.ok(Math.abs(total - 1) < 1e-9);
        const choice = distribution.choose(least);
        if (!choice) return;
        assert.ok(choice.index < some.length);
        assert.ok(choice.coverage >= least && choice.coverage <= 1 + 1e-9);
      }),
    );
  });
});
