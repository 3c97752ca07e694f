import type { Span } from '../statement/position';
import { conflictMarker } from '../text/conflict-markers';
import { lineEnding } from '../text/line-ending';
import type { TextEdit } from '../text/text-edit';
import { type Copy, type CopyProblem, findCopies } from './copies';
import { renderCopy } from './copy-shapes';
import type { SharedStatement } from './portable-markdown';
import { type MarkdownPlace, notAdopted, sourcePath } from './source-path';

/**
 * The statement of a purpose file; `missing`: there is no such file, `none`: it has no statement yet, `conflict`: it
 * has markers of a merge conflict, `outside`: a link leads it out of the workspace, `other`: it is not a purpose file.
 */
export type Resolved = SharedStatement | 'missing' | 'unreadable' | 'none' | 'conflict' | 'outside' | 'other';

/** Looks a purpose file's statement up, by its resolved path. */
export type ResolveStatement = (path: string) => Resolved;

/** The edit that updates one copy. */
export interface CopyEdit extends TextEdit {
  /** The copy that it updates. */
  readonly copy: Copy;
  /** The purpose file that the copy comes from, resolved. */
  readonly path: string;
}

export interface CopyUpdate {
  /** In file order, not overlapping. */
  readonly edits: CopyEdit[];
  readonly problems: CopyProblem[];
  readonly copies: readonly Copy[];
}

/**
 * A name of a copy in its file: its source, and its number among the copies of that source. Unlike its place among the
 * outdated copies, it stays while other copies are updated.
 */
export function copyName(copy: Copy, copies: readonly Copy[]): string {
  return `${copies.filter(({ source }) => source === copy.source).indexOf(copy)} ${copy.source}`;
}

/** Why a copy is left as it is if its source has no statement to copy. */
const WHY_REFUSED: Readonly<Record<Extract<Resolved, string>, (source: string) => string>> = {
  missing: (source) => `There is no file "${source}" to copy from.`,
  outside: (source) => `"${source}" is a link out of the workspace: copies come from files inside it.`,
  other: notAdopted,
  unreadable: (source) => `"${source}" cannot be read: the copy is left as it is.`,
  conflict: (source) => `"${source}" has conflict markers: the copy is left as it is.`,
  none: (source) => `"${source}" has no statement yet: the copy is left as it is.`,
};

/** The purpose files of a file's copies, resolved, each once: what to read before {@link updateCopies}. */
export function copySources(text: string, place: MarkdownPlace): string[] {
  const paths = new Set<string>();
  for (const copy of findCopies(text).copies) {
    const source = sourcePath(copy.source, place);
    if ('path' in source) paths.add(source.path);
  }
  return [...paths];
}

/**
 * The edits that update the copies in a Markdown file. Nothing outside the markers changes; an up-to-date copy gets no
 * edit, regardless of its line endings and surrounding blank lines. While a file has conflict markers its copies stay.
 * @param isKept whether the writer keeps the copy whose begin marker is at an offset; asked with rising offsets
 */
export function updateCopies(
  text: string,
  place: MarkdownPlace,
  resolve: ResolveStatement,
  isKept: (offset: number) => boolean = () => false,
): CopyUpdate {
  const { copies, problems } = findCopies(text);
  const edits: CopyEdit[] = [];
  const sources = new Map<string, ReturnType<typeof sourcePath>>();
  const rendered = new Map<string, string>();
  const fileEnding = lineEnding(text);
  const refuse = ({ begin }: Copy, message: string) => problems.push({ message, span: begin });
  const isInConflict = conflictMarker(text) !== undefined;
  for (const copy of copies) {
    if (isKept(copy.begin.start)) continue;
    const source = sources.get(copy.source) ?? sourcePath(copy.source, place);
    sources.set(copy.source, source);
    if ('problem' in source) {
      refuse(copy, source.problem);
      continue;
    }
    const found = resolve(source.path);
    const statement = typeof found === 'object' && found.plain.trim() === '' ? 'none' : found;
    if (typeof statement === 'string') {
      refuse(copy, WHY_REFUSED[statement](copy.source));
      continue;
    }
    const key = JSON.stringify([source.path, copy.source, copy.shape]);
    const words = rendered.get(key) ?? renderCopy(statement, copy.shape, copy.source);
    rendered.set(key, words);
    const edit = copy.inline ? inlineEdit(text, copy, words) : blockEdit(text, copy, words, fileEnding);
    if (edit && isInConflict)
      refuse(copy, 'This file has conflict markers: the copy is left as it is until they are gone.');
    else if (edit) edits.push({ ...edit, copy, path: source.path });
  }
  problems.sort((a, b) => a.span.start - b.span.start);
  return { edits, problems, copies };
}

/**
 * Within a line the words must not interact with the surrounding text: a bar would end a table's cell, and a backtick
 * could pair with one before the copy.
 */
function inlineEdit(text: string, copy: Copy, words: string): TextEdit | undefined {
  const newText = words
    .replace(/\\.|\|/g, (found) => (found === '|' ? '\\|' : found))
    .replace(/\\?`/g, '&#96;');
  return text.slice(copy.content.start, copy.content.end) === newText
    ? undefined
    : editOf(copy.content, newText);
}

function blockEdit(text: string, copy: Copy, words: string, fileEnding: string): TextEdit | undefined {
  const content = text.slice(copy.content.start, copy.content.end);
  const eol = /^[ \t]*(\r\n|\r|\n)/.exec(content)?.[1] ?? fileEnding;
  const lines = content.split(/\r\n|\r|\n/);
  const isEmpty = (line: string | undefined): boolean => line !== undefined && /^[ \t>]*$/.test(line);
  // The first piece is the rest of the begin marker's line, the last one the text before the end marker.
  const opens = lines.length > 1 && isEmpty(lines[0]);
  const closes = lines.length > 1 && isEmpty(lines.at(-1));
  let first = opens ? 1 : 0;
  let last = closes ? lines.length - 1 : lines.length;
  const isSpace = (line: string | undefined): boolean =>
    isEmpty(line) && (line as string).trimEnd() === copy.indent.trimEnd();
  while (first < last && isSpace(lines[first])) first++;
  while (last > first && isSpace(lines[last - 1])) last--;
  const wanted = words.split('\n').map((line) => (copy.indent + line).trimEnd());
  const found = lines.slice(first, last);
  if (opens && closes && wanted.length === found.length && wanted.every((line, at) => line === found[at])) {
    return undefined;
  }
  const before = opens ? lines.slice(1, first) : [];
  const after = closes && first < last ? lines.slice(last, -1) : [];
  const end = closes ? (lines.at(-1) as string) : copy.indent;
  const newText = ['', ...before, ...wanted, ...after, end].join(eol);
  return editOf(copy.content, newText);
}

function editOf({ start, end }: Span, text: string): TextEdit {
  return { offset: start, length: end - start, text };
}
