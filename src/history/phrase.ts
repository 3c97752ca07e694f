import { parsePurpose } from '../statement/parse';
import { fold } from './statement-of';

/** Two signs that no text has: set around a stretch, they show where it begins and ends once the marks are read away. */
const [OPEN, CLOSE] = ['\uE07A', '\uE07B'];

/**
 * The words of the statement that a stretch of a purpose file's text covers, as a reader sees them: without the marks
 * of quotes and emphasis. What reaches beyond the statement counts as far as it lies in it.
 * @param start offset in UTF-16 units; so is `end`
 * @returns `undefined` where the stretch covers no word of the statement
 */
export function phraseAt(text: string, start: number, end: number): string | undefined {
  const { statement } = parsePurpose(text);
  if (!statement) return undefined;
  const from = intoLine(text, Math.max(start, statement.start.offset), statement.start.offset);
  const to = outOfMarks(text, Math.min(end, statement.end.offset), statement.start.offset);
  if (from >= to) return undefined;
  const marked = text.slice(0, from) + OPEN + text.slice(from, to) + CLOSE + text.slice(to);
  const plain = parsePurpose(marked).statement?.plain ?? '';
  const [before = '', inside, after = ''] = plain.split(new RegExp(`[${OPEN}${CLOSE}]`));
  // Where a sign keeps a mark from being one, the words are not those of the statement: better none than wrong ones.
  if (inside === undefined || fold(before + inside + after) !== fold(statement.plain)) return undefined;
  return fold(inside) || undefined;
}

/** The marks that stand before a line of a quote or a list. */
const MARKS = /^[ \t>]*/;

/** An offset among the marks before a line moves behind them. */
function intoLine(text: string, offset: number, first: number): number {
  const line = Math.max(text.lastIndexOf('\n', offset - 1) + 1, first);
  const lead = line === first ? 0 : (MARKS.exec(text.slice(line))?.[0].length ?? 0);
  return Math.max(offset, line + lead);
}

/** An offset among the marks before a line moves to the end of the line before. */
function outOfMarks(text: string, offset: number, first: number): number {
  const line = text.lastIndexOf('\n', offset - 1) + 1;
  if (line <= first || MARKS.exec(text.slice(line, offset))?.[0].length !== offset - line) return offset;
  return text.slice(0, line).trimEnd().length;
}
