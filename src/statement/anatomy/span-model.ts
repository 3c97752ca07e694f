import {
  FIRST_HASH,
  hashOn,
  indexOf,
  indexOfHash,
  type PackedWeights,
  unpackWeights,
} from '../../english/linear-model';
import type { Sentence } from '../../english/sentences';
import type { Token } from '../../english/token';
import data from './anatomy-weights.yml';
import { Distribution } from './distribution';
import {
  edgeEnds,
  edgeStarts,
  endFeatures,
  type FeatureSink,
  headFeatures,
  headOf,
  insideFeatures,
  isNoun,
  LONGEST_PART,
  sizeFeatures,
  sizeOf,
  startFeatures,
} from './features';
import { firstGuessOf, memoised, relationWeights } from './relations';

/** The parts in the order of the models. */
export const PARTS = ['who', 'what', 'change'] as const;
export type PartName = (typeof PARTS)[number];

/** The tokens of the chosen span for a part, if there is one, and the probability that there is no such part. */
interface Guess {
  readonly tokens: readonly Token[] | undefined;
  /** From 0 to 1. */
  readonly absent: number;
}

interface ModelData {
  /** The number of weight units in 1 of the exponent. */
  readonly scale: number;
  /** For each part the score of its absence. */
  readonly none: readonly number[];
  readonly spans: PackedWeights;
  /** The second model: it adds the relations to the first guesses at the other parts. */
  readonly relations: PackedWeights & {
    /** For each part the weight of the first model's logarithmic probabilities. */
    readonly first: readonly number[];
    /** For each part what is added to the score of its absence. */
    readonly none: readonly number[];
  };
}

const model = data as ModelData;
let tables: { readonly spans: Int8Array; readonly relations: Int8Array } | undefined;

/** Minimum probability of a part's tokens, on average: chosen by cross-validation for the best word F1. */
const LEAST: readonly number[] = [0.35, 0.4, 0.4];

/** Spans below this share of the highest probability keep it in the second model: they are not chosen. */
export const CONSIDERED = 1e-3;

/**
 * For each of {@link PARTS}, the span within a sentence that best covers it. A first model scores each span by the sum of the
 * weights for its start, its end, each of its tokens and the whole span; the absence of a part has its own score. A
 * second one adds how the span relates to the first guesses at the other parts. `undefined` for a text without words.
 */
export function guessParts(sentences: readonly Sentence[]): readonly Guess[] | undefined {
  tables ??= { spans: unpackWeights(model.spans), relations: unpackWeights(model.relations) };
  const { spans: weights, relations } = tables;
  const tokens: Token[] = [];
  const spans: MutableSpans = { from: [], to: [], scores: [[], [], []] };
  for (const [index, sentence] of sentences.entries()) {
    look(sentence, Math.min(index, 3), tokens.length, weights, spans);
    tokens.push(...sentence.tokens);
  }
  const { from, to, scores } = spans;
  if (from.length === 0) return undefined;
  const placed = { from, to, length: tokens.length };
  const first = model.none.map(
    (none, part) => new Distribution(placed, scores[part] as number[], none / model.scale),
  );
  return relate(tokens, first, relations).map((distribution, part): Guess => {
    const choice = distribution.choose(LEAST[part] as number);
    const chosen = choice && tokens.slice(from[choice.index], to[choice.index]);
    return { tokens: chosen, absent: distribution.absent };
  });
}

/** The distributions of the second model. */
function relate(
  tokens: readonly Token[],
  first: readonly Distribution[],
  weights: Int8Array,
): readonly Distribution[] {
  const { relations, scale } = model;
  const guesses = first.map(firstGuessOf);
  const weight = (feature: string) => weights[indexOf(feature, relations.bits)] as number;
  return first.map(({ spans, shares, absent, top }, part) => {
    const trust = (relations.first[part] ?? 0) / scale;
    const sum = relationWeights(tokens, part, guesses, weight);
    const scores = new Float64Array(shares.length).fill(Number.NEGATIVE_INFINITY);
    const considered = top * CONSIDERED;
    for (let at = 0; at < shares.length; at += 1) {
      const share = shares[at] as number;
      if (share < considered) continue;
      const [from, to] = [spans.from[at] as number, spans.to[at] as number];
      scores[at] = trust * Math.log(share) + sum(from, to) / scale;
    }
    const none = trust * Math.log(absent) + (relations.none[part] ?? 0) / scale;
    return new Distribution(spans, scores, none);
  });
}

