/**
 * Estimates the width of text, because no font metrics are available when a picture is made. Widths are relative to the
 * font size and are those of a wide serif font, so that text in actual fonts also fits.
 */
const CLASSES: readonly (readonly [RegExp, number])[] = [
  [/\p{M}|[\u200B-\u200F]/u, 0],
  [
    /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\u3000-\u303F\uFF01-\uFF60]|\p{Emoji_Presentation}/u,
    1.05,
  ],
  [/[ \u00A0]/, 0.28],
  [/[ijl.,:;'’‘|!()[\]]/, 0.33],
  [/[ftrI-]/, 0.42],
  [/[mw]/, 0.9],
  [/[MW—…@%]/, 1.02],
  [/[a-z\d]/, 0.58],
  [/[A-Z]/, 0.78],
  [/\p{Lu}/u, 0.82],
];
const OTHER = 0.66;

const known = new Map<string, number>();

function widthOfCharacter(character: string): number {
  const before = known.get(character);
  if (before !== undefined) return before;
  const width = CLASSES.find(([pattern]) => pattern.test(character))?.[1] ?? OTHER;
  if (known.size < 10_000) known.set(character, width);
  return width;
}

/** The estimated width of a text at font size 1. */
export function textWidth(text: string): number {
  let width = 0;
  for (const character of text) width += widthOfCharacter(character);
  return width;
}

// A script without spaces between words may break after any character.
const PIECES =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}][\p{P}\p{M}]*\s*|[^\s\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]+\s*/gu;

/** Wraps text into lines no wider than `width`, relative to the font size; breaks a word that is wider. */
export function wrapText(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  let wide = 0;
  const put = (piece: string, size: number): void => {
    if (line !== '' && wide + textWidth(piece.trimEnd()) > width) {
      lines.push(line.trimEnd());
      [line, wide] = ['', 0];
    }
    line += piece;
    wide += size;
  };
  for (const [piece] of text.trim().matchAll(PIECES)) {
    const size = textWidth(piece);
    if (size <= width) put(piece, size);
    else for (const character of piece) put(character, widthOfCharacter(character));
  }
  if (line.trim() !== '') lines.push(line.trimEnd());
  return lines;
}
