import assert from 'node:assert/strict';
import fc from 'fast-check';
import { ParseEnglish } from 'parse-english';
import { sentencesOf } from '../../../src/english/sentences';
import { Search } from '../../../src/statement/anatomy/expected-overlap';

const [first, second] = sentencesOf(
  new ParseEnglish().parse('We mend old boots. They walk to school again.'),
);
assert.ok(first && second);

describe('the choice of a stretch', () => {
  it('is none where none was added', () => {
    assert.equal(new Search(0).guess(), undefined);
  });

  it('is the likeliest if it is alone', () => {
    const search = new Search(0);
    search.add(5, first, 1, 3);
    search.add(-5, second, 0, 2);
    const guess = search.guess();
    assert.deepEqual([guess?.sentence, guess?.from, guess?.to], [first, 1, 3]);
    assert.ok((guess?.absent ?? 1) < 0.01);
  });

  it('is the one that shares most with the others where several are likely', () => {
    const search = new Search(-9);
    search.add(1.1, second, 0, 2);
    search.add(1, first, 1, 3);
    search.add(1, first, 1, 4);
    search.add(1, first, 0, 4);
    const guess = search.guess();
    assert.deepEqual([guess?.sentence, guess?.from, guess?.to], [first, 1, 4]);
  });

  it('says how likely it is that there is none', () => {
    const search = new Search(Math.log(3));
    search.add(0, second, 0, 1);
    const guess = search.guess();
    assert.deepEqual([guess?.sentence, guess?.from, guess?.to], [second, 0, 1]);
    assert.ok(Math.abs((guess?.absent ?? 0) - 0.75) < 1e-9);
  });

  it('is a stretch that was added', () => {
    const stretch = fc.tuple(
      fc.double({ min: -20, max: 20, noNaN: true }),
      fc.nat(3),
      fc.integer({ min: 1, max: 3 }),
    );
    fc.assert(
      fc.property(fc.array(stretch, { minLength: 1, maxLength: 20 }), (stretches) => {
        const search = new Search(0);
        for (const sentence of [first, second])
          for (const [score, from, length] of stretches)
            search.add(score, sentence, from, Math.min(4, from + length));
        const { from, to, absent } = search.guess() ?? { from: -1, to: -1, absent: -1 };
        assert.ok(stretches.some((one) => one[1] === from && Math.min(4, from + one[2]) === to));
        assert.ok(absent >= 0 && absent <= 1);
      }),
    );
  });
});
