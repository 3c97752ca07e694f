import type { Token } from '../../english/token';
import type { Distribution } from './distribution';
import { sizeOf, tag, word } from './features';

/** A first guess at a part, and how sure it is, as a small number. Without a span, `to` is 0. */
export interface FirstGuess {
  readonly from: number;
  readonly to: number;
  readonly sure: number;
}

/** Minimum probability of the tokens of a first guess. */
const LEAST = 0.37;

/** The first guess from the first distribution of a part. */
export function firstGuessOf(distribution: Distribution): FirstGuess {
  const { spans, absent } = distribution;
  const choice = distribution.choose(LEAST);
  if (!choice) return { from: 0, to: 0, sure: Number(absent < 0.85) };
  const { index, coverage } = choice;
  const sure = Number(coverage > 0.5) + Number(coverage > 0.75);
  return { from: spans.from[index] as number, to: spans.to[index] as number, sure };
}

/**
 * Features of a span as a part, given the first guesses at the other parts: "children to swim" is less often what is
 * done if "children" is who. Positions count over all sentences.
 */
export function relationFeatures(
  tokens: readonly Token[],
  from: number,
  to: number,
  part: number,
  guesses: readonly FirstGuess[],
): readonly string[] {
  return guesses.flatMap((guess, other) => {
    if (other === part) return [];
    const pair = pairOf(part, other);
    if (guess.to === 0) return [absentFeature(pair, guess)];
    const [start, end] = [placeOf(from, guess), placeOf(to, guess)];
    return [
      ...placeFeatures(pair, start, end, guess, sizeOf(to - from)),
      ...startFeatures(pair, tokens, from, start),
      endFeature(pair, tokens, to, end),
      tagFeature(pair, tokens, from, start, end),
    ];
  });
}

/** The beginning of the features of a part that relate it to the guess at another one. */
function pairOf(part: number, other: number): string {
  return `${part}${other}`;
}

function absentFeature(pair: string, { sure }: FirstGuess): string {
  return `${pair}${sure}`;
}

function placeFeatures(
  pair: string,
  start: number,
  end: number,
  { sure }: FirstGuess,
  size: number,
): readonly string[] {
  return [`${pair}a${start}${end}${sure}`, `${pair}f${start}${end}${size}`];
}

function startFeatures(
  pair: string,
  tokens: readonly Token[],
  from: number,
  start: number,
): readonly string[] {
  return [`${pair}b${start}${tag(tokens, from)}`, `${pair}d${start}${word(tokens, from - 1)}`];
}

function endFeature(pair: string, tokens: readonly Token[], to: number, end: number): string {
  return `${pair}c${end}${word(tokens, to)}`;
}

function tagFeature(
  pair: string,
  tokens: readonly Token[],
  from: number,
  start: number,
  end: number,
): string {
  return `${pair}e${start}${end}${tag(tokens, from)}`;
}

/** Weighs the features of a span that relate it to the guesses. */
type WeighSpan = (from: number, to: number) => number;

/** The number of places of {@link placeOf}, and of the sizes of {@link sizeOf}. */
const PLACES = 7;
const SIZES = 10;

/**
 * The sum of the weights of {@link relationFeatures} for any span. Each feature depends on one or two of a span's
 * bounds, sizes and places, so that a statement has far fewer different ones than spans.
 * @param weight the weight of a feature: an integer, so that the order of a sum does not matter
 */
export function relationWeights(
  tokens: readonly Token[],
  part: number,
  guesses: readonly FirstGuess[],
  weight: (feature: string) => number,
): WeighSpan {
  const sum = (features: readonly string[]) => {
    let all = 0;
    for (const feature of features) all += weight(feature);
    return all;
  };
  const pairs = guesses.flatMap((guess, other): WeighSpan[] => {
    if (other === part) return [];
    const pair = pairOf(part, other);
    if (guess.to === 0) {
      const absent = weight(absentFeature(pair, guess));
      return [() => absent];
    }
    const places = Uint8Array.from({ length: tokens.length + 1 }, (_, at) => placeOf(at, guess));
    const place = (at: number) => places[at] as number;
    const ofStart = memoised((from) => sum(startFeatures(pair, tokens, from, place(from))));
    const ofEnd = memoised((to) => weight(endFeature(pair, tokens, to, place(to))));
    const ofTag = memoised((key) => {
      const from = Math.floor(key / PLACES);
      return weight(tagFeature(pair, tokens, from, place(from), key % PLACES));
    });
    const ofPlaces = memoised((key) => {
      const [start, end] = [Math.floor(key / SIZES / PLACES), Math.floor(key / SIZES) % PLACES];
      return sum(placeFeatures(pair, start, end, guess, key % SIZES));
    });
    return [
      (from, to) =>
        ofStart(from) +
        ofEnd(to) +
        ofTag(from * PLACES + place(to)) +
        ofPlaces((place(from) * PLACES + place(to)) * SIZES + sizeOf(to - from)),
    ];
  });
  return (from, to) => {
    let all = 0;
    for (const weigh of pairs) all += weigh(from, to);
    return all;
  };
}

/** Memoises a function of small numbers. */
export function memoised<Value>(answer: (key: number) => Value): (key: number) => Value {
  const known: Value[] = [];
  return (key) => {
    known[key] ??= answer(key);
    return known[key];
  };
}

/** A boundary's place relative to a span. The token before or after it, often a preposition, is a class of its own. */
function placeOf(at: number, { from, to }: FirstGuess): number {
  const passed = (bound: number) => Number(at >= bound);
  return passed(from - 1) + passed(from) + passed(from + 1) + passed(to) + passed(to + 1) + passed(to + 2);
}
