import type { WordRuleId } from '../lexicon';

/** Readers' ratings of a word out of context: a prior that the context can outweigh. */
export interface Rating {
  /** How often a careful editor would mark it: 1 (sometimes) to 4 (nearly always). */
  readonly mark: number;
  /** The index of its kind in {@link KINDS}. */
  readonly type: number;
  /** How concrete it is: 0 to 3. */
  readonly concrete: number;
}

/** The rating of a lower-case word, or of a pair of words if two are given. */
export type Ratings = (word: string, next?: string) => Rating | undefined;

/** The rule for words of each kind; the last means none. */
export const KINDS: readonly (WordRuleId | undefined)[] = [
  'vague-quantity',
  'vague-degree',
  'buzzword',
  'hedge',
  'generality',
  'absolute',
  undefined,
];

/** A rating as one byte. */
export function packRating({ mark, type, concrete }: Rating): number {
  return (mark << 5) | (type << 2) | concrete;
}

const unpacked: readonly Rating[] = Array.from({ length: 256 }, (_, byte) => ({
  mark: byte >> 5,
  type: (byte >> 2) & 7,
  concrete: byte & 3,
}));

export function unpackRating(byte: number): Rating {
  return unpacked[byte] as Rating;
}
