import type { Span } from '../../statement/position';

/** What is marked in a document: enough of a finding to know it again when the text around it has moved. */
export interface Mark {
  readonly rule: string;
  readonly start: number;
}

/**
 * The stretch at a caret that its writer has not finished: the word it stands in and, where nothing follows in the
 * paragraph and no full stop has been set, the sentence. Lengths count from the caret.
 *
 * @param before the paragraph up to the caret
 * @param after the paragraph from the caret on
 */
export function unfinished(
  before: string,
  after: string,
): { readonly before: number; readonly after: number } {
  const word = /[\p{L}\p{M}\p{N}'’-]+$/u.exec(before)?.[0].length ?? 0;
  const rest = /^[\p{L}\p{M}\p{N}'’-]+/u.exec(after)?.[0].length ?? 0;
  if (/\S/.test(after) || /[.!?…]["'”’)\]*_]*\s*$/.test(before)) return { before: word, after: rest };
  let start = 0;
  for (const end of before.matchAll(/[.!?…]["'”’)\]*_]*\s+/g)) start = end.index + end[0].length;
  return { before: before.length - start, after: rest };
}

/**
 * The findings to mark while somebody types: those that touch nothing unfinished, and those marked before, so that a
 * mark never goes and comes again.
 */
export function quieted<
  Finding extends {
    readonly rule: string;
    readonly start: { offset: number };
    readonly end: { offset: number };
  },
>(findings: readonly Finding[], marked: readonly Mark[], atCarets: readonly Span[]): readonly Finding[] {
  if (atCarets.length === 0) return findings;
  return findings.filter(
    ({ rule, start, end }) =>
      !atCarets.some((caret) => start.offset <= caret.end && end.offset >= caret.start) ||
      marked.some((mark) => mark.start === start.offset && mark.rule === rule),
  );
}

/** Where marks stand after a change of the text; those in what was replaced are gone. */
export function moved(
  marks: readonly Mark[],
  { offset, length, text }: { readonly offset: number; readonly length: number; readonly text: string },
): readonly Mark[] {
  const now: Mark[] = [];
  for (const mark of marks) {
    const { rule, start } = mark;
    if (start >= offset + length) now.push({ rule, start: start + text.length - length });
    else if (start < offset) now.push(mark);
  }
  return now;
}
