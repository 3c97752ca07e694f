import assert from 'node:assert/strict';
import fc from 'fast-check';
import { chainMarginals } from '../../../../src/lint/wording/model';
import { messagesIn } from '../vague-findings';

/** The probability of a mark at each token, by enumerating all label sequences. */
function byEnumeration(states: readonly number[], steps: readonly number[]): number[] {
  const sums = states.map(() => 0);
  let total = 0;
  for (let way = 0; way < 2 ** states.length; way += 1) {
    const marked = states.map((_, at) => ((way >> at) & 1) === 1);
    const score = states.reduce(
      (sum, state, at) => sum + (marked[at] ? state + (at > 0 && marked[at - 1] ? (steps[at] ?? 0) : 0) : 0),
      0,
    );
    total += Math.exp(score);
    for (const [at, is] of marked.entries()) if (is) sums[at] = (sums[at] ?? 0) + Math.exp(score);
  }
  return sums.map((sum) => sum / total);
}

describe('the model of wording', () => {
  it('has the probabilities that all ways to mark a chain add up to', () => {
    const score = fc.double({ min: -6, max: 6, noNaN: true });
    fc.assert(
      fc.property(fc.array(fc.tuple(score, score), { maxLength: 8 }), (chain) => {
        const [states, steps] = [chain.map(([state]) => state), chain.map(([, step]) => step)];
        const { marks } = chainMarginals(states, steps);
        for (const [at, expected] of byEnumeration(states, steps).entries()) {
          assert.ok(Math.abs((marks[at] ?? -1) - expected) < 1e-9);
        }
      }),
    );
  });

  it('cuts no phrase in half', () => {
    const marked = (text: string) => messagesIn(text).map(({ actual }) => actual);
    assert.ok(!marked('We lend other design materials to schools.').includes('other design'));
    assert.ok(!marked('We foster creativity, and encourage reading.').includes('creativity, and encourage'));
  });

  it('finds words with hyphens that do not break, soft hyphens and ligatures', () => {
    for (const word of ['world‑class', 'inno­vative', 'eﬀective']) {
      assert.deepEqual(
        messagesIn(`We offer ${word} services.`).filter(({ actual }) => actual?.includes(word)).length,
        1,
        word,
      );
    }
  });
});
