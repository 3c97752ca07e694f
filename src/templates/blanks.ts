import type { Span } from '../statement/position';
import { openBlanks } from '../text/open-blanks';

/** A blank of a template: `{{who}}`. */
export interface Blank extends Span {
  /** The text between the braces, trimmed. */
  readonly name: string;
}

/** Answers by the name of the blank. A missing answer or one of only white space is unanswered. */
export type Answers = Readonly<Record<string, string>>;

/** A text with filled blanks, and the positions of its answers and open blanks. */
export interface FilledText {
  readonly text: string;
  /** Every position of a blank in `text`, in order: the answer if `answered`, else the open `{{blank}}`. */
  readonly places: readonly FilledPlace[];
}

interface FilledPlace extends Blank {
  readonly answered: boolean;
}

/** The named blanks of a text with their offsets, in order; a repeated name is listed each time. */
export function blanksOf(text: string): Blank[] {
  return openBlanks(text).filter(({ name }) => name !== '');
}

/** The names of a text's blanks, each once, in order of first occurrence. */
export function blankNames(text: string): string[] {
  return [...new Set(blanksOf(text).map((blank) => blank.name))];
}

/** The trimmed answer to a blank; `''` if unanswered. */
export function answerTo(answers: Answers, name: string): string {
  return Object.hasOwn(answers, name) ? (answers[name] ?? '').trim() : '';
}

/**
 * Replaces blanks with their answers; an unanswered blank stays, and braces inside an answer are not interpreted.
 *
 * An answer of several lines gets the quote marks and indentation of its line; in a heading or front matter its lines
 * are joined. A full stop at its end is removed if the sentence continues after it.
 */
export function fillBlanks(text: string, answers: Answers): FilledText {
  const places: FilledPlace[] = [];
  let filled = '';
  let from = 0;
  for (const blank of blanksOf(text)) {
    filled += text.slice(from, blank.start);
    const answer = answerTo(answers, blank.name);
    const words =
      answer === ''
        ? text.slice(blank.start, blank.end)
        : fitted(answer, lineBefore(text, blank), text.slice(blank.end));
    places.push({
      name: blank.name,
      start: filled.length,
      end: filled.length + words.length,
      answered: answer !== '',
    });
    filled += words;
    from = blank.end;
  }
  return { text: filled + text.slice(from), places };
}

function lineBefore(text: string, blank: Blank): string {
  return text.slice(text.lastIndexOf('\n', blank.start - 1) + 1, blank.start);
}

function fitted(answer: string, before: string, after: string): string {
  const ended = withoutDoubledStop(answer, after);
  const lines = ended.split(/\r\n|\r|\n/).map((line) => line.trimEnd());
  if (lines.length === 1) return ended;
  if (/^[ >]*(?:#{1,6}\s|[\w-]+:\s)/.test(before)) {
    return lines.map((line) => line.trim()).join(' ');
  }
  const marks = /^(?:[ \t]*>)*[ \t]*(?:[-*+] |\d+[.)] )?/.exec(before)?.[0] ?? '';
  const prefix = marks.replace(/[^>\s]/g, ' ');
  return lines.map((line, index) => (index === 0 ? line : (prefix + line).trimEnd())).join('\n');
}

function withoutDoubledStop(answer: string, after: string): string {
  const doubled = after.startsWith('.') && answer.endsWith('.') && !answer.endsWith('..');
  const goesOn = /^,? \p{Ll}/u.test(after) && /\p{Ll}{3}\.$/u.test(answer);
  return doubled || goesOn ? answer.slice(0, -1) : answer;
}
