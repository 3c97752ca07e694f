import type { PartName } from '../../src/statement/anatomy/span-model';
import { AdaGrad } from './ada-grad';
import type { Example } from './spans';

const RATE = 0.05;
const DECAY = 1e-2;
const START = 1e-8;
/** Gradients below this are skipped, to save time. */
const SMALL = 1e-4;

/**
 * A softmax over all spans of a statement and "none". The weights are the mean of those after each epoch since the start
 * or since {@link keep}.
 */
export class SpanTrainer {
  readonly #steps: AdaGrad;
  #epochs = 0;
  mean: Float64Array;

  /** @param none the index of the score of "none", the last one */
  constructor(
    readonly part: PartName,
    readonly none: number,
  ) {
    this.#steps = new AdaGrad(none + 1, RATE, DECAY, START);
    this.mean = new Float64Array(none + 1);
  }

  strengthOf(index: number): number {
    return this.#steps.strengthOf(index, this.mean[index] ?? 0);
  }

  /** Goes on from the mean of some weights only. */
  keep(indices: ReadonlySet<number>): void {
    this.#steps.weights.set(this.mean);
    this.#steps.keep(indices);
    this.#epochs = 0;
  }

  average(): void {
    this.#epochs += 1;
    const { weights } = this.#steps;
    this.mean = this.mean.map((mean, index) => mean + ((weights[index] ?? 0) - mean) / this.#epochs);
  }

  /** One step along the gradient of the log-likelihood of the readers' span. */
  learn(example: Example): void {
    const { starts, ends, inside, whole, spans } = example;
    const target = example.gold[this.part];
    if (target === undefined) return;
    const steps = this.#steps;
    const { shares, none } = sharesOf(scoresOf(example, steps.weights), steps.weights[this.none] ?? 0);
    const [atStart, atEnd, turns] = [0, 1, 2].map(() => new Float64Array(starts.length + 1)) as [
      Float64Array,
      Float64Array,
      Float64Array,
    ];
    for (const [index, share] of shares.entries()) {
      const slope = (index === target ? 1 : 0) - share;
      if (Math.abs(slope) < SMALL) continue;
      const [from, to] = [spans.from[index] as number, spans.to[index] as number];
      atStart[from] = (atStart[from] as number) + slope;
      atEnd[to - 1] = (atEnd[to - 1] as number) + slope;
      turns[from] = (turns[from] as number) + slope;
      turns[to] = (turns[to] as number) - slope;
      steps.add(whole[index] as number[], slope);
    }
    let running = 0;
    for (const at of starts.keys()) {
      running += turns[at] as number;
      if (atStart[at]) steps.add(starts[at] as number[], atStart[at]);
      if (atEnd[at]) steps.add(ends[at] as number[], atEnd[at]);
      if (Math.abs(running) > 1e-6) steps.add(inside[at] as number[], running);
    }
    steps.add([this.none], (target === -1 ? 1 : 0) - none);
    steps.step();
  }
}

/** The score of each span. */
export function scoresOf(
  { starts, ends, inside, whole, spans }: Example,
  weights: Float64Array,
): Float64Array {
  const sum = (indices: readonly number[]) => {
    let all = 0;
    for (const index of indices) all += weights[index] as number;
    return all;
  };
  const [start, end] = [starts.map(sum), ends.map(sum)];
  const before = [0];
  for (const [at, indices] of inside.entries()) before.push((before[at] ?? 0) + sum(indices));
  return Float64Array.from(spans.from, (from, at) => {
    const to = spans.to[at] as number;
    const ends = (start[from] as number) + (end[to - 1] as number);
    return ends + (before[to] as number) - (before[from] as number) + sum(whole[at] as number[]);
  });
}

/** The probabilities of a softmax over scores and "none". */
export function sharesOf(
  scores: Float64Array,
  none: number,
): { readonly shares: Float64Array; readonly none: number } {
  const top = scores.reduce((one, other) => Math.max(one, other), none);
  const shares = scores.map((score) => Math.exp(score - top));
  const noShare = Math.exp(none - top);
  const total = shares.reduce((one, other) => one + other, noShare);
  return { shares: shares.map((share) => share / total), none: noShare / total };
}
