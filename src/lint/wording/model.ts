import { hashOn } from '../../english/linear-model';
import { BITS, STATE, STEP, weigh } from './feature-templates';
import { hashOf } from './hash';
import { type Ratings, unpackRating } from './ratings';
import packed from './weights.bin';

/** The key of the rating of a word or a pair of words: longer than a feature hash, so that collisions are rare. */
export function ratingKey(word: string, next?: string): number {
  const hash = next === undefined ? hashOf(word) : hashOn(hashOn(hashOf(word), ' '), next);
  return hash & ((1 << 22) - 1);
}

/** A linear chain over tokens: each is part of vague wording, or it is not. */
export interface Model {
  readonly ratings: Ratings;
  /** The weight of a token's features for a mark, and for a mark that continues that of the previous token. */
  readonly state: (values: Int32Array) => number;
  readonly step: (values: Int32Array) => number;
  /** Minimum probability for a mark. */
  readonly threshold: number;
}

let loaded: Model | undefined;

export function model(): Model {
  loaded ??= unpack(packed);
  return loaded;
}

/** Replaces the shipped model with another one in the format of `packModel` in scripts/train/pack.ts. */
export function useModel(bytes: Uint8Array): void {
  loaded = unpack(bytes);
}

/** Decodes the format of `packModel` in scripts/train/pack.ts. */
function unpack(bytes: Uint8Array): Model {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const scale = view.getFloat32(0, true);
  const threshold = view.getFloat32(4, true);
  const ratings = readTable(bytes, 8);
  const rated = new Map<number, number>();
  for (let index = 0; index < ratings.keys.length; index += 1)
    rated.set(ratings.keys[index] as number, ratings.values[index] as number);
  const { keys, values: roots } = readTable(bytes, ratings.end);
  const weights = new Int16Array(1 << BITS);
  for (let index = 0; index < keys.length; index += 1) {
    const root = ((roots[index] as number) << 24) >> 24;
    weights[keys[index] as number] = root * Math.abs(root);
  }
  return {
    ratings: (word, next) => {
      const byte = rated.get(ratingKey(word, next));
      return byte === undefined ? undefined : unpackRating(byte);
    },
    threshold,
    state: (values) => weigh(weights, STATE, values) * scale,
    step: (values) => weigh(weights, STEP, values) * scale,
  };
}

interface Table {
  readonly keys: Int32Array;
  readonly values: Uint8Array;
  /** The position after the table. */
  readonly end: number;
}

/**
 * Reads delta-encoded keys, each with one byte. A number has seven bits in a byte, the lowest first; the eighth bit says
 * that more follow. One plain loop, because it runs on each start of the command, before any of it is compiled.
 */
function readTable(bytes: Uint8Array, start: number): Table {
  let keys = new Int32Array();
  let values = new Uint8Array();
  let [at, count, number, shift] = [start, -1, 0, 0];
  while (count < keys.length) {
    const byte = bytes[at++] as number;
    number += (byte & 127) << shift;
    shift += 7;
    if (byte > 127) continue;
    shift = 0;
    if (count < 0) {
      keys = new Int32Array(number);
      values = new Uint8Array(number);
      number = 0;
    } else {
      keys[count] = number;
      values[count] = bytes[at++] as number;
    }
    count += 1;
  }
  return { keys, values, end: at };
}

/**
 * The forward-backward algorithm for a chain with two labels (Rabiner 1989), in logarithms.
 * @param states each token's weight for a mark
 * @param steps each token's weight for a mark that continues that of the previous token
 * @returns for each token the probability of a mark, and of a continued mark
 */
export function chainMarginals(
  states: readonly number[],
  steps: readonly number[],
): { readonly marks: Float64Array; readonly going: Float64Array } {
  const { length } = states;
  const [off, on] = [new Float64Array(length), new Float64Array(length)];
  const [offAfter, onAfter] = [new Float64Array(length), new Float64Array(length)];
  const at = (values: ArrayLike<number>, index: number) => values[index] as number;
  for (let i = 0; i < length; i += 1) {
    off[i] = i === 0 ? 0 : logSum(at(off, i - 1), at(on, i - 1));
    on[i] = at(states, i) + (i === 0 ? 0 : logSum(at(off, i - 1), at(on, i - 1) + at(steps, i)));
  }
  for (let i = length - 2; i >= 0; i -= 1) {
    const marked = at(states, i + 1) + at(onAfter, i + 1);
    offAfter[i] = logSum(at(offAfter, i + 1), marked);
    onAfter[i] = logSum(at(offAfter, i + 1), marked + at(steps, i + 1));
  }
  const total = length === 0 ? 0 : logSum(at(off, length - 1), at(on, length - 1));
  const [marks, going] = [new Float64Array(length), new Float64Array(length)];
  for (let i = 0; i < length; i += 1) {
    marks[i] = Math.exp(at(on, i) + at(onAfter, i) - total);
    if (i > 0) {
      going[i] = Math.exp(at(on, i - 1) + at(steps, i) + at(states, i) + at(onAfter, i) - total);
    }
  }
  return { marks, going };
}

function logSum(one: number, other: number): number {
  return one > other ? one + Math.log1p(Math.exp(other - one)) : other + Math.log1p(Math.exp(one - other));
}
