import type { Sentence } from '../../english/sentences';
import type { Tag } from '../../english/tag';
import type { LexiconEntry } from './entry';

/** A match that a rule may mark: offsets of the tree's positions, and token indices in its sentence. */
export interface Match {
  readonly entry: LexiconEntry;
  readonly sentence: ReadSentence;
  readonly from: number;
  readonly to: number;
  readonly start: number;
  readonly end: number;
  /** The model's confidence, 0 to 1; undefined without a model. */
  readonly confidence?: number;
  /** The part that makes it vague, if the match is longer: accepting this part accepts the whole match. */
  readonly core?: { readonly start: number; readonly end: number };
}

/** A sentence with shared analysis for all rules. */
export interface ReadSentence extends Sentence {
  readonly tags: readonly Tag[];
  /** Whether each token is part of a proper name or a quotation, or not prose. */
  readonly apart: readonly boolean[];
  /** The sentences before and after it in its paragraph. */
  readonly previous?: Sentence | undefined;
  readonly next?: Sentence | undefined;
}
