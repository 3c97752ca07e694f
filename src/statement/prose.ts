import { decodeNamedCharacterReference } from 'decode-named-character-reference';
import type { Nodes, PhrasingContent } from 'mdast';
import type { Span } from './position';

/**
 * The readable text of one paragraph, heading or cell, and where each of its characters stands in the file.
 *
 * mdast-util-to-nlcst does the same, but counts characters of the value where it should count those of the source:
 * after an escape, a character reference or a quote mark at a line's start its places are off, and a very long
 * paragraph overflows its stack. Hence this one.
 */
export interface Prose {
  readonly text: string;
  /** Stretches of `text` that are no prose: code, addresses, blanks of a template. */
  readonly sources: readonly Span[];
  readonly segments: readonly Segment[];
}

/** Where a stretch of text comes from. The lengths differ for an escape or a character reference only. */
interface Segment {
  readonly value: number;
  readonly source: number;
  readonly length: number;
  readonly sourceLength: number;
}

/**
 * Text that is not for reading: addresses, blanks that a template left open, and what is too long for a word: over
 * chains such as `a-a-a-…` parse-latin takes time with the square of their length.
 */
const NOT_PROSE =
  /\S{200,}|\{\{[^{}\n]*\}\}|\b(?:https?:\/\/|www\.)[^\s<>]*[^\s<>.,;:!?"')\]]|(?<![\w.+-])[\w.+-]+@[\w-]+\.[\w.-]*\w/gi;

/** What all of it has in it, but for the words that are too long. */
const MAY_BE_NO_PROSE = /[@{]|\/\/|www\./i;
const LONGEST_WORD = 199;

const ASCII_PUNCTUATION = /[!-/:-@[-`{-~]/;
const REFERENCE = /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z\d]{1,31}));/iy;

/** Collects the prose of phrasing content of a parsed text. */
export function toProse(nodes: readonly PhrasingContent[], doc: string): Prose {
  const builder = new Builder(doc);
  for (const node of nodes) builder.add(node);
  return builder.finish();
}

class Builder {
  #text = '';
  readonly #segments: Segment[] = [];
  readonly #sources: Span[] = [];

  constructor(readonly doc: string) {}

  add(node: Nodes): void {
    const start = node.position?.start.offset ?? 0;
    const end = node.position?.end.offset ?? start;
    if (node.type === 'text') this.#addText(node.value, start, end);
    else if (node.type === 'break') this.#push('\n', start, end - start);
    else if (node.type === 'inlineCode' || node.type === 'image' || node.type === 'imageReference') {
      this.#addSource(start, end);
    } else if (node.type === 'link' && this.doc[start] === '<') this.#addSource(start, end);
    else if ('children' in node) for (const child of node.children) this.add(child);
  }

  finish(): Prose {
    const sources: Span[] = [];
    let at = 0;
    // Hardly any text has something of the kind, and to look for it takes its time.
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
    // White space would be taken for the end of a line or of a paragraph.
    const value = this.doc.slice(start, end).replace(/\s/g, ' ');
    this.#sources.push({ start: this.#text.length, end: this.#text.length + value.length });
    this.#push(value, start, end - start);
  }

  /** Walks value and source side by side: what the value left out is markup. */
  #addText(value: string, start: number, end: number): void {
    const { doc } = this;
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
      if (from !== source || width !== sourceWidth) {
        flush(at);
        if (width !== sourceWidth) {
          this.#push(value.slice(at, at + width), from, sourceWidth);
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

/** The escape or character reference that stands at an offset. */
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

/** Turns offsets in a prose's text into offsets in the file; ask with rising offsets for the best speed. */
export class ProseMap {
  readonly #segments: readonly Segment[];
  #near = 0;

  constructor(prose: Prose) {
    this.#segments = prose.segments;
  }

  /** Where the character at `offset` starts. */
  start(offset: number): number {
    const segment = this.#find(offset);
    if (!segment) return 0;
    const into = offset - segment.value;
    return segment.length === segment.sourceLength ? segment.source + into : segment.source;
  }

  /** Where the character before `offset` ends. */
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
