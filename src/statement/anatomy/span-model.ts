import { indexOf, type PackedWeights, unpackWeights } from '../../english/linear-model';
import type { Sentence } from '../../english/sentences';
import data from './anatomy-weights.yml';
import { type Guess, Search } from './expected-overlap';

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

/** The parts in the order of the models. */
export const PARTS = ['who', 'what', 'change'] as const;
export type Part = (typeof PARTS)[number];
export type { Guess } from './expected-overlap';

interface ModelData extends PackedWeights {
  /** The number of weight units in 1 of the exponent. */
  readonly scale: number;
  /** For each part the score of its absence. */
  readonly none: readonly number[];
}

const model = data as unknown as ModelData;
let table: Int8Array | undefined;

/**
 * For each part, the span within a sentence with the greatest expected overlap. A span's score is the sum of the
 * weights for its start, its end, each of its tokens and the whole span; the absence of a part has its own score.
 * `undefined` for a text without words.
 */
export function guessParts(sentences: readonly Sentence[]): Readonly<Record<Part, Guess>> | undefined {
  table ??= unpackWeights(model);
  const searches = PARTS.map((_, part) => new Search((model.none[part] ?? 0) / model.scale));
  for (const [index, sentence] of sentences.entries()) look(sentence, Math.min(index, 3), table, searches);
  const guesses = searches.map((search) => search.guess());
  if (guesses.some((guess) => !guess)) return undefined;
  return Object.fromEntries(PARTS.map((part, index) => [part, guesses[index]])) as unknown as Record<
    Part,
    Guess
  >;
}

type Sums = readonly [number, number, number];
const NOTHING: Sums = [0, 0, 0];

function look(sentence: Sentence, place: number, weights: Int8Array, searches: readonly Search[]): void {
  const { tokens } = sentence;
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
      const sums = added(running, ends[to - 1], whole);
      for (let part = 0; part < searches.length; part += 1)
        searches[part]?.add((sums[part] ?? 0) / model.scale, sentence, from, to);
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
    const index = indexOf(feature, model.bits) * PARTS.length;
    for (const part of [0, 1, 2] as const) sums[part] += weights[index + part] ?? 0;
  }
  return sums;
}
