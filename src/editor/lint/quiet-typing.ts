import { isRuleId, ruleOf } from '../../lint/rules';
import type { Span } from '../../statement/position';

/** A shown finding, with enough data to recognise it after edits around it. */
export interface Mark {
  readonly rule: string;
  readonly start: number;
}

/** A range in which no new finding is shown for now. */
export interface QuietSpan extends Span {
  /** Set if the span holds back statement-level findings only, such as a missing part. */
  readonly ofStatement?: true;
}

/** The unfinished text at a cursor; lengths count from the cursor. */
interface Unfinished {
  readonly word: { readonly before: number; readonly after: number };
  /** The length of the sentence before the cursor, if the cursor is at the end of a paragraph without a full stop. */
  readonly sentence?: number;
}

/**
 * The word at a cursor and, if it is not finished, the sentence.
 *
 * @param before the paragraph up to the cursor
 * @param after the paragraph from the cursor on
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
 * Where new findings are held back around a cursor. While the user types: in the word and the unfinished sentence.
 * After a pause within a sentence: only in the word, and for findings about missing parts.
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
 * The findings to show while the user types: those that touch nothing unfinished, and those shown before, so that none
 * flickers.
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

/** The positions of shown findings after an edit; those in the replaced text are dropped. */
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
