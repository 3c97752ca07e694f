import { PurposeDocument } from '../statement/document';
import type { FoundBy } from '../statement/find/find-statement';
import { parsePurpose } from '../statement/parse';
import { fold } from '../statement/readable';
import type { TextEdit } from '../text/text-edit';

export { fold };

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
  let start = 0;
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  let [end, until] = [before.length, after.length];
  // `charCodeAt` from the end: `at` creates a string for each character.
  while (end > start && until > start && before.charCodeAt(end - 1) === after.charCodeAt(until - 1)) {
    end--;
    until--;
  }
  return { offset: start, length: end - start, text: after.slice(start, until) };
}

/** `[words][label]` and `[label][]`: certainly meant as links. */
const REFERENCE = /\[((?:\\.|[^[\]\\])+)\]\[((?:\\.|[^[\]\\])*)\]/g;

/**
 * The plain text of a recorded statement. The definitions of its links are elsewhere in its file, so `[words]` could be
 * a link or plain text; here it counts as text.
 */
export function plainOf(markdown: string): string {
  // Fast path for text without markup characters.
  if (!/[*_`~[\]<>&\\#|!:+=$^-]|^\s*\d+[.)]|\n\s/mu.test(markdown)) return fold(markdown);
  const quote = markdown.split('\n').map((line) => `> ${line}`);
  const labels = [...markdown.matchAll(REFERENCE)].map(([, words, label]) => `[${label || words}]: <#>`);
  return fold(statementOf([...quote, '', ...labels].join('\n'))?.plain ?? markdown);
}
