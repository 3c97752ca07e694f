import type { PurposeDocument } from '../statement/document';
import { fold } from '../text/fold';
import type { StatementText } from './statement-of';
import { likeness, type WordBag, wordBag } from './word-likeness';

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
 * nothing that the writer put there says that it is the purpose. A heading says so only as long as no marker has chosen
 * another passage since.
 */
export function mayBeElsewhere(newer: StatementText, older: StatementText): boolean {
  if (older.by === 'marker' || (older.by === 'heading' && newer.by !== 'marker')) return false;
  return isOther(newer, older);
}

/**
 * Whether an older version's statement is set aside because that of the next version was: it is the same passage, or
 * only a guess by its position, too.
 */
export function isSetAside(newer: StatementText, older: StatementText): boolean {
  return older.by === 'position' || !isOther(newer, older);
}

function isOther(newer: StatementText, older: StatementText): boolean {
  return likeness(wordBag(newer.plain), wordBag(older.plain)) < OTHER_STRETCH;
}

/**
 * The passage of an older version that became the statement of the newer one, if the older version had both statements,
 * and the newer one still has both or the older statement was only a guess by its position: then only the place of the
 * statement has changed, not its wording. It counts as found in the way of the newer one.
 * @returns `absent` if the older version did not have the newer passage, and its own statement, which the newer version
 *   still has as another text, was only a guess, or a marker has chosen the newer passage since; `undefined` if the
 *   older statement is to be kept
 */
export function followed(newer: Version, older: Version): StatementText | 'absent' | undefined {
  if (!mayBeElsewhere(newer.statement, older.statement)) return undefined;
  const { by } = newer.statement;
  const isGuess = older.statement.by === 'position' && by !== 'position';
  const isKept = stretchLike(older.statement, newer.document) !== undefined;
  if (!isKept && !isGuess) return undefined;
  const became =
    stretchLike(newer.statement, older.document) ?? (isKept ? inItsPlace(newer, older.document) : undefined);
  if (became) return { plain: became.plain, markdown: became.markdown, ...(by && { by }) };
  return isKept && (isGuess || by === 'marker') ? 'absent' : undefined;
}

/** The only passage of an older document between the same unchanged neighbours as the statement of the newer one. */
function inItsPlace({ document, statement }: Version, older: PurposeDocument): StatementText | undefined {
  const [now, then] = [document.candidates, older.candidates];
  const at = now.findIndex(({ plain }) => plain.includes(statement.plain));
  if (at < 0) return undefined;
  const [isNew, isOld] = [now, then].map((texts) => {
    const known = new Set(texts.map(({ plain }) => fold(plain)));
    return ({ plain }: StatementText) => known.has(fold(plain));
  }) as [(text: StatementText) => boolean, (text: StatementText) => boolean];
  const above = now.slice(0, at).findLast(isOld);
  const below = now.slice(at).find(isOld);
  const between = (texts: readonly StatementText[], isKept: (text: StatementText) => boolean) => {
    const place = (text: StatementText) => texts.findIndex(({ plain }) => fold(plain) === fold(text.plain));
    const from = above ? place(above) + 1 : 0;
    return widest(texts.slice(from, below ? place(below) : undefined).filter((text) => !isKept(text)));
  };
  const [was, ...others] = between(then, isNew);
  if (!was || others.length > 0 || between(now, isOld).length > 1) return undefined;
  return wordsIn(wordBag(was.plain)) >= FEWEST_WORDS ? was : undefined;
}

/** Without the texts that are a part of another one. */
function widest(texts: readonly StatementText[]): readonly StatementText[] {
  return texts.filter(
    ({ plain }) => !texts.some((other) => other.plain.length > plain.length && other.plain.includes(plain)),
  );
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
  return wordsIn(bag) >= FEWEST_WORDS && fold(text).includes(fold(plain)) ? { plain, markdown } : undefined;
}

function wordsIn(bag: WordBag): number {
  return [...bag.values()].reduce((sum, count) => sum + count, 0);
}
