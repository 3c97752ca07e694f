import { parsePurpose } from '../statement/document';
import { fold } from '../text/fold';

/** Private-use sentinels inserted around the selection; after parsing they delimit it in the plain text. */
const [OPEN, CLOSE] = ['\uE07A', '\uE07B'];

/**
 * The words of the statement in a selection of a purpose file's text, as plain text. A selection that extends beyond
 * the statement is cut to it.
 * @param start offset in UTF-16 units, as is `end`
 * @returns `undefined` if the selection contains no word of the statement
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
  // A sentinel can prevent markup from being parsed. If the words then differ from the statement, return nothing.
  if (inside === undefined || fold(before + inside + after) !== fold(statement.plain)) return undefined;
  return fold(inside) || undefined;
}

/** The markup before a line of a quote or a list. */
const MARKS = /^[ \t>]*/;

/** Moves an offset in the markup before a line to the end of the markup. */
function intoLine(text: string, offset: number, first: number): number {
  const line = Math.max(text.lastIndexOf('\n', offset - 1) + 1, first);
  const lead = line === first ? 0 : (MARKS.exec(text.slice(line))?.[0].length ?? 0);
  return Math.max(offset, line + lead);
}

/** Moves an offset in the markup before a line to the end of the previous line. */
function outOfMarks(text: string, offset: number, first: number): number {
  const line = text.lastIndexOf('\n', offset - 1) + 1;
  if (line <= first || MARKS.exec(text.slice(line, offset))?.[0].length !== offset - line) return offset;
  return text.slice(0, line).trimEnd().length;
}
