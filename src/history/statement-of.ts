import { PurposeDocument, parsePurpose } from '../statement/document';
import type { FoundBy } from '../statement/find/find-statement';
import { referenceDefinitions } from '../statement/references';
import { fold } from '../text/fold';
import type { TextEdit } from '../text/text-edit';

/** A statement in the two forms that history needs. */
export interface StatementText {
  /** Plain text, for comparison, counts and display. */
  readonly plain: string;
  /** Markdown, for recording and restoring. */
  readonly markdown: string;
  /** How it was found in its file; undefined if it does not come from a file. */
  readonly by?: FoundBy;
}

/** The statement of a purpose file's text. */
export function statementOf(text: string): StatementText | undefined {
  return parsePurpose(text).statement;
}

/**
 * Parses consecutive versions of one file, each as an edit of the previous one, so that common blocks are parsed once.
 */
export function documentReader(): (text: string) => PurposeDocument {
  let last: { readonly text: string; readonly document: PurposeDocument } | undefined;
  return (text) => {
    const document = last ? last.document.edited([editBetween(last.text, text)]) : PurposeDocument.of(text);
    last = { text, document };
    return document;
  };
}

function editBetween(before: string, after: string): TextEdit {
  const shorter = Math.min(before.length, after.length);
  const start = alike(shorter, (at, length) => [before.slice(at, at + length), after.slice(at, at + length)]);
  const end = alike(shorter - start, (at, length) => [
    before.slice(before.length - at - length, before.length - at),
    after.slice(after.length - at - length, after.length - at),
  ]);
  return { offset: start, length: before.length - start - end, text: after.slice(start, after.length - end) };
}

/** Two strings of this many characters are compared eight times faster than their characters one by one. */
const PIECE = 128;

/**
 * The number of characters from one end, at most `most`, in which two texts are the same.
 * @param pieces the pieces of this length of both texts, from this distance to their end
 */
function alike(most: number, pieces: (at: number, length: number) => readonly [string, string]): number {
  const isSame = (at: number, length: number) => {
    const [one, other] = pieces(at, length);
    return one === other;
  };
  let at = 0;
  while (at + PIECE <= most && isSame(at, PIECE)) at += PIECE;
  while (at < most && isSame(at, 1)) at++;
  return at;
}

/**
 * The plain text of a recorded statement. The definitions of its links are elsewhere in its file, so `[words]` could be
 * a link or plain text; here it counts as text.
 */
export function plainOf(markdown: string): string {
  // Fast path for text without markup characters.
  if (!/[*_`~[\]<>&\\#|!:+=$^-]|^\s*\d+[.)]|\n\s/mu.test(markdown)) return fold(markdown);
  const quote = markdown.split('\n').map((line) => `> ${line}`);
  return fold(statementOf([...quote, '', referenceDefinitions(markdown)].join('\n'))?.plain ?? markdown);
}
