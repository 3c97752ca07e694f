import { decodeNamedCharacterReference } from 'decode-named-character-reference';
import type { Nodes, PhrasingContent } from 'mdast';
import type { Span } from './position';

/**
 * The readable text of one paragraph, heading or cell, and the position of each of its characters in the file.
 *
 * Replaces mdast-util-to-nlcst, which counts characters of the value instead of the source: its positions are wrong
 * after an escape, a character reference or a quote mark at a line's start, and a very long paragraph overflows its
 * stack.
 */
export interface Prose {
  readonly text: string;
  /** Ranges of `text` that are not prose: code, addresses, blanks of a template. */
  readonly sources: readonly Span[];
  readonly segments: readonly Segment[];
}

/** The source of a range of text. The lengths differ only for escapes, character references and ligatures. */
interface Segment {
  readonly value: number;
  readonly source: number;
  readonly length: number;
  readonly sourceLength: number;
}

/**
 * Text that is not prose: addresses, blanks of a template, code of a site generator, formulas as on GitHub (a `$` next
 * to a space is money), MDX comments, the fences of Pandoc's blocks, the mark of a callout, and chains such as
 * `a-a-a-…`, for which parse-latin needs quadratic time.
 */
const NOT_PROSE =
  /\S{200,}|\{\{[^{}\n]*\}\}|\{%[^{}\n]*%\}|\{\/\*[^{}]*\*\/\}|^:{3,}[^\n\r]*|^\[![A-Za-z]+\][+-]?(?=[ \t]*$)|\$\$[^$]+\$\$|(?<![\w$])\$(?=[^\s$])(?:[^$\n\r]*[^\s$])?\$(?![\w$])|\b(?:https?:\/\/|www\.)[^\s<>]*[^\s<>.,;:!?"')\]]|(?<![\w.+-])[\w.+-]+@[\w-]+\.[\w.-]*\w/gim;

/** Tags around words that are not prose: code, keyboard input, program output, and struck-out text. */
const APART_TAG = /^<(\/?)(code|kbd|samp|var|tt|del|s|strike)(?=[\s/>])/i;

/** A character that all of these contain, except for overlong words. */
const MAY_BE_NO_PROSE = /[@{$]|\/\/|www\.|^:{3}|^\[!/im;
const LONGEST_WORD = 199;

const ASCII_PUNCTUATION = /[!-/:-@[-`{-~]/;
const REFERENCE = /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z\d]{1,31}));/iy;

/** Typographic characters that only affect line breaks or appearance, with their plain equivalents. */
const TYPOGRAPHY: Readonly<Record<string, string>> = {
  '\u2010': '-',
  '\u2011': '-',
  '\u00AD': '',
  '\u200B': '',
  '\u2060': '',
  '\uFEFF': '',
  '\uFB00': 'ff',
  '\uFB01': 'fi',
  '\uFB02': 'fl',
  '\uFB03': 'ffi',
  '\uFB04': 'ffl',
  '\uFB05': 'st',
  '\uFB06': 'st',
};
const ANY_TYPOGRAPHY = /[\u2010\u2011\u00AD\u200B-\u200D\u2060\uFEFF\uFB00-\uFB06]/;
/** Joiners are removed only between Latin letters: other scripts and emoji need them. */
const JOINER = /[\u200C\u200D]/;
const isLatin = (sign: string) => /\p{Script=Latin}/u.test(sign);

/** The plain equivalent of a typographic character at an offset. */
function letterAt(text: string, at: number): string | undefined {
  const sign = text.charAt(at);
  if (JOINER.test(sign)) {
    return isLatin(text.charAt(at - 1)) && isLatin(text.charAt(at + 1)) ? '' : undefined;
  }
  return TYPOGRAPHY[sign];
}

/** Collects the prose of phrasing content of a parsed text. */
export function toProse(nodes: readonly PhrasingContent[], doc: string): Prose {
  const builder = new ProseBuilder(doc);
  for (const node of nodes) builder.add(node);
  return builder.finish();
}

/** Whether two proses of one block are the same text at the same places. */
export function areSameProse(one: Prose, other: Prose): boolean {
  return (
    one.text === other.text &&
    areSame(one.sources, other.sources, (a, b) => a.start === b.start && a.end === b.end) &&
    areSame(
      one.segments,
      other.segments,
      (a, b) =>
        a.value === b.value &&
        a.source === b.source &&
        a.length === b.length &&
        a.sourceLength === b.sourceLength,
    )
  );
}

function areSame<Item>(
  some: readonly Item[],
  others: readonly Item[],
  same: (one: Item, other: Item) => boolean,
): boolean {
  return some.length === others.length && some.every((one, at) => same(one, others[at] as Item));
}

/** The part of a prose between two offsets of its text. */
export function sliceProse(prose: Prose, { start, end }: Span): Prose {
  const segments: Segment[] = [];
  for (const segment of prose.segments) {
    const from = Math.max(start, segment.value);
    const to = Math.min(end, segment.value + segment.length);
    if (to <= from) continue;
    const exact = segment.length === segment.sourceLength;
    segments.push({
      value: from - start,
      source: exact ? segment.source + from - segment.value : segment.source,
      length: to - from,
      sourceLength: exact ? to - from : segment.sourceLength,
    });
  }
  const sources = prose.sources
    .map((span) => ({ start: Math.max(start, span.start) - start, end: Math.min(end, span.end) - start }))
    .filter((span) => span.end > span.start);
  return { text: prose.text.slice(start, end), sources, segments };
}

/** Builds a prose incrementally from its source. */
export class ProseBuilder {
  #text = '';
  readonly #segments: Segment[] = [];
  readonly #sources: Span[] = [];
  /** The open element whose content is not prose, and the start of its text. */
  #apart: { readonly name: string; readonly from: number } | undefined;

  constructor(readonly doc: string) {}

  add(node: Nodes): void {
    const start = node.position?.start.offset ?? 0;
    const end = node.position?.end.offset ?? start;
    if (node.type === 'text') this.addText(node.value, start, end);
    else if (node.type === 'break') this.addBreak(start, end);
    else if (
      node.type === 'inlineCode' ||
      node.type === 'image' ||
      node.type === 'imageReference' ||
      node.type === 'delete'
    ) {
      this.#addSource(start, end);
    } else if (node.type === 'html') this.addTag(node.value);
    else if (node.type === 'link' && this.doc[start] === '<') this.#addSource(start, end);
    else if ('children' in node) for (const child of node.children) this.add(child);
  }

  addBreak(start: number, end: number): void {
    this.#push('\n', start, end - start);
  }

  /** Handles an inline tag. */
  addTag(tag: string): void {
    const [, slash, written] = APART_TAG.exec(tag) ?? [];
    const name = written?.toLowerCase();
    if (name === undefined) return;
    if (slash === '') this.#apart ??= { name, from: this.#text.length };
    else if (name === this.#apart?.name) {
      const span = { start: this.#apart.from, end: this.#text.length };
      this.#apart = undefined;
      while ((this.#sources.at(-1)?.start ?? -1) >= span.start) this.#sources.pop();
      if (span.end > span.start) this.#sources.push(span);
    }
  }

  finish(): Prose {
    const sources: Span[] = [];
    let at = 0;
    // Hardly any text needs this, and searching takes time.
    const mayBe = MAY_BE_NO_PROSE.test(this.#text) || hasLongWord(this.#text);
    for (const match of mayBe ? this.#text.matchAll(NOT_PROSE) : []) {
      const span = { start: match.index, end: match.index + match[0].length };
      let next = this.#sources[at];
      while (next && next.start < span.end) {
        sources.push(next);
        next = this.#sources[++at];
      }
      if ((sources.at(-1)?.end ?? 0) <= span.start) sources.push(span);
    }
    sources.push(...this.#sources.slice(at));
    return { text: this.#text, sources, segments: this.#segments };
  }

  #addSource(start: number, end: number): void {
    // White space would count as the end of a line or of a paragraph.
    const value = this.doc.slice(start, end).replace(/\s/g, ' ');
    this.#sources.push({ start: this.#text.length, end: this.#text.length + value.length });
    this.#push(value, start, end - start);
  }

  /**
   * Adds text between two offsets of the source, comparing both character by character: characters missing from the
   * value are markup.
   */
  addText(value: string, start: number, end: number): void {
    const { doc } = this;
    const typography = ANY_TYPOGRAPHY.test(value);
    let source = start;
    let run = 0;
    let runSource = start;
    const flush = (upTo: number) => {
      if (upTo > run) this.#push(value.slice(run, upTo), runSource, upTo - run);
    };
    for (let at = 0; at < value.length; ) {
      const character = value.charAt(at);
      let from = source;
      if (character === '\n' || character === '\r') {
        while (doc[from] === ' ' || doc[from] === '\t') from++;
      } else if (isLineStart(value, at)) {
        while (doc[from] === ' ' || doc[from] === '\t' || doc[from] === '>') from++;
      }
      const special = from < end ? decode(doc, from) : undefined;
      const width = special && value.startsWith(special.value, at) ? special.value.length : 1;
      const sourceWidth = special && value.startsWith(special.value, at) ? special.length : 1;
      const letter = typography ? letterAt(value, at) : undefined;
      if (from !== source || width !== sourceWidth || letter !== undefined) {
        flush(at);
        if (width !== sourceWidth || letter !== undefined) {
          this.#push(letter ?? value.slice(at, at + width), from, sourceWidth);
          run = at + width;
          runSource = from + sourceWidth;
        } else {
          run = at;
          runSource = from;
        }
      }
      at += width;
      source = from + sourceWidth;
    }
    flush(value.length);
  }

  #push(text: string, source: number, sourceLength: number): void {
    if (text === '') return;
    this.#segments.push({ value: this.#text.length, source, length: text.length, sourceLength });
    this.#text += text;
  }
}

function hasLongWord(text: string): boolean {
  for (let at = 0; at + LONGEST_WORD < text.length; ) {
    const space = text.indexOf(' ', at);
    if ((space < 0 ? text.length : space) - at > LONGEST_WORD) return true;
    at = space + 1;
  }
  return false;
}

function isLineStart(value: string, at: number): boolean {
  return at > 0 && (value[at - 1] === '\n' || value[at - 1] === '\r');
}

/** Text with decoded character references. */
export function decodeReferences(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(
    /&(?:#x[0-9a-f]{1,6}|#\d{1,7}|[a-z\d]{1,31});/gi,
    (found) => decode(found, 0)?.value ?? found,
  );
}

/** The escape or character reference at an offset. */
function decode(doc: string, at: number): { value: string; length: number } | undefined {
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

/** Converts offsets in a prose's text to offsets in the file; fastest for ascending offsets. */
export class ProseMap {
  readonly #segments: readonly Segment[];
  #near = 0;

  constructor(prose: Prose) {
    this.#segments = prose.segments;
  }

  /** The start of the character at `offset`. */
  start(offset: number): number {
    const segment = this.#find(offset);
    if (!segment) return 0;
    const into = offset - segment.value;
    return segment.length === segment.sourceLength ? segment.source + into : segment.source;
  }

  /** The end of the character before `offset`. */
  end(offset: number): number {
    const segment = this.#find(Math.max(0, offset - 1));
    if (!segment) return 0;
    const into = offset - segment.value;
    return segment.length === segment.sourceLength
      ? segment.source + into
      : segment.source + segment.sourceLength;
  }

  #find(offset: number): Segment | undefined {
    const segments = this.#segments;
    let index = Math.min(this.#near, segments.length - 1);
    while (index > 0 && (segments[index]?.value ?? 0) > offset) index--;
    while (index + 1 < segments.length && (segments[index + 1]?.value ?? Infinity) <= offset) index++;
    this.#near = Math.max(0, index);
    return segments[index];
  }
}
