import type { PurposeDocument } from '../statement/document';
import { fold, type StatementText } from './statement-of';
import { likeness, type WordBag, wordBag } from './words';

/** One version of a file, as far as following its statement needs it. */
export interface Version {
  readonly document: PurposeDocument;
  /** What is taken for its statement. */
  readonly statement: StatementText;
}

/** Two texts with at least this share of words in common are one stretch, edited. */
const SAME_STRETCH = 0.6;
/** Two texts with less in common are two stretches. */
const OTHER_STRETCH = 0.5;
/** In words: a shorter text may occur in another by chance. */
const FEWEST_WORDS = 4;

/**
 * Whether an older version's statement may have been another stretch than the newer one's: it shares few words with it,
 * and no heading or marker of the writer's names it.
 */
export function mayBeElsewhere(newer: StatementText, older: StatementText): boolean {
  if (older.by === 'marker' || older.by === 'heading') return false;
  return likeness(wordBag(newer.plain), wordBag(older.plain)) < OTHER_STRETCH;
}

/**
 * The stretch of an older version that became the statement of the newer one, where the older version had both
 * statements and the newer one still has both: then nobody rewrote anything, and only the place where the statement
 * was looked for has changed. `undefined` where the older statement is to be taken as it was found.
 */
export function followed(newer: Version, older: Version): StatementText | undefined {
  if (!mayBeElsewhere(newer.statement, older.statement)) return undefined;
  const became = stretchLike(newer.statement, older.document);
  return became && stretchLike(older.statement, newer.document) ? became : undefined;
}

/** The stretch of a document that is most like a statement, where one is like enough. */
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

/** The statement itself where the document has its words in a place where no statement is looked for, such as code. */
function verbatim(
  { plain, markdown }: StatementText,
  bag: WordBag,
  { text }: PurposeDocument,
): StatementText | undefined {
  const words = [...bag.values()].reduce((sum, count) => sum + count, 0);
  return words >= FEWEST_WORDS && fold(text).includes(fold(plain)) ? { plain, markdown } : undefined;
}
