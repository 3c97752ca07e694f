import type { Sentence } from '../../english/sentences';
import type { Tag } from '../../english/tag';
import type { Entry } from './entry';

/** A vague stretch of text: offsets of the tree's positions, indices into its sentence's tokens. */
export interface Match {
  readonly entry: Entry;
  readonly sentence: ReadSentence;
  readonly from: number;
  readonly to: number;
  readonly start: number;
  readonly end: number;
}

/** A sentence and what was read out of it once for all rules. */
export interface ReadSentence extends Sentence {
  readonly tags: readonly Tag[];
  /** Whether each token is part of a proper name or a quotation, or no prose at all. */
  readonly apart: readonly boolean[];
}
