import type { TagReading } from './readings';

/**
 * One piece of a sentence. Offsets are those of the tree's positions: in the source file if the tree comes from one,
 * otherwise in the plain text.
 */
export interface Token extends Piece, TagReading {
  /** Whether it is part of a name of several words: "Quality Street", "College of Community Health". */
  readonly isName: boolean;
}

/** A token before its sentence is tagged. `source` is inline code, a URL or other text that is not prose. */
export interface Piece {
  readonly kind: 'word' | 'number' | 'punctuation' | 'source';
  readonly text: string;
  /** The key for word lists: lower case, with straight apostrophes and hyphens, without invisible characters. */
  readonly lower: string;
  readonly start: number;
  readonly end: number;
  /** Whether white space precedes it. */
  readonly spaced: boolean;
}
