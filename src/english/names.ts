import type { Piece } from './token';

/** Whether a word begins with a capital. */
export function isCapital(text: string): boolean {
  const first = text.charCodeAt(0);
  // Asked several times for each word of a text, nearly all of which begin with a letter of English.
  return first < 128 ? first >= 65 && first <= 90 : /^\p{Lu}/u.test(text);
}

/** Shorter words mostly have no capital even in titles. */
const LONG_WORD = 4;

/** Whether capitals do not indicate names: the text is all capitals, or nearly every word begins with one. */
export function isTitle(pieces: readonly Piece[]): boolean {
  let [long, capital] = [0, 0];
  for (const { kind, text } of pieces) {
    if (kind !== 'word' || text.length < LONG_WORD) continue;
    long += 1;
    if (isCapital(text)) capital += 1;
  }
  return long > 2 && capital > long * 0.85;
}

/** Lower-case words inside a name: "College of Community Health". */
const LINKS: ReadonlySet<string> = new Set(['of', 'for', 'the', 'and', '&', 'in', 'de', 'la', 'at', 'on']);

/**
 * For each token, whether it is part of a name: two or more capitalised words, including linking words between them.
 */
export function inNames(pieces: readonly Piece[]): readonly boolean[] {
  const result: boolean[] = new Array(pieces.length).fill(false);
  if (isTitle(pieces)) return result;
  for (let from = 0; from < pieces.length; from += 1) {
    if (!isNamePart(pieces[from])) continue;
    const to = endOfName(pieces, from);
    if (to > from) result.fill(true, from, to + 1);
    from = to;
  }
  return result;
}

function endOfName(pieces: readonly Piece[], from: number): number {
  let to = from;
  for (let at = from + 1; at < pieces.length; at += 1) {
    if (isNamePart(pieces[at])) to = at;
    else if (at - to > 2 || !LINKS.has(pieces[at]?.lower ?? '')) break;
  }
  return to;
}

function isNamePart(piece: Piece | undefined): boolean {
  // "AI-powered" has a capital but is not a name.
  return piece?.kind === 'word' && isCapital(piece.text) && !/^[A-Z]+-[a-z]/.test(piece.text);
}
