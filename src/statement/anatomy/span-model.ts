import { indexOf, type PackedWeights, unpackWeights } from '../../english/linear-model';
import type { Sentence, Token } from '../../english/sentences';
import data from './anatomy-weights.yml';
import { Distribution } from './distribution';
import {
  edgeFeatures,
  endFeatures,
  headFeatures,
  headOf,
  insideFeatures,
  LONGEST_PART,
  sizeFeatures,
  sizeOf,
  startFeatures,
} from './features';
import { firstGuessOf, relationFeatures } from './relations';

/** The parts in the order of the models. */
export const PARTS = ['who', 'what', 'change'] as const;
export type PartName = (typeof PARTS)[number];

/** The tokens of the chosen span for a part, if there is one, and the probability that there is no such part. */
export interface Guess {
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

const model = data as unknown as ModelData;
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
  const [from, to, sums]: [number[], number[], Sums[]] = [[], [], []];
  for (const [index, sentence] of sentences.entries()) {
    look(sentence, Math.min(index, 3), weights, (start, end, sum) => {
      from.push(tokens.length + start);
      to.push(tokens.length + end);
      sums.push(sum);
    });
    tokens.push(...sentence.tokens);
  }
  if (sums.length === 0) return undefined;
  const spans = { from, to, length: tokens.length };
  const first = model.none.map((none, part) => {
    const scores = sums.map((sum) => (sum[part] as number) / model.scale);
    return new Distribution(spans, scores, none / model.scale);
  });
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
  const sum = (features: readonly string[]) =>
    features.reduce((all, feature) => all + (weights[indexOf(feature, relations.bits)] ?? 0), 0) / scale;
  return first.map(({ spans, shares, absent, top }, part) => {
    const trust = (relations.first[part] ?? 0) / scale;
    const scores = shares.map((share, at) => {
      if (share < top * CONSIDERED) return Number.NEGATIVE_INFINITY;
      const [from, to] = [spans.from[at] as number, spans.to[at] as number];
      return trust * Math.log(share) + sum(relationFeatures(tokens, from, to, part, guesses));
    });
    const none = trust * Math.log(absent) + (relations.none[part] ?? 0) / scale;
    return new Distribution(spans, scores, none);
  });
}

type Sums = readonly [number, number, number];
const NOTHING: Sums = [0, 0, 0];

function look(
  { tokens }: Sentence,
  place: number,
  weights: Int8Array,
  add: (from: number, to: number, sums: Sums) => void,
): void {
  const starts = tokens.map((_, at) => sumOf([...startFeatures(tokens, at), `Sz${place}`], weights));
  const ends = tokens.map((_, at) => sumOf(endFeatures(tokens, at), weights));
  const inside = tokens.map((_, at) => sumOf(insideFeatures(tokens, at), weights));
  for (const [from, start] of starts.entries()) {
    if (tokens[from]?.kind === 'punctuation') continue;
    const ofSize = memoised((size) => sumOf(sizeFeatures(tokens, from, size), weights));
    const ofHead = memoised((head) => sumOf(headFeatures(tokens, from, head), weights));
    let running = start;
    for (let to = from + 1; to <= tokens.length && to - from <= LONGEST_PART; to += 1) {
      running = added(running, inside[to - 1]);
      if (tokens[to - 1]?.kind === 'punctuation') continue;
      const ofEdges = sumOf(edgeFeatures(tokens, from, to), weights);
      const whole = added(ofEdges, ofSize(sizeOf(to - from)), ofHead(headOf(tokens, from, to)));
      add(from, to, added(running, ends[to - 1], whole));
    }
  }
}

/** Memoised, because many spans with the same start have the same head, and most lengths share a size. */
function memoised(sums: (key: number) => Sums): (key: number) => Sums {
  const known: Sums[] = [];
  return (key) => {
    known[key] ??= sums(key);
    return known[key];
  };
}

function added(one: Sums, other: Sums = NOTHING, third: Sums = NOTHING): Sums {
  return [one[0] + other[0] + third[0], one[1] + other[1] + third[1], one[2] + other[2] + third[2]];
}

function sumOf(features: readonly string[], weights: Int8Array): Sums {
  const sums: [number, number, number] = [0, 0, 0];
  for (const feature of features) {
    const index = indexOf(feature, model.spans.bits) * PARTS.length;
    for (const part of [0, 1, 2] as const) sums[part] += weights[index + part] ?? 0;
  }
  return sums;
}
