import { BITS } from '../../src/lint/wording/feature-templates';
import { chainMarginals } from '../../src/lint/wording/model';

/** A training sentence: the hashes of its features, cut to {@link BITS}, and which tokens are marked. */
export interface Example {
  readonly states: readonly Int32Array[];
  readonly steps: readonly Int32Array[];
  readonly gold: readonly boolean[];
}

export interface Training {
  readonly epochs: number;
  readonly rate: number;
  /** Strength of the L1 penalty: most weights end at zero. */
  readonly sparsity: number;
  readonly seed: number;
  /** The dropout rate: the share of features that each training step ignores (Srivastava et al. 2014). */
  readonly dropout: number;
}

const SIZE = 1 << BITS;
/** Limits the length of the first steps. */
const START = 1e-2;
/** Gradients below this are skipped, to save time. */
const SMALL = 1e-4;

/**
 * A conditional random field by stochastic gradient descent: AdaGrad (Duchi et al. 2011) with an L1 penalty that is
 * applied lazily, when a weight is next used. The weights are the mean of those after each epoch of the second half.
 */
export function train(
  examples: readonly Example[],
  { epochs, rate, sparsity, seed, dropout }: Training,
): Float64Array {
  const weights = new Float64Array(SIZE);
  const squares = new Float64Array(SIZE);
  const sums = new Float64Array(SIZE);
  const used = new Int32Array(SIZE);
  const order = [...examples];
  const random = randomNumbers(seed);
  let step = 0;
  const pay = (id: number): number => {
    const weight = weights[id] as number;
    const debt =
      (rate * sparsity * (step - (used[id] as number))) / Math.sqrt(Math.max(1, squares[id] as number));
    used[id] = step;
    return weight > 0 ? Math.max(0, weight - debt) : Math.min(0, weight + debt);
  };
  const learn = (hashes: Int32Array, error: number): void => {
    if (Math.abs(error) < SMALL) return;
    for (const id of hashes) {
      const square = (squares[id] as number) + error * error;
      squares[id] = square;
      weights[id] = pay(id) + (rate * error) / Math.sqrt(START + square);
    }
  };
  const sum = (hashes: Int32Array): number => {
    let total = 0;
    for (const id of hashes) total += weights[id] as number;
    return total / (1 - dropout);
  };
  const thin = (hashes: Int32Array): Int32Array => hashes.filter(() => random() >= dropout);
  const half = Math.floor(epochs / 2);
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    shuffle(order, random);
    for (const { states, steps, gold } of order) {
      const [state, stepped] = [states.map(thin), steps.map(thin)];
      const { marks, going } = chainMarginals(state.map(sum), stepped.map(sum));
      step += 1;
      for (const [at, hashes] of state.entries()) {
        learn(hashes, Number(gold[at]) - (marks[at] as number));
        if (at > 0) {
          learn(stepped[at] as Int32Array, Number(gold[at] && gold[at - 1]) - (going[at] as number));
        }
      }
    }
    for (let id = 0; id < SIZE; id += 1) weights[id] = pay(id);
    if (epoch >= half)
      for (let id = 0; id < SIZE; id += 1) sums[id] = (sums[id] as number) + (weights[id] as number);
  }
  return sums.map((total) => total / (epochs - half));
}

/** A pseudo-random generator of numbers from 0 to 1 (SplitMix32), so that training can be repeated. */
function randomNumbers(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x9e3779b9) | 0;
    let value = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
    value = Math.imul(value ^ (value >>> 15), 0x735a2d97);
    return ((value ^ (value >>> 15)) >>> 0) / 2 ** 32;
  };
}

function shuffle<Item>(items: Item[], random: () => number): void {
  for (let at = items.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    [items[at], items[other]] = [items[other] as Item, items[at] as Item];
  }
}
