import type { Span } from '../statement/position';

/**
 * The prefix of a line: quote marks, indentation and list bullets.
 * `next` is the prefix that a following line needs to stay in the same quote and list item.
 */
export interface Prefix {
  readonly text: string;
  readonly next: string;
}

interface Fence {
  readonly mark: string;
  readonly length: number;
  readonly quotes: number;
  readonly indent: number;
}

// The repetition is limited, so that no hostile line causes long backtracking.
const PREFIX = /^(?:[ \t]{0,200}(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t]))){0,50}[ \t]{0,200}/;

/** Splits the prefix off a line. */
export function prefixOf(line: string): Prefix {
  if (!/^[ \t>*+\-\d]/.test(line)) return { text: '', next: '' };
  const text = PREFIX.exec(line)?.[0] ?? '';
  return {
    text,
    next: text.trim() === '' ? text : text.replace(/[-+*]|\d+[.)]/g, (bullet) => ' '.repeat(bullet.length)),
  };
}

/** `fenced`: in a fence, or in a comment that an earlier line opened; `indented`: indented code. */
type LineKind = 'text' | 'fenced' | 'indented';

/**
 * Determines, line by line, which lines of a Markdown file are code or comment, without parsing it.
 *
 * It handles fences and indented code, also inside quotes and lists, and comments of several lines (CommonMark 0.31,
 * sections 4.4 to 4.6, 5.1 and 5.2). The work for a line is proportional to its length.
 */
export class CodeTracker {
  #fence: Fence | undefined;
  #inComment = false;
  /** Whether no paragraph is open: after a blank line, a heading and the like. */
  #afterBlank = true;
  #inIndented = false;
  #quotes = 0;
  /** The columns at which the text of the open list items starts, outermost first. */
  #items: number[] = [];

