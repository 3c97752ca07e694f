import type { Nodes, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { sentencesOf } from '../../english/sentences';
import type { Token } from '../../english/token';
import { type Block, definedLabels, parseBlock, usedLabels } from '../../statement/markdown';
import { LineMap, type Span } from '../../statement/position';
import { toTrees } from '../../statement/prose-trees';
import { spanOf } from '../../statement/text-part';
import { applyEdits, type TextEdit } from '../../text/text-edit';
import type { Finding } from '../finding';

/** How far a paragraph is read at least on either side of a finding, in UTF-16 units. */
const REACH = 1200;

/**
 * Words and the punctuation between them. Any other character may be markup, half of a pair (a bracket, a quotation
 * mark), or written out (`&nbsp;`, `\*`), so that a text without it would be another one.
 */
const PLAIN = /^(?:[\p{L}\p{M}\p{N} \t\u00A0\u00AD.,;:'’%/\u2010-\u2014-]|&(?= ))*$/u;

/** Whether a stretch of the source is plain words: no emphasis, link, code, tag or escape begins or ends in it. */
export function isPlain(source: string): boolean {
  return PLAIN.test(source);
}

/** `[the bakers]`, `[the bakers][]` and `[[the bakers]]` are links where a definition or a page is spelled like that. */
const LABEL = /\[(?:\\.|[^[\]\\])*\](?!\(|\[[^\]])/g;

/** The Markdown around a finding, as the rules read it. */
class Passage {
  /** Words in emphasis and beside it are neighbours. Offsets count from the start of the whole text. */
  readonly sentences: readonly (readonly Token[])[];
  readonly #block: Block;
  /** Where the words are an address as well, so that with other words the link would lead nowhere. */
  readonly #addresses: readonly Span[];
  /** Whether words contain a character of markup that has no part in any, such as the only star of a text. */
  readonly #isLoose: boolean;

  constructor(
    readonly start: number,
    readonly written: string,
    /** The labels of all link definitions of the text. */
    readonly labels: ReadonlySet<string>,
  ) {
    this.#block = this.#parse(written);
    const lines = new LineMap(written);
    this.sentences = this.#block.proses
      .flatMap(({ prose }) => toTrees(prose, lines))
      .flatMap((root) =>
        sentencesOf(root).map(({ tokens }) =>
          tokens.map((token) => ({ ...token, start: token.start + start, end: token.end + start })),
        ),
      );
    this.#addresses = addressesIn(written, this.#block.tree);
    this.#isLoose = hasLooseMark(this.#block.tree);
  }

  /**
   * Whether edits of the text change words only: no markup begins or ends in what they replace, none of it is an
   * address, and what remains is read with the same markup.
   */
  allows(edits: readonly TextEdit[]): boolean {
    const moved = edits.map((edit) => ({ ...edit, offset: edit.offset - this.start }));
    const touchesMarkup = moved.some(
      ({ offset, length }) =>
        !isPlain(this.written.slice(offset, offset + length)) ||
        this.#addresses.some(({ start, end }) => offset < end && offset + length > start),
    );
    if (touchesMarkup) return false;
    // Most need no second parsing, which takes time.
    const mayBeMarkup = this.#isLoose || moved.some((edit) => isBesideMarkup(this.written, edit));
    return (
      !mayBeMarkup ||
      markupOf(this.#parse(applyEdits(this.written, moved)).tree) === markupOf(this.#block.tree)
    );
  }

  #parse(written: string): Block {
    return parseBlock(written, usedLabels(written, this.labels));
  }
}

function addressesIn(written: string, tree: Root): readonly Span[] {
  const addresses = [...written.matchAll(LABEL)].map(({ index, 0: { length } }) => ({
    start: index,
    end: index + length,
  }));
  // With other brackets in it: `[the ![](boat.png) bakers]`.
  visit(tree, 'linkReference', (node) => {
    if (node.referenceType !== 'full') addresses.push(spanOf(node));
  });
  return addresses;
}

function hasLooseMark(node: Nodes): boolean {
  if (node.type === 'html' || node.type === 'text') return /[\\`*_[\]<>&|~]/.test(node.value);
  return 'children' in node && node.children.some(hasLooseMark);
}

/** Whether an edit begins a line or is next to anything but words, white space, commas and stops. */
function isBesideMarkup(written: string, { offset, length }: TextEdit): boolean {
  const around = written.charAt(offset - 1) + written.charAt(offset + length);
  if (/[^\p{L}\p{M}\p{N}\s,.]/u.test(around)) return true;
  const line = Math.max(written.lastIndexOf('\n', offset - 1), written.lastIndexOf('\r', offset - 1)) + 1;
  return !/\p{L}/u.test(written.slice(line, offset));
}

/** The kinds of all nodes of a tree, in order and nested. */
function markupOf(node: Nodes): string {
  return 'children' in node ? `${node.type}(${node.children.map(markupOf).join()})` : node.type;
}

let last: { readonly text: string; readonly span: Span; readonly passage: Passage } | undefined;

/** The paragraph of a finding, memoised for the last one, because findings of one paragraph are processed in sequence. */
export function passageAround({ start, end }: Pick<Finding, 'start' | 'end'>, text: string): Passage {
  const span = paragraphAround(text, { start: start.offset, end: end.offset });
  const known = last?.text === text ? last : undefined;
  if (known?.span.start === span.start && known.span.end === span.end) return known.passage;
  const labels = known?.passage.labels ?? new Set(definedLabels(text));
  const passage = new Passage(span.start, text.slice(span.start, span.end), labels);
  last = { text, span, passage };
  return passage;
}

/**
 * The text between the blank lines around a span. In a long paragraph it begins and ends at a multiple of `REACH`, so that
 * neighbouring findings have one memoised part of it.
 */
function paragraphAround(text: string, { start, end }: Span): Span {
  const before = text.slice(Math.max(0, (Math.floor(start / REACH) - 1) * REACH), start);
  const after = text.slice(end, (Math.ceil(end / REACH) + 1) * REACH);
  const gap = [...before.matchAll(/(?:\r\n|\r|\n)[ \t>]*(?:\r\n|\r|\n)/g)].at(-1);
  const next = /(?:\r\n|\r|\n)[ \t>]*(?:\r\n|\r|\n)/.exec(after);
  const from = start - before.length + (gap ? gap.index + gap[0].length : 0);
  // By itself, the second paragraph of a list item would be code; a parser does not count a byte order mark.
  const indent = /^\uFEFF?[ \t]*/.exec(text.slice(from, start))?.[0].length ?? 0;
  return {
    start: from + indent,
    end: end + (next ? next.index : after.length),
  };
}