type Sums = readonly [number, number, number];

/** Spans, and for each part their scores. */
interface MutableSpans {
  readonly from: number[];
  readonly to: number[];
  readonly scores: readonly [number[], number[], number[]];
}

/** Adds the spans of a sentence and their scores in the first model. */
function look(
  { tokens }: Sentence,
  place: number,
  before: number,
  weights: Int8Array,
  spans: MutableSpans,
): void {
  const sumOf = summing(weights, model.spans.bits);
  const { length } = tokens;
  const inside: Sums[] = [];
  const lasts: Sums[] = [];
  const edges: (readonly [string, string, string])[] = [edgeEnds(tokens, 0)];
  for (let at = 0; at < length; at += 1) {
    inside.push(sumOf((put) => insideFeatures(tokens, at, put)));
    lasts.push(sumOf((put) => endFeatures(tokens, at, put)));
    edges.push(edgeEnds(tokens, at + 1));
  }
  const { bits } = model.spans;
  const { scale } = model;
  const [who, what, change] = spans.scores;
  for (let from = 0; from < length; from += 1) {
    if (tokens[from]?.kind === 'punctuation') continue;
    // Many spans with the same start have the same head, and most lengths share a size.
    const ofSize = memoised((size) => sumOf((put) => sizeFeatures(tokens, from, size, put)));
    const ofHead = memoised((head) => sumOf((put) => headFeatures(tokens, from, head, put)));
    const headUpTo = headsFrom(tokens, from);
    const [one, two, three] = edgeStarts(tokens, from).map((start) => hashOn(FIRST_HASH, start)) as [
      number,
      number,
      number,
    ];
    const running = [...sumOf((put) => startFeatures(tokens, from, place, put))] as [number, number, number];
    for (let to = from + 1; to <= length && to - from <= LONGEST_PART; to += 1) {
      add(running, inside[to - 1] as Sums);
      if (tokens[to - 1]?.kind === 'punctuation') continue;
      // A statement has a thousand spans: no iterators and no spreads here.
      const sums: [number, number, number] = [running[0], running[1], running[2]];
      const [last, next] = edges[to] as readonly [string, string, string];
      addWeights(sums, weights, indexOfHash(hashOn(one, last), bits));
      addWeights(sums, weights, indexOfHash(hashOn(two, next), bits));
      addWeights(sums, weights, indexOfHash(hashOn(three, next), bits));
      add(sums, ofSize(sizeOf(to - from)));
      add(sums, ofHead(headUpTo(to)));
      add(sums, lasts[to - 1] as Sums);
      spans.from.push(before + from);
      spans.to.push(before + to);
      who.push(sums[0] / scale);
      what.push(sums[1] / scale);
      change.push(sums[2] / scale);
    }
  }
}

/** {@link headOf} for longer and longer parts with the same start: once a noun ends inside of one, it stays the head. */
function headsFrom(tokens: readonly Token[], from: number): (to: number) => number {
  let settled = -1;
  return (to) => {
    if (settled >= 0) return settled;
    const head = headOf(tokens, from, to);
    if (head + 1 < to && isNoun(tokens[head])) settled = head;
    return head;
  };
}

function add(sums: [number, number, number], other: Sums): void {
  sums[0] += other[0];
  sums[1] += other[1];
  sums[2] += other[2];
}

function addWeights(sums: [number, number, number], weights: Int8Array, index: number): void {
  const at = index * PARTS.length;
  sums[0] += weights[at] as number;
  sums[1] += weights[at + 1] as number;
  sums[2] += weights[at + 2] as number;
}

/** Sums up the weights of features, for each part, without writing them out. */
export function summing(weights: Int8Array, bits: number): (features: (put: FeatureSink) => void) => Sums {
  let sums: [number, number, number] = [0, 0, 0];
  const put: FeatureSink = (name, value, second, third) => {
    let hash = hashOn(hashOn(FIRST_HASH, name), value);
    if (second !== undefined) hash = hashOn(hashOn(hash, ','), second);
    if (third !== undefined) hash = hashOn(hashOn(hash, ','), third);
    addWeights(sums, weights, indexOfHash(hash, bits));
  };
  return (features) => {
    sums = [0, 0, 0];
    features(put);
    return sums;
  };
}
