import type { Root } from 'nlcst';
import { ParseEnglish } from 'parse-english';
import { packWeights } from '../../src/english/linear-model';
import { Distribution } from '../../src/statement/anatomy/distribution';
import { PARTS } from '../../src/statement/anatomy/span-model';
import { orderOf, shuffled } from './order';
import { type Related, type RelationWeights, trainRelations } from './relations';
import { SpanTrainer, scoresOf } from './span-trainer';
import { type Example, exampleOf, indicesOf, type Row } from './spans';
import { isHeldOut } from './split';

/** Size of the hash table in bits: large enough that a word outside the training set seldom collides with a weight. */
const BITS = 18;
/** Rarer features carry no information. */
const FEWEST = 3;
const EPOCHS = 5;
/** Number of features that the data file keeps; one more epoch corrects for the dropped ones. */
const KEPT = 22_500;
/** The scale of weights in the data file: finer steps change no figure. */
const SCALE = 10;
/** Weight of our own sentences: they have short forms, the public ones long ones. */
const OWN_WEIGHT = 3;
/** The relations are learned from first guesses at rows that the first model has not seen. */
const FOLDS = 3;

export interface AnatomyWeights {
  /** For each part its weights, the score of "none" last. */
  readonly spans: readonly Float64Array[];
  readonly relations: RelationWeights;
}

/**
 * Trains both models of the anatomy: spans, then how they relate to first guesses at the other parts. Deterministic: a
 * hash determines the order of rows.
 * @param rows labelled statements; held-out ones are skipped
 * @param own our own sentences
 */
export function trainAnatomy(rows: readonly Row[], own: readonly Row[]): AnatomyWeights {
  const open = rows.filter(({ text }) => !isHeldOut(text));
  const parser = new ParseEnglish();
  const all = [...open, ...own];
  const trees = all.map(({ text }) => parser.parse(text) as Root);
  const indices = indicesOf(trees, BITS, FEWEST);
  const examples = all.map((row, at) => exampleOf(trees[at] as Root, row, indices));
  const weightOf = (at: number) => (at < open.length ? 1 : OWN_WEIGHT);
  const repeated = <Item>(items: readonly Item[], places: readonly number[]) =>
    places.flatMap((at) => Array<Item>(weightOf(at)).fill(items[at] as Item));
  const places = [...examples.keys()];
  const related: Related[] = [];
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const isOut = (at: number) => orderOf(`fold:${at}`) % FOLDS === fold;
    const means = trainSpans(
      repeated(
        examples,
        places.filter((at) => !isOut(at)),
      ),
    );
    for (const at of places.filter(isOut)) {
      const example = examples[at] as Example;
      related[at] = { example, first: means.map((mean) => distributionOf(example, mean)) };
    }
  }
  return {
    spans: trainSpans(repeated(examples, places)),
    relations: trainRelations(repeated(related, places)),
  };
}

function distributionOf(example: Example, mean: Float64Array): Distribution {
  return new Distribution(example.spans, scoresOf(example, mean), mean[NONE] ?? 0);
}

/** The last place of a weight table is the score of "none". */
const NONE = 1 << BITS;

function trainSpans(examples: readonly Example[]): readonly Float64Array[] {
  const trainers = PARTS.map((part) => new SpanTrainer(part, NONE));
  for (let epoch = 0; epoch < EPOCHS; epoch += 1) runEpoch(trainers, examples, epoch);
  const strongest = strongestOf(trainers);
  for (const trainer of trainers) trainer.keep(strongest);
  runEpoch(trainers, examples, EPOCHS);
  return trainers.map(({ mean }) => mean);
}

function runEpoch(trainers: readonly SpanTrainer[], examples: readonly Example[], epoch: number): void {
  for (const example of shuffled(examples, String(epoch)))
    for (const trainer of trainers) trainer.learn(example);
  for (const trainer of trainers) trainer.average();
}

function strongestOf(trainers: readonly SpanTrainer[]): ReadonlySet<number> {
  const strength = (index: number) => Math.max(...trainers.map((trainer) => trainer.strengthOf(index)));
  const indices = Array.from({ length: NONE }, (_, index) => ({ index, strength: strength(index) }));
  indices.sort((one, other) => other.strength - one.strength);
  return new Set([NONE, ...indices.slice(0, KEPT).map(({ index }) => index)]);
}

/** The data file of trained weights. */
export function anatomyFile({ spans, relations }: AnatomyWeights): string {
  const table = new Int8Array(NONE * PARTS.length);
  for (const [part, mean] of spans.entries()) {
    for (let index = 0; index < NONE; index += 1) table[index * PARTS.length + part] = rounded(mean[index]);
  }
  const ofRelations = Int8Array.from(relations.weights, rounded);
  const list = (numbers: readonly (number | undefined)[]) =>
    `[${numbers.map((number) => Math.round((number ?? 0) * SCALE)).join(', ')}]`;
  return [
    '# Weights of the anatomy. Made by `npm run train`; what they are is in model-card.md.',
    `scale: ${SCALE}`,
    `none: ${list(spans.map((mean) => mean[NONE]))}`,
    'spans:',
    ...packed(table, BITS, PARTS.length),
    'relations:',
    `  first: ${list(relations.first)}`,
    `  none: ${list(relations.none)}`,
    ...packed(ofRelations, Math.log2(ofRelations.length), 1),
    '',
  ].join('\n');
}

function packed(table: Int8Array, bits: number, models: number): readonly string[] {
  const { weights } = packWeights(withoutSmallest(table, models), bits, models);
  const lines = weights.match(/.{1,112}/g) ?? [];
  return [`  bits: ${bits}`, `  models: ${models}`, '  weights: >-', ...lines.map((line) => `    ${line}`)];
}

/** A feature with one unit in one model carries too little to store. */
function withoutSmallest(table: Int8Array, models: number): Int8Array {
  const sizeAt = (at: number) =>
    table
      .subarray(at - (at % models), at - (at % models) + models)
      .reduce((sum, one) => sum + Math.abs(one), 0);
  return table.map((weight, at) => (weight !== 0 && sizeAt(at) > 1 ? weight : 0));
}

function rounded(weight: number | undefined): number {
  return Math.max(-127, Math.min(127, Math.round((weight ?? 0) * SCALE)));
}
