import type { PurposeDocument } from '../statement/document';
import { fold, type StatementText } from './statement-of';
import { likeness, type WordBag, wordBag } from './word-diff';

/** The data of one version of a file that following its statement needs. */
export interface Version {
  readonly document: PurposeDocument;
  /** The found statement. */
  readonly statement: StatementText;
}

/** Two texts with at least this share of common words are the same passage, edited. */
const SAME_STRETCH = 0.6;
/** Two texts with a smaller share are different passages. */
const OTHER_STRETCH = 0.5;
/** In words: a shorter text may occur in another by coincidence. */
const FEWEST_WORDS = 4;

/**
 * Whether an older version's statement may be a different passage from the newer one's: they share few words, and
 * neither a heading nor a marker names it.
 */
export function mayBeElsewhere(newer: StatementText, older: StatementText): boolean {
  if (older.by === 'marker' || older.by === 'heading') return false;
  return likeness(wordBag(newer.plain), wordBag(older.plain)) < OTHER_STRETCH;
}

/**
 * The passage of an older version that became the statement of the newer one, if the older version had both statements
 * and the newer one still has both: then only the place of the statement has changed, not its wording. `undefined` if
 * the older statement is to be kept.
 */
export function followed(newer: Version, older: Version): StatementText | undefined {
  if (!mayBeElsewhere(newer.statement, older.statement)) return undefined;
  const became = stretchLike(newer.statement, older.document);
  return became && stretchLike(older.statement, newer.document) ? became : undefined;
}

/** The passage of a document that is most similar to a statement, if it is similar enough. */
function stretchLike(statement: StatementText, document: PurposeDocument): StatementText | undefined {
  const bag = wordBag(statement.plain);
  let [best, most]: [StatementText | undefined, number] = [undefined, SAME_STRETCH];
  for (const candidate of document.candidates) {
    const share = likeness(bag, wordBag(candidate.plain));
    if (share < most) continue;
    [best, most] = [candidate, share];
    if (fold(candidate.plain) === fold(statement.plain)) break;
  }
  return best ?? verbatim(statement, bag, document);
}

/** The statement itself, if the document contains its words where no statement is looked for, such as in code. */
function verbatim(
  { plain, markdown }: StatementText,
  bag: WordBag,
  { text }: PurposeDocument,
): StatementText | undefined {
  const words = [...bag.values()].reduce((sum, count) => sum + count, 0);
  return words >= FEWEST_WORDS && fold(text).includes(fold(plain)) ? { plain, markdown } : undefined;
}
