import { frontMatterFences } from '../text/front-matter-fences';
import { lineEnding } from '../text/line-ending';
import { applyEdits, type TextEdit } from '../text/text-edit';
import { findCopies } from './copies';
import { type CopyShape, DEFAULT_SHAPE, renderCopy } from './copy-shapes';
import { CodeTracker } from './markdown-lines';
import type { SharedStatement } from './portable-markdown';

/**
 * The edit that inserts a first copy of a statement into a Markdown file: after the last existing copy, else after the
 * first heading, else at the top. `undefined` if the file already has this copy.
 * @param source path of the purpose file relative to the folder of the Markdown file
 * @throws {RangeError} if the path has characters that a marker cannot contain
 */
export function insertCopy(
  text: string,
  source: string,
  statement: SharedStatement,
  { shape = DEFAULT_SHAPE }: { readonly shape?: CopyShape } = {},
): TextEdit | undefined {
  const { copies } = findCopies(text);
  if (copies.some((copy) => copy.source === source && copy.shape === shape)) return undefined;
  const eol = lineEnding(text);
  const block = [
    beginMarker(source, shape),
    '',
    renderCopy(statement, shape, source, eol),
    '',
    '<!-- purpose:end -->',
  ].join(eol);
  const last = copies.findLast((copy) => !copy.inline && copy.indent === '');
  const places = [last ? lineEnd(text, last.end.end) : endOfHead(text), undefined, text.length];
  const edits = places.map((after) => editAt(text, after, block, eol));
  // A marker without an end may precede any of these positions: use the first one at which the copy is complete.
  return edits.find((edit) => findCopies(applyEdits(text, [edit])).copies.length > copies.length);
}

/** The edit for a position at a line's end, or at the top of the file. */
function editAt(text: string, after: number | undefined, block: string, eol: string): TextEdit {
  if (after === undefined) {
    const top = text.startsWith('\uFEFF') ? 1 : 0;
    const rest = text.slice(top, top + 200);
    const gap = rest === '' || /^[ \t]*(?:\r|\n)/.test(rest) ? eol : eol + eol;
    return { offset: top, length: 0, text: block + gap };
  }
  const gap = /^(?:\r\n|\r|\n)(?![ \t]*(?:\r|\n|$))/.test(text.slice(after, after + 200)) ? eol : '';
  const close = after === text.length ? eol : '';
  return { offset: after, length: 0, text: eol + eol + block + gap + close };
}

/** The begin marker for a source and a shape; the default shape is omitted. */
export function beginMarker(source: string, shape: CopyShape): string {
  if (/[\r\n]|-->/.test(source) || (source.includes('"') && source.includes("'"))) {
    throw new RangeError(
      `"${source}" cannot be used in a marker: rename the file without quotes, --> and line breaks.`,
    );
  }
  const isPlain = /^(?![\w-]+=)[^\s"']\S*$/.test(source);
  const quoted = source.includes('"') ? `'${source}'` : `"${source}"`;
  return `<!-- purpose:begin ${isPlain ? source : quoted}${shape === DEFAULT_SHAPE ? '' : ` as="${shape}"`} -->`;
}

/** The end of the first heading's last line, or of the front matter if there is no heading. */
function endOfHead(text: string): number | undefined {
  const fences = frontMatterFences(text);
  const frontEnd = fences && lineEnd(text, fences.body.end);
  const tracker = new CodeTracker();
  let before = '';
  for (let start = frontEnd ?? (text.startsWith('\uFEFF') ? 1 : 0); start < text.length; ) {
    const end = lineEnd(text, start);
    const line = text.slice(start, end);
    if (tracker.next(line) !== 'text') before = '';
    else {
      if (/^ {0,3}#{1,6}(?:[ \t]|$)|<\/h[1-6]>/i.test(line)) return end;
      if (/^ {0,3}(?:=+|-+)[ \t]*$/.test(line) && /^ {0,3}[^\s>*+\-#|<]/.test(before)) return end;
      before = line;
    }
    start = end + (text.startsWith('\r\n', end) ? 2 : 1);
  }
  return frontEnd;
}

/** The end of the line at an offset, without its line ending. */
function lineEnd(text: string, offset: number): number {
  const ending = /\r|\n|$/g;
  ending.lastIndex = offset;
  return ending.exec(text)?.index ?? text.length;
}
