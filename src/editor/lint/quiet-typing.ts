import { isRuleId, ruleOf } from '../../lint/rules';
import type { Span } from '../../statement/position';

/** What is marked in a document: enough of a finding to know it again when the text around it has moved. */
export interface Mark {
  readonly rule: string;
  readonly start: number;
}

/** A stretch in which nothing new is marked for now. */
export interface QuietSpan extends Span {
  /** Whether that holds only for what is said of the statement as a whole, such as a part that is missing. */
  readonly ofStatement?: true;
}

/** What a writer has not finished at a caret; lengths count from the caret. */
export interface Unfinished {
  readonly word: { readonly before: number; readonly after: number };
  /** How much of the sentence stands before the caret, where nothing follows in the paragraph and no full stop is set. */
  readonly sentence?: number;
}

/**
 * The word that a caret stands in and, where it is not finished, the sentence.
 *
 * @param before the paragraph up to the caret
 * @param after the paragraph from the caret on
 */
export function unfinished(before: string, after: string): Unfinished {
  const word = {
    before: /[\p{L}\p{M}\p{N}'’-]+$/u.exec(before)?.[0].length ?? 0,
    after: /^[\p{L}\p{M}\p{N}'’-]+/u.exec(after)?.[0].length ?? 0,
  };
  if (/\S/.test(after) || /[.!?…]["'”’)\]*_]*\s*$/.test(before)) return { word };
  let start = 0;
  for (const end of before.matchAll(/[.!?…]["'”’)\]*_]*\s+/g)) start = end.index + end[0].length;
  return { word, sentence: before.length - start };
}

/**
 * Where nothing new is marked around a caret: while somebody types, in the word and the unfinished sentence; once they
 * pause in the middle of a sentence, in the word alone, and nothing is said to be missing from what they are about to say.
 *
 * @param caret its offset in the document
 */
export function quietAt(
  caret: number,
  before: string,
  { word, sentence }: Unfinished,
  isPause: boolean,
): readonly QuietSpan[] {
  const atWord = { start: caret - word.before, end: caret + word.after };
  if (!isPause) return [{ start: caret - (sentence ?? word.before), end: caret + word.after }];
  if (!sentence) return [];
  return [atWord, { start: caret - before.length, end: caret, ofStatement: true }];
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
>(findings: readonly Finding[], marked: readonly Mark[], atCarets: readonly QuietSpan[]): readonly Finding[] {
  if (atCarets.length === 0) return findings;
  return findings.filter(
    ({ rule, start, end }) =>
      !atCarets.some(
        (caret) =>
          start.offset <= caret.end &&
          end.offset >= caret.start &&
          (!caret.ofStatement || isOfStatement(rule)),
      ) || marked.some((mark) => mark.start === start.offset && mark.rule === rule),
  );
}

function isOfStatement(rule: string): boolean {
  return isRuleId(rule) && ruleOf(rule).scope === 'statement';
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
