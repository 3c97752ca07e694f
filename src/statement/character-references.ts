import { decodeNamedCharacterReference } from 'decode-named-character-reference';

const ASCII_PUNCTUATION = /[!-/:-@[-`{-~]/;
const REFERENCE = /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z\d]{1,31}));/iy;

/** Text with decoded character references. */
export function decodeReferences(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(
    /&(?:#x[0-9a-f]{1,6}|#\d{1,7}|[a-z\d]{1,31});/gi,
    (found) => decodeAt(found, 0)?.value ?? found,
  );
}

/** The escape or character reference at an offset. */
export function decodeAt(doc: string, at: number): { value: string; length: number } | undefined {
  const next = doc[at + 1];
  if (doc[at] === '\\' && next && ASCII_PUNCTUATION.test(next)) return { value: next, length: 2 };
  if (doc[at] !== '&') return undefined;
  REFERENCE.lastIndex = at;
  const match = REFERENCE.exec(doc);
  if (!match) return undefined;
  const code = match[1]
    ? Number.parseInt(match[1], 16)
    : match[2]
      ? Number.parseInt(match[2], 10)
      : undefined;
  const value =
    code === undefined
      ? decodeNamedCharacterReference(match[3] ?? '')
      : code > 0 && code <= 0x10ffff
        ? String.fromCodePoint(code)
        : undefined;
  return value ? { value, length: match[0].length } : undefined;
}