  /** Classifies the next line; call it for each line in order. */
  next(line: string): LineKind {
    if (this.#inComment) {
      this.#inComment = !line.includes('-->');
      this.#afterBlank = true;
      return 'fenced';
    }
    if (line === '' && !this.#fence) {
      this.#afterBlank = true;
      return this.#inIndented ? 'indented' : 'text';
    }
    const { text: prefix, next } = prefixOf(line);
    const rest = line.slice(prefix.length);
    const quotes = prefix.split('>').length - 1;
    // One space after a quote mark belongs to the mark.
    const own = quotes > 0 ? /(?<=>) ?([^>]*)$/.exec(prefix) : undefined;
    const bullets = own?.[1] ?? prefix;
    const indent = columns(next.slice(next.length - bullets.length));
    const starts = bulletStarts(bullets);
    const lead = starts[0] ?? indent;
    if (this.#fence && this.#staysInFence(this.#fence, rest, quotes, lead, starts.length === 0))
      return 'fenced';
    const outermost = columns(/^[ \t]*/.exec(line)?.[0] ?? '');
    if (quotes > this.#quotes && this.#isCodeIndent(outermost)) return 'indented';
    if (quotes !== this.#quotes) {
      this.#items = [];
      // A paragraph may continue without its quote marks (lazy continuation): only a deeper quote starts a new block.
      if (quotes > this.#quotes) this.#afterBlank = true;
      this.#quotes = quotes;
    }
    return this.#outsideFence(rest, starts, quotes, indent);
  }

  #isCodeIndent(column: number): boolean {
    const room = column - (this.#items.findLast((item) => item <= column) ?? 0);
    return room >= 4 && (this.#afterBlank || this.#inIndented);
  }

  /** False if the line is outside the fence because the enclosing quote or list item has ended. */
  #staysInFence(fence: Fence, rest: string, quotes: number, lead: number, bare: boolean): boolean {
    if (quotes < fence.quotes || (rest !== '' && lead < fence.indent)) {
      this.#fence = undefined;
      return false;
    }
    const closing = /^(?:`{3,}|~{3,})(?=[ \t]*$)/.exec(rest)?.[0];
    if (
      closing?.startsWith(fence.mark) &&
      closing.length >= fence.length &&
      bare &&
      quotes === fence.quotes &&
      lead - fence.indent < 4
    ) {
      this.#fence = undefined;
    }
    this.#afterBlank = true;
    return true;
  }

  #outsideFence(rest: string, starts: readonly number[], quotes: number, indent: number): LineKind {
    if (rest === '') {
      this.#afterBlank = true;
      return this.#inIndented ? 'indented' : 'text';
    }
    const lead = starts[0] ?? indent;
    while (this.#items.length > 0 && (this.#items.at(-1) as number) > lead) this.#items.pop();
    this.#inIndented = this.#isCodeIndent(lead);
    const isParagraphOpen = !this.#afterBlank;
    this.#afterBlank = !this.#inIndented && endsBlock(rest, isParagraphOpen);
    if (this.#inIndented) return 'indented';
    if (starts.length > 0) this.#items.push(...starts.slice(1), indent);
    const fence = /^(?:(`{3,})[^`]*|(~{3,}).*)$/.exec(rest);
    const marks = fence?.[1] ?? fence?.[2];
    if (marks) {
      this.#fence = { mark: marks.charAt(0), length: marks.length, quotes, indent: this.#items.at(-1) ?? 0 };
      return 'fenced';
    }
    // Inline code at the start of a line would be a fence without its closing marks, so its line counts as code.
    if (rest.startsWith('```')) return 'fenced';
    this.#inComment = rest.startsWith('<!--') && !rest.slice(4).includes('-->');
    return 'text';
  }

  /** The columns of the open list items. */
  get items(): readonly number[] {
    return this.#items;
  }

  /** Continues as if these list items were open. */
  set items(items: readonly number[]) {
    this.#items = [...items];
  }
}

/**
 * Whether no paragraph is open after a line, so that an indented line below it is code: a heading, a thematic break or a
 * comment of one line (CommonMark 0.31, sections 4.1 to 4.3 and 4.6).
 */
function endsBlock(rest: string, isParagraphOpen: boolean): boolean {
  if (/^#{1,6}(?:[ \t]|$)|^([-_*])[ \t]*(?:\1[ \t]*){2,}$|^<!--.*-->/.test(rest)) return true;
  return isParagraphOpen && /^(?:=+|-+)[ \t]*$/.test(rest);
}

/** The columns at which the bullets of a prefix start. */
function bulletStarts(prefix: string): number[] {
  if (prefix.trim() === '') return [];
  return [...prefix.matchAll(/[-+*]|\d+[.)]/g)].map(({ index }) => columns(prefix.slice(0, index)));
}

/** Width of white space; a tab advances to the next multiple of four. */
function columns(text: string): number {
  let wide = 0;
  for (const character of text) wide = character === '\t' ? wide - (wide % 4) + 4 : wide + 1;
  return wide;
}

/** The ranges of inline code in one line, in order. */
export function inlineCode(line: string): Span[] {
  const runs = [...line.matchAll(/`+/g)].map(({ index, 0: marks }) => ({ index, length: marks.length }));
  const byLength = new Map<number, number[]>();
  for (const [at, run] of runs.entries()) {
    const same = byLength.get(run.length);
    if (same) same.push(at);
    else byLength.set(run.length, [at]);
  }
  const spans: Span[] = [];
  const passed = new Map<number, number>();
  for (let at = 0; at < runs.length; at++) {
    const open = runs[at] as { index: number; length: number };
    if (isEscaped(line, open.index)) continue;
    const same = byLength.get(open.length) ?? [];
    let next = passed.get(open.length) ?? 0;
    while (next < same.length && (same[next] as number) <= at) next++;
    passed.set(open.length, next);
    const closeAt = same[next];
    if (closeAt === undefined) continue;
    const close = runs[closeAt] as { index: number; length: number };
    spans.push({ start: open.index, end: close.index + close.length });
    at = closeAt;
  }
  return spans;
}

/** Whether the character at an offset follows an odd number of backslashes. */
export function isEscaped(text: string, offset: number): boolean {
  let at = offset;
  while (at > 0 && text[at - 1] === '\\') at--;
  return (offset - at) % 2 === 1;
}
