import type { Nodes, PhrasingContent } from 'mdast';
import { decodeAt } from './character-references';
import { isNoteMark } from './footnotes';
import type { Span } from './position';
import type { Prose, Segment } from './prose';
import { quoteMark, separates } from './tags';
import { ANY_TYPOGRAPHY, letterAt } from './typography';

/**
 * Text that is not prose: addresses, blanks of a template, code of a site generator, formulas as on GitHub (a `$` next
 * to a space is money), MDX comments, the fences of Pandoc's blocks, the mark of a callout, lists of attributes, and
 * chains such as `a-a-a-…`, for which parse-latin needs quadratic time.
 */
const NOT_PROSE =
  /\S{200,}|\{\{[^{}\n]*\}\}|\{%[^{}\n]*%\}|\{\/\*[^{}]*\*\/\}|^:{3,}[^\n\r]*|^\[![A-Za-z][\w-]*(?:\|[^\]\n]*)?\][+-]?|^(?:!!!|\?\?\?\+?)[ \t]+[\w-]+|\{:[^{}\n]*\}|(?<=\s)\{[.#][\w-][^{}\n]*\}|\$\$[^$]+\$\$|(?<![\w$])\$(?=[^\s$])(?:[^$\n\r]*[^\s$])?\$(?![\w$])|\b(?:https?:\/\/|www\.)[^\s<>]*[^\s<>.,;:!?"')\]]|(?<![\w.+-])[\w.+-]+@[\w-]+\.[\w.-]*\w/gim;

/** Tags around words that are not prose: code, keyboard input, program output, and struck-out text. */
const APART_TAG = /^<(\/?)(code|kbd|samp|var|tt|del|s|strike)(?=[\s/>])/i;

/** A character that all of these contain, except for overlong words. */
const MAY_BE_NO_PROSE = /[@{$]|\/\/|www\.|^:{3}|^\[!|^!!!|^\?\?\?/im;
const LONGEST_WORD = 199;

/** Collects the prose of phrasing content of a parsed text. */
export function toProse(nodes: readonly PhrasingContent[], doc: string): Prose {
  const builder = new ProseBuilder(doc);
  for (const node of nodes) builder.add(node);
  return builder.finish();
}

/** Builds a prose incrementally from its source. */
export class ProseBuilder {
  #text = '';
  readonly #segments: Segment[] = [];
  readonly #sources: Span[] = [];
  /** The open element whose content is not prose, and the start of its text. */
  #apart: { readonly name: string; readonly from: number } | undefined;

  /** The length of the text up to the last tag that ended a line. */
  #line = 0;

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
    } else if (node.type === 'html') this.addTag(node.value, start);
    else if (node.type === 'link' && this.doc[start] === '<') this.#addSource(start, end);
    else if ('children' in node && !isNoteMark(node)) for (const child of node.children) this.add(child);
  }

  addBreak(start: number, end: number): void {
    this.#push('\n', start, end - start);
  }

  /** Handles a tag among the words, at an offset of the source. */
  addTag(tag: string, start: number): void {
    if (separates(tag)) {
      this.#addLine(start, start + tag.length);
      return;
    }
    const mark = quoteMark(tag);
    if (mark !== undefined) {
      this.#push(mark, start, tag.length);
      return;
    }
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

  /** A line that a tag ends: two of them are a paragraph, but the end of the source's line beside one adds nothing. */
  #addLine(start: number, end: number): void {
    if (this.#text === '') return;
    const isSecond = this.#line > 0 && this.#text.slice(this.#line).trim() === '';
    const isAtEnd = /[ \t]*(?:[\r\n]|$)/y;
    isAtEnd.lastIndex = end;
    const space = isSecond ? '\n\n' : isAtEnd.test(this.doc) || this.#text.endsWith('\n') ? ' ' : '\n';
    this.#push(space, start, end - start);
    this.#line = this.#text.length;
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
      const special = from < end ? decodeAt(doc, from) : undefined;
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
