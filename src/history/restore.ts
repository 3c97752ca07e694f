import { parsePurpose } from '../statement/document';
import { lineEnding } from '../text/line-ending';
import type { TextEdit } from '../text/text-edit';

/**
 * The edit that restores a wording in the text of a purpose file, in place of the statement and with the prefixes of
 * its lines (of a quote or a list). Without a statement, the wording is appended under a heading *Purpose*.
 * @param markdown the statement as in records, with LF line endings
 */
export function restoreEdit(text: string, markdown: string): TextEdit {
  const eol = lineEnding(text);
  const { statement } = parsePurpose(text);
  if (!statement) {
    const end = text.trimEnd().length;
    const quote = markdown.split('\n').map((line) => (line === '' ? '>' : `> ${line}`));
    const gap = end === 0 ? '' : eol + eol;
    return { offset: end, length: 0, text: `${gap}${['## Purpose', '', ...quote].join(eol)}` };
  }
  const { start, end } = statement;
  const lineStart =
    Math.max(text.lastIndexOf('\n', start.offset - 1), text.lastIndexOf('\r', start.offset - 1)) + 1;
  // A list marker precedes only the first line.
  const lead = start.offset === 0 ? '' : text.slice(lineStart, start.offset).replace(/[^>\s]/g, ' ');
  const lines = markdown.split('\n').map((line, at) => (at === 0 ? line : `${lead}${line}`.trimEnd()));
  return { offset: start.offset, length: end.offset - start.offset, text: lines.join(eol) };
}
