import { PurposeDocument } from '../statement/document';
import type { FoundBy } from '../statement/find/find-statement';
import { parsePurpose } from '../statement/parse';
import { fold } from '../statement/readable';
import type { TextEdit } from '../text/text-edit';

export { fold };

/** A statement in the two forms that history needs. */
export interface StatementText {
  /** What a reader sees: what is compared, counted and shown. */
  readonly plain: string;
  /** What is recorded and restored. */
  readonly markdown: string;
  /** How it was found in its file; left out where nothing looked for it. */
  readonly by?: FoundBy;
}

/** Finds the statement in the text of a purpose file. */
export type StatementOf = (text: string) => StatementText | undefined;

/** The statement of a purpose file's text. */
export const statementOf: StatementOf = (text) => parsePurpose(text).statement;

/**
 * A {@link statementOf} for many versions of one file, one after the other: each is read as an edit of the one
 * before, so that what they share is parsed once.
 */
export function statementReader(): StatementOf {
  const read = documentReader();
  return (text) => read(text).statement;
}

/** Reads versions of one file as {@link statementReader} does, and gives the whole of each. */
export function documentReader(): (text: string) => PurposeDocument {
  let last: PurposeDocument | undefined;
  return (text) => {
    last = last ? last.edited([editBetween(last.text, text)]) : PurposeDocument.of(text);
    return last;
  };
}

function editBetween(before: string, after: string): TextEdit {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  let end = 0;
  while (end < shorter - start && before.at(-1 - end) === after.at(-1 - end)) end++;
  return { offset: start, length: before.length - start - end, text: after.slice(start, after.length - end) };
}

/** `[words][label]` and `[label][]`: nobody writes that to be read as it stands. */
const REFERENCE = /\[((?:\\.|[^[\]\\])+)\]\[((?:\\.|[^[\]\\])*)\]/g;

/**
 * What a reader sees of a recorded statement. Where its links lead stands elsewhere in its file, so that of `[words]`
 * alone only the file can tell whether it is a link; here it is none.
 */
export function plainOf(markdown: string): string {
  // Words and plain signs alone read as they are written; the rest is for the parser to say.
  if (!/[*_`~[\]<>&\\#|!:+=$^-]|^\s*\d+[.)]|\n\s/mu.test(markdown)) return fold(markdown);
  const quote = markdown.split('\n').map((line) => `> ${line}`);
  const labels = [...markdown.matchAll(REFERENCE)].map(([, words, label]) => `[${label || words}]: <#>`);
  return fold(statementOf([...quote, '', ...labels].join('\n'))?.plain ?? markdown);
}
