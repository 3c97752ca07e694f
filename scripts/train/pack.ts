import { ratingKey } from '../../src/lint/wording/model';
import { packRating, type Rating } from '../../src/lint/wording/ratings';

const LARGEST = 127;
/** Smaller weights change no decision and are left out. */
const SMALLEST = 0.02;

/**
 * The model as a file: the scale, the threshold, the ratings by the hash of their words, and the non-zero weights. A
 * byte holds the square root of a weight, since most weights are a hundredth of the largest.
 */
export function packModel(
  weights: Float64Array,
  ratings: ReadonlyMap<string, Rating>,
  threshold: number,
): { readonly bytes: Uint8Array; readonly kept: number } {
  const largest = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0);
  const scale = Math.fround(largest / LARGEST ** 2);
  const rated = new Map<number, number>();
  for (const [words, rating] of ratings) rated.set(ratingKey(words), packRating(rating));
  const kept = new Map<number, number>();
  for (const [key, weight] of weights.entries()) {
    const rounded = Math.sign(weight) * Math.round(Math.sqrt(Math.abs(weight) / scale));
    if (rounded !== 0 && Math.abs(weight) >= SMALLEST) kept.set(key, rounded & 255);
  }
  const head = new Uint8Array(8);
  new DataView(head.buffer).setFloat32(0, scale, true);
  new DataView(head.buffer).setFloat32(4, threshold, true);
  return { bytes: Uint8Array.from([...head, ...packTable(rated), ...packTable(kept)]), kept: kept.size };
}

/** Keys in order, delta-encoded, each with its byte. */
function packTable(table: ReadonlyMap<number, number>): number[] {
  const bytes = packNumber(table.size);
  let last = 0;
  for (const [key, byte] of [...table].sort(([one], [other]) => one - other)) {
    bytes.push(...packNumber(key - last), byte);
    last = key;
  }
  return bytes;
}

/** A variable-length integer: seven bits a byte, the lowest first; the eighth bit says that more follow. */
function packNumber(value: number): number[] {
  const bytes: number[] = [];
  let left = value;
  for (; left > 127; left >>>= 7) bytes.push((left & 127) | 128);
  return [...bytes, left];
}
