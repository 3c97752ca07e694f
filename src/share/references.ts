import { dirname, isWithin, normalize, relative, resolve } from '../files/paths';
import { isMarkdownPath, isPurposePath } from '../files/purpose-name';
import { PurposeDocument } from '../statement/document';
import type { Span } from '../statement/position';
import type { TextEdit } from '../text/text-edit';
import { findCopies } from './copies';

/** A place in a file that names a purpose file: `serves:` in front matter, or the marker of a copy. */
export interface Reference extends Span {
  /** The path as written. */
  readonly written: string;
  readonly kind: 'serves' | 'copy';
}

/**
 * Every place in a Markdown file that names a purpose file by its path.
 * @param isPurpose whether the file is a purpose file itself: only those can have `serves:`
 */
export function referencesIn(
  path: string,
  text: string,
  isPurpose = isPurposePath(path),
): readonly Reference[] {
  const references: Reference[] = [];
  const add = (written: string, from: number, kind: Reference['kind']) => {
    const start = text.indexOf(written, from);
    if (start >= 0 && isMarkdownPath(written))
      references.push({ start, end: start + written.length, written, kind });
  };
  if (isPurpose) {
    const { data, places } = PurposeDocument.of(text).frontMatter;
    const place = places.get('serves');
    if (data.serves !== undefined && place) add(data.serves, place.start.offset, 'serves');
  }
  for (const { source, begin } of findCopies(text).copies) add(source, begin.start, 'copy');
  return references;
}

/** The target of a reference in the file at `path`; `undefined` for an address on the web or an absolute path. */
export function targetOf(path: string, { written }: Reference): string | undefined {
  if (/^[A-Za-z][\w+.-]*:|^\/|\\/.test(written)) return undefined;
  return resolve(dirname(path), written);
}

/** Moves of files and folders; a folder's contents move with it. */
export type Moves = readonly { readonly from: string; readonly to: string }[];

/** Where a path is after some moves. */
export function afterMoves(path: string, moves: Moves): string {
  const found = moves.find(({ from }) => isWithin(from, path));
  if (!found) return path;
  const inside = relative(found.from, path);
  return inside === '.' ? found.to : `${found.to}/${inside}`;
}

/** The edits that keep every reference of a file on its target after these moves, which may include the file itself. */
export function keepReferences(
  path: string,
  text: string,
  moves: Moves,
  isPurpose = isPurposePath(path),
): readonly TextEdit[] {
  const folder = dirname(afterMoves(normalize(path), moves));
  return referencesIn(path, text, isPurpose).flatMap((reference) => {
    const target = targetOf(path, reference);
    if (target === undefined) return [];
    const { start, end, written, kind } = reference;
    const now = relative(folder, afterMoves(target, moves));
    if (now === normalize(written) || !isMarkdownPath(now)) return [];
    const dotted = written.startsWith('./') && !now.startsWith('.') ? `./${now}` : now;
    const quoted = /["']/.test(text[start - 1] ?? '');
    return [{ offset: start, length: end - start, text: quoted ? dotted : asWritten(dotted, kind) }];
  });
}

/** A path, quoted if necessary. */
function asWritten(path: string, kind: Reference['kind']): string {
  const plain = kind === 'copy' ? !/[\s"']|-->/.test(path) : /^[\w./][^:#"']*$/.test(path);
  return plain ? path : `"${path}"`;
}
