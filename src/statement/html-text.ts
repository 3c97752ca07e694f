import { decodeReferences } from './character-references';
import type { Span } from './position';
import type { Prose } from './prose';
import { ProseBuilder } from './prose-builder';
import { INLINE } from './tags';

/** A rendered paragraph or heading in a block of HTML. */
export interface HtmlText {
  /** 1 to 6 for a heading. */
  readonly depth?: number;
  readonly prose: Prose;
  readonly span: Span;
  /** The number of characters of the prose in links, and in bold or italics. */
  readonly linked: number;
  readonly stressed: number;
}

/** Elements whose content is not prose. */
const UNREAD: ReadonlySet<string> = new Set([
  'script',
  'style',
  'svg',
  'template',
  'textarea',
  'pre',
  'select',
]);
const STRESS: ReadonlySet<string> = new Set(['b', 'strong', 'i', 'em']);

/** Extracts the paragraphs and headings of a block of HTML as a browser would render them. */
export function htmlTexts(doc: string, { start, end }: Span): readonly HtmlText[] {
  const reader = new HtmlReader(doc);
  let at = start;
  while (at < end) {
    const open = doc.indexOf('<', at);
    const next = open < 0 || open >= end ? end : open;
    if (next > at) reader.text(at, next);
    if (next === end) break;
    at = reader.tag(next, end);
  }
  return reader.finish();
}

/** A tag whose quoted attributes may contain `>`. */
const TAG = /<(\/?)([a-z][a-z0-9-]*)(?=[\s/>])(?:[^<>"']|"[^"<]*"|'[^'<]*')*>/iy;
/** A tag with a single quotation mark, a declaration, or an instruction. */
const OTHER_TAG = /<(\/?)([a-z][a-z0-9-]*)(?=[\s/>])[^<>]*>|<[!?/][^<>]*>/iy;

function tagAt(doc: string, at: number): RegExpExecArray | null {
  TAG.lastIndex = at;
  OTHER_TAG.lastIndex = at;
  return TAG.exec(doc) ?? OTHER_TAG.exec(doc);
}

class HtmlReader {
  readonly #found: HtmlText[] = [];
  #builder: ProseBuilder | undefined;
  #span: { start: number; end: number } | undefined;
  #depth: number | undefined;
  #skipping = '';
  #links = 0;
  #stresses = 0;
  #linked = 0;
  #stressed = 0;
  #noCommentEnd = false;

  constructor(readonly doc: string) {}

  text(start: number, end: number): void {
    if (this.#skipping) return;
    const text = this.doc.slice(start, end);
    const line = /([ \t>]*)([^\r\n]*)(\r\n|\r|\n|$)/y;
    for (let at = 0; at < text.length; at = line.lastIndex) {
      line.lastIndex = at;
      const [all = '', blank = '', words = '', ending = ''] = line.exec(text) ?? [];
      // White space within a line separates words; at its start it is indentation.
      const from = start + (at === 0 && this.#builder ? at : at + blank.length);
      this.#words(from, start + at + blank.length + words.length);
      const newline = start + at + all.length - ending.length;
      if (ending && this.#builder) this.#builder.addBreak(newline, newline + ending.length);
    }
  }

  #words(from: number, end: number): void {
    const source = this.doc.slice(from, end);
    const value = decodeReferences(source);
    if (value.trim() === '' && !this.#builder) return;
    this.#builder ??= new ProseBuilder(this.doc);
    this.#builder.addText(value, from, end);
    const length = value.trim().length;
    if (length === 0) return;
    this.#span = { start: this.#span?.start ?? from, end: from + source.trimEnd().length };
    if (this.#links > 0) this.#linked += length;
    if (this.#stresses > 0) this.#stressed += length;
  }

  /** Handles the tag or comment at an offset; returns the offset after it. */
  tag(at: number, end: number): number {
    const { doc } = this;
    if (doc.startsWith('<!--', at)) {
      const close = this.#noCommentEnd ? -1 : doc.indexOf('-->', at + 4);
      this.#noCommentEnd ||= close < 0;
      return close < 0 || close + 3 > end ? end : close + 3;
    }
    const match = tagAt(doc, at);
    const after = at + (match?.[0].length ?? 0);
    // A tag must end within this block of HTML.
    if (!match || after > end) {
      this.text(at, at + 1);
      return at + 1;
    }
    if (match[2] !== undefined)
      this.#element(match[2].toLowerCase(), match[1] === '/', match[0].endsWith('/>'), at, after);
    return after;
  }

  finish(): readonly HtmlText[] {
    this.#close();
    return this.#found;
  }

  #element(name: string, closes: boolean, empty: boolean, start: number, end: number): void {
    if (this.#skipping) {
      if (closes && name === this.#skipping) this.#skipping = '';
      return;
    }
    if (name === 'br') {
      this.#builder?.addTag(this.doc.slice(start, end), start);
      return;
    }
    if (INLINE.has(name)) {
      const step = closes ? -1 : empty ? 0 : 1;
      if (name === 'a') this.#links = Math.max(0, this.#links + step);
      if (STRESS.has(name)) this.#stresses = Math.max(0, this.#stresses + step);
      if (name === 'q') this.#builder ??= new ProseBuilder(this.doc);
      if (!empty) this.#builder?.addTag(this.doc.slice(start, end), start);
      return;
    }
    this.#close();
    if (!closes && !empty && UNREAD.has(name)) this.#skipping = name;
    const depth = name === 'summary' ? 6 : Number(/^h([1-6])$/.exec(name)?.[1] ?? 0);
    this.#depth = closes || depth === 0 ? undefined : depth;
  }

  #close(): void {
    const prose = this.#builder?.finish();
    if (prose && this.#span) {
      this.#found.push({
        ...(this.#depth === undefined ? {} : { depth: this.#depth }),
        prose,
        span: this.#span,
        linked: this.#linked,
        stressed: this.#stressed,
      });
    }
    this.#builder = undefined;
    this.#span = undefined;
    this.#linked = 0;
    this.#stressed = 0;
  }
}
