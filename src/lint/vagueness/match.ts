import type { Sentence } from '../../english/sentences';
import type { Tag } from '../../english/tag';
import type { Entry } from './entry';

/** A stretch of text that a rule may mark: offsets of the tree's positions, indices into its sentence's tokens. */
export interface Match {
  readonly entry: Entry;
  readonly sentence: ReadSentence;
  readonly from: number;
  readonly to: number;
  readonly start: number;
  readonly end: number;
  /** How sure the model is, 0 to 1; left out where no model was asked. */
  readonly confidence?: number;
  /** The part that makes it vague, where the stretch is longer: a writer who accepts this part accepts it all. */
  readonly core?: { readonly start: number; readonly end: number };
}

/** A sentence and what was read out of it once for all rules. */
export interface ReadSentence extends Sentence {
  readonly tags: readonly Tag[];
  /** Whether each token is part of a proper name or a quotation, or no prose at all. */
  readonly apart: readonly boolean[];
}
