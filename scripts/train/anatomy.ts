import type { Root } from 'nlcst';
import { ParseEnglish } from 'parse-english';
import { packWeights } from '../../src/english/linear-model';
import { PARTS, type Part } from '../../src/statement/anatomy/span-model';
import { type Example, exampleOf, gradientOf, indicesOf } from './spans';
import { isHeldOut } from './split';

/** A statement with the texts of its parts, as in `statements-train.jsonl`; `null` if it lacks the part. */
export type Row = { readonly text: string } & Readonly<Record<`${Part}Text`, string | null>>;

/** Size of the hash table in bits: large enough that a word outside the training set seldom collides with a weight. */
const BITS = 18;
const MODELS = PARTS.length;
/** Rarer features carry no information. */
const FEWEST = 3;
const EPOCHS = 3;
/** Epochs after all but the strongest weights are dropped. */
const LATER_EPOCHS = 2;
const KEPT = 14_000;
const RATE = 0.1;
const DECAY = 1e-3;
/** The scale of weights in the data file: its bytes reach ±127. */
const SCALE = 32;
/** Weight of our own sentences: they have short forms, the public ones long ones. */
const OWN_WEIGHT = 3;

/**
 * Trains the three models of the anatomy: a softmax over all spans of a statement and "none", by AdaGrad; the weights
 * are the mean of those after each epoch. Deterministic: a hash determines the order of rows.
 * @param rows labelled statements; held-out ones are skipped
 * @param own our own sentences
 * @returns for each part its weights, the score of "none" last
 */
export function trainAnatomy(rows: readonly Row[], own: readonly Row[]): readonly Float64Array[] {
  const all = [
    ...rows.filter(({ text }) => !isHeldOut(text)),
    ...Array(OWN_WEIGHT).fill(own).flat(),
  ] as Row[];
  const parser = new ParseEnglish();
  const trees = all.map(({ text }) => parser.parse(text) as Root);
  const indices = indicesOf(trees, BITS, FEWEST);
  const examples = all.map((row, at) => exampleOf(trees[at] as Root, row, indices));
  const trainers = PARTS.map((part) => new Trainer(part));
  let round = 0;
  const rounds = (count: number) => {
    for (const trainer of trainers) trainer.restart();
    for (const last = round + count; round < last; round += 1) {
      for (const example of shuffled(examples, round)) for (const trainer of trainers) trainer.learn(example);
      for (const trainer of trainers) trainer.average();
    }
  };
  rounds(EPOCHS);
  const strongest = strongestOf(trainers);
  for (const trainer of trainers) trainer.keep(strongest);
  rounds(LATER_EPOCHS);
  return trainers.map(({ mean }) => mean);
}

/** The last place of a weight table is the score of "none". */
const NONE = 1 << BITS;

class Trainer {
  #weights = new Float64Array(NONE + 1);
  #kept: ReadonlySet<number> | undefined;
  readonly #squares = new Float64Array(NONE + 1);
  #rounds = 0;
  mean = new Float64Array(NONE + 1);

  constructor(readonly part: Part) {}

  /** Importance of a weight over all rows: its magnitude, and how often rows update it. */
  strengthOf(index: number): number {
    return Math.abs(this.mean[index] ?? 0) * Math.sqrt(this.#squares[index] ?? 0);
  }

  restart(): void {
    this.#rounds = 0;
    this.mean = new Float64Array(NONE + 1);
  }

  keep(indices: ReadonlySet<number>): void {
    this.#kept = indices;
    this.#weights = this.mean.map((weight, index) => (indices.has(index) ? weight : 0));
  }

  learn(example: Example): void {
    const weights = this.#weights;
    for (const [index, slope] of gradientOf(example, this.part, weights, NONE)) {
      if (this.#kept && !this.#kept.has(index)) continue;
      const step = slope - DECAY * (weights[index] ?? 0);
      const square = (this.#squares[index] ?? 0) + step * step;
      this.#squares[index] = square;
      weights[index] = (weights[index] ?? 0) + (RATE * step) / Math.sqrt(1e-8 + square);
    }
  }

  average(): void {
    this.#rounds += 1;
    this.mean = this.mean.map((mean, index) => mean + ((this.#weights[index] ?? 0) - mean) / this.#rounds);
  }
}

function strongestOf(trainers: readonly Trainer[]): ReadonlySet<number> {
  const strength = (index: number) => Math.max(...trainers.map((trainer) => trainer.strengthOf(index)));
  const indices = Array.from({ length: NONE }, (_, index) => ({ index, strength: strength(index) }));
  indices.sort((one, other) => other.strength - one.strength);
  return new Set([NONE, ...indices.slice(0, KEPT).map(({ index }) => index)]);
}

/** The data file of trained weights. */
export function anatomyFile(means: readonly Float64Array[]): string {
  const table = new Int8Array(NONE * MODELS);
  for (const [model, mean] of means.entries()) {
    for (let index = 0; index < NONE; index += 1)
      table[index * MODELS + model] = rounded((mean[index] ?? 0) * SCALE);
  }
  const none = means.map((mean) => Math.round((mean[NONE] ?? 0) * SCALE));
  const { weights } = packWeights(table, BITS, MODELS);
  const lines = weights.match(/.{1,116}/g) ?? [];
  return [
    '# Weights of the anatomy. Made by `npm run train`; what they are is in model-card.md.',
    `bits: ${BITS}`,
    `models: ${MODELS}`,
    `scale: ${SCALE}`,
    `none: [${none.join(', ')}]`,
    'weights: >-',
    ...lines.map((line) => `  ${line}`),
    '',
  ].join('\n');
}

function rounded(weight: number): number {
  return Math.max(-127, Math.min(127, Math.round(weight)));
}

function shuffled<Item>(items: readonly Item[], seed: number): readonly Item[] {
  const keyed = items.map((item, index) => ({ item, key: orderOf(`${seed}:${index}`) }));
  return keyed.sort((one, other) => one.key - other.key).map(({ item }) => item);
}

function orderOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}
