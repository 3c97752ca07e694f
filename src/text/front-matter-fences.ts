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

/** The front matter of a text: YAML between lines of `---`, or TOML between lines of `+++`; `undefined` without a closing line. */
export function frontMatterFences(text: string): FrontMatterFences | undefined {
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

/** Whether a text begins with a fence without a closing line: unfinished front matter, perhaps. */
export function hasOpenFence(text: string): boolean {
  OPENING.lastIndex = text.startsWith('\uFEFF') ? 1 : 0;
  return OPENING.test(text) && !frontMatterFences(text);
}

/** Whether an open fence of `---` is followed by a line of `key: value`, so that it is not a thematic break. */
export function looksUnfinished(text: string): boolean {
  return hasOpenFence(text) && /^\uFEFF?---[ \t]*[\r\n]+[ \t]*[\w-]+[ \t]*:(?:[ \t]|[\r\n]|$)/.test(text);
}
