import { indexOf } from '../../src/english/linear-model';
import type { Distribution } from '../../src/statement/anatomy/distribution';
import { firstGuessOf, relationFeatures } from '../../src/statement/anatomy/relations';
import { CONSIDERED, PARTS, type PartName } from '../../src/statement/anatomy/span-model';
import { AdaGrad } from './ada-grad';
import { shuffled } from './order';
import { sharesOf } from './span-trainer';
import type { Example } from './spans';

/** A statement, and for each part the first model's probabilities. */
export interface Related {
  readonly example: Example;
  readonly first: readonly Distribution[];
}

export interface RelationWeights {
  readonly weights: Float64Array;
  /** For each part the weight of the first model's logarithmic probabilities. */
  readonly first: readonly number[];
  /** For each part what is added to the score of its absence. */
  readonly none: readonly number[];
}

const BITS = 16;
const SIZE = 1 << BITS;
const RATE = 0.05;
const DECAY = 0.02;
const START = 1e-2;
const EPOCHS = 6;
/** Number of features for each part that the data file keeps. */
const KEPT = 1500;

/** Trains how the parts of a statement relate: a softmax over the likely spans and "none". */
export function trainRelations(rows: readonly Related[]): RelationWeights {
  const weights = new Float64Array(SIZE);
  const biases = PARTS.map((part, index) => {
    const mean = trainPart(
      rows.flatMap((row) => inputOf(row, part, index) ?? []),
      index,
    );
    for (const [at, weight] of mean.subarray(0, SIZE).entries())
      weights[at] = (weights[at] as number) + weight;
    return { first: mean[SIZE] as number, none: mean[SIZE + 1] as number };
  });
  return { weights, first: biases.map(({ first }) => first), none: biases.map(({ none }) => none) };
}

/** The likely spans: their features, the first model's logarithmic probability, and which is right, -1 for none. */
interface Input {
  readonly features: readonly (readonly number[])[];
  readonly first: readonly number[];
  readonly absent: number;
  readonly target: number;
}

function inputOf({ example, first }: Related, part: PartName, index: number): Input | undefined {
  const gold = example.gold[part];
  const { spans, shares, absent, top } = first[index] as Distribution;
  const likely = [...shares.keys()].filter((at) => (shares[at] as number) >= top * CONSIDERED);
  const target = gold === undefined || gold < 0 ? -1 : likely.indexOf(gold);
  if (gold === undefined || (gold >= 0 && target < 0)) return undefined;
  const guesses = first.map(firstGuessOf);
  const indices = (features: readonly string[]) => features.map((feature) => indexOf(feature, BITS));
  return {
    features: likely.map((at) => {
      const [from, to] = [spans.from[at] as number, spans.to[at] as number];
      return indices(relationFeatures(example.tokens, from, to, index, guesses));
    }),
    first: likely.map((at) => Math.log(shares[at] as number)),
    absent: Math.log(Math.max(absent, Number.MIN_VALUE)),
    target,
  };
}

function trainPart(inputs: readonly Input[], seed: number): Float64Array {
  const steps = new AdaGrad(SIZE + 2, RATE, DECAY, START, SIZE);
  const { weights } = steps;
  weights[SIZE] = 1;
  let mean = new Float64Array(SIZE + 2);
  for (let epoch = 0; epoch < EPOCHS; epoch += 1) {
    for (const input of shuffled(inputs, `${seed}:${epoch}`)) learn(input, steps);
    if (epoch === EPOCHS / 2 - 1) steps.keep(strongestOf(steps));
    const round = epoch - EPOCHS / 2 + 1;
    if (round > 0) mean = mean.map((one, at) => one + ((weights[at] as number) - one) / round);
  }
  return mean;
}

function learn({ features, first, absent, target }: Input, steps: AdaGrad): void {
  const { weights } = steps;
  const sum = (indices: readonly number[]) =>
    indices.reduce((all, index) => all + (weights[index] as number), 0);
  const trust = weights[SIZE] as number;
  const scores = Float64Array.from(features, (own, at) => trust * (first[at] as number) + sum(own));
  const { shares, none } = sharesOf(scores, trust * absent + (weights[SIZE + 1] as number));
  for (const [at, share] of shares.entries()) {
    const slope = (at === target ? 1 : 0) - share;
    steps.add([SIZE], slope * (first[at] as number));
    steps.add(features[at] as number[], slope);
  }
  const slope = (target === -1 ? 1 : 0) - none;
  steps.add([SIZE], slope * absent);
  steps.add([SIZE + 1], slope);
  steps.step();
}

function strongestOf(steps: AdaGrad): ReadonlySet<number> {
  const strength = (at: number) => steps.strengthOf(at, steps.weights[at] as number);
  const order = [...steps.weights.subarray(0, SIZE).keys()].sort(
    (one, other) => strength(other) - strength(one),
  );
  return new Set([SIZE, SIZE + 1, ...order.slice(0, KEPT)]);
}
