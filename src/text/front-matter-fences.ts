/** Front matter at the start of a text, by offsets. */
interface FrontMatterFences {
  readonly format: 'yaml' | 'toml';
  /** The first character of the opening line, after a byte-order mark. */
  readonly start: number;
  /** The text between the two fence lines, including the line ending before the closing line. */
  readonly body: { readonly start: number; readonly end: number };
  /** The end of the closing line, including its line ending. */
  readonly end: number;
}

const OPENING = /(?:---|\+\+\+)[ \t]*(?:\r\n|\r|\n|$)/y;
/** `...` also ends a YAML document. */
const CLOSING = {
  yaml: /(?<=[\r\n])(?:---|\.\.\.)[ \t]*(?:\r\n|\r|\n|$)/g,
  toml: /(?<=[\r\n])\+\+\+[ \t]*(?:\r\n|\r|\n|$)/g,
} as const;

/**
 * The front matter of a text: YAML between lines of `---`, or TOML between lines of `+++`; `undefined` without a closing
 * line, and if there is Markdown between two thematic breaks.
 */
export function frontMatterFences(text: string): FrontMatterFences | undefined {
  const fences = fencesOf(text);
  if (fences?.format !== 'yaml') return fences;
  return isMarkdown(text.slice(fences.body.start, fences.body.end)) ? undefined : fences;
}

function fencesOf(text: string): FrontMatterFences | undefined {
  const start = text.startsWith('\uFEFF') ? 1 : 0;
  OPENING.lastIndex = start;
  if (!OPENING.test(text) || !/[\r\n]/.test(text.charAt(OPENING.lastIndex - 1))) return undefined;
  const bodyStart = OPENING.lastIndex;
  const format = text[start] === '+' ? 'toml' : 'yaml';
  const closing = new RegExp(CLOSING[format]);
  closing.lastIndex = bodyStart;
  const found = closing.exec(text);
  if (!found) return undefined;
  return { format, start, body: { start: bodyStart, end: found.index }, end: closing.lastIndex };
}

/** A line that begins a map, or a comment that holds such a line. */
const KEY = /^[ \t]*(?:#[ \t]*)?(?:\{|(?:["']?)[\p{L}\p{N}_.-]+(?:["']?)[ \t]*:(?:[ \t]|$))/u;
/** A line that neither begins nor continues anything in a map: text of Markdown. */
const TEXT = /^[^\s#\]}-]/;

/**
 * Whether the lines between two fences are Markdown between two thematic breaks. In doubt they are front matter, in
 * which a mistake should be reported: Markdown has blank lines around its text and no keys, or, if it begins with a
 * blank line, only some lines that could be keys, such as “Contact: Ann”.
 */
function isMarkdown(body: string): boolean {
  const lines = body.split(/\r\n|\r|\n/);
  if (body.trim() === '' || !/(?:^|\r\n|\r(?!\n)|\n)[ \t]*[\r\n]/.test(body)) return false;
  const startsBlank = lines[0]?.trim() === '';
  const hasText = lines.some((line) => TEXT.test(line) && !KEY.test(line));
  return lines.some((line) => KEY.test(line)) ? startsBlank && hasText : startsBlank || hasText;
}

/** Whether a text begins with a fence but has no front matter: unfinished, perhaps. */
export function hasOpenFence(text: string): boolean {
  OPENING.lastIndex = text.startsWith('\uFEFF') ? 1 : 0;
  return OPENING.test(text) && !frontMatterFences(text);
}

/** Whether an open fence of `---` is followed by a line of `key: value`, so that it is not a thematic break. */
export function looksUnfinished(text: string): boolean {
  return !fencesOf(text) && /^\uFEFF?---[ \t]*[\r\n]+[ \t]*[\w-]+[ \t]*:(?:[ \t]|[\r\n]|$)/.test(text);
}
