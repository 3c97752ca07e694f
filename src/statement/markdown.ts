import type { Html, Nodes, Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough';
import { gfmTable } from 'micromark-extension-gfm-table';
import { bounds, refuseUnclosed, TooIntricate } from './bounds';
import { noteDefinitions, withNotesApart } from './footnotes';
import { isComments, readHtmlParagraphs } from './html-paragraphs';
import { htmlTexts } from './html-text';
import { partsOf } from './markdown-parts';
import { plainBlock } from './plain-block';
import type { Span } from './position';
import type { Prose } from './prose';
import { toProse } from './prose-builder';
import { type MarkdownPart, spanOf } from './text-part';

/** An HTML comment, and the range that it applies to. */
interface Comment {
  readonly span: Span;
  /** The text between `<!--` and `-->`. */
  readonly text: string;
  /** The end of the following node in its container, or of its paragraph; `undefined` if nothing follows. */
  readonly targetEnd?: number;
  /** The paragraph, heading or cell that contains it, if any. */
  readonly inline?: Span;
}

/** One piece of prose with its position among the others. */
interface BlockProse {
  readonly kind: 'paragraph' | 'heading' | 'tableCell';
  readonly prose: Prose;
  readonly span: Span;
}

/** A parsed block of Markdown. All offsets are relative to the block's start. */
export interface Block {
  readonly text: string;
  readonly tree: Root;
  readonly parts: readonly MarkdownPart[];
  readonly proses: readonly BlockProse[];
  readonly comments: readonly Comment[];
  /** Why the block was not parsed, as the end of a sentence; it then has no parts and no prose. */
  readonly failure?: string;
}

const DEFINITION = /^[ \t>]*(?:(?:[-+*]|\d{1,9}[.)])[ \t]+)*\[((?:\\.|[^[\]\\]){1,999})\]:/gm;
const REFERENCE = /\[((?:\\.|[^[\]\\]){1,999})\]/g;

function normalLabel(label: string): string {
  return label.replace(/\s+/g, ' ').trim().toLowerCase();
}

/** The labels that a block may define, for blocks that refer to them. */
export function definedLabels(text: string): readonly string[] {
  return text.includes(']:')
    ? [...text.matchAll(DEFINITION)].map((match) => normalLabel(match[1] ?? ''))
    : [];
}

/** The labels in the file that a block refers to. */
export function usedLabels(text: string, known: ReadonlySet<string>): readonly string[] {
  if (known.size === 0 || !text.includes('[')) return [];
  const used = new Set<string>();
  for (const match of text.matchAll(REFERENCE)) {
    const label = normalLabel(match[1] ?? '');
    if (known.has(label)) used.add(label);
  }
  return [...used].sort();
}

/** Parses Markdown with tables and strikethrough, as GitHub and the editor's preview do. */
export function parseMarkdown(text: string): Root {
  return fromMarkdown(text, {
    extensions: [gfmTable(), gfmStrikethrough(), bounds()],
    mdastExtensions: [gfmTableFromMarkdown(), gfmStrikethroughFromMarkdown()],
  });
}

/**
 * Parses one block.
 *
 * @param labels labels of link definitions elsewhere in the file; their targets do not matter here
 */
export function parseBlock(text: string, labels: readonly string[] = []): Block {
  try {
    return parse(text, labels);
  } catch (error) {
    // Thousands of nested lists overflow the stack. The other blocks must still be parsed.
    const failure = (error as Error).message;
    return { text, tree: { type: 'root', children: [] }, parts: [], proses: [], comments: [], failure };
  }
}

/** A hundred nested quotes or lists on one line: no real text has that, and micromark takes minutes for more. */
const TOO_DEEP = /^(?:[ \t]*(?:>|(?:[-+*]|\d{1,9}[.)])(?=[ \t]))){100}/m;

function parse(text: string, labels: readonly string[]): Block {
  if (TOO_DEEP.test(text)) throw new TooIntricate('it is more than a hundred levels deep');
  refuseUnclosed(text);
  const definitions = noteDefinitions(text) + labels.map((label) => `[${label}]: <#>\n`).join('');
  const tree = plainBlock(text) ?? parseMarkdown(definitions ? `${text}\n\n${definitions}` : text);
  readHtmlParagraphs(tree, text);
  const collector = new Collector(text);
  const own = withNotesApart(
    tree.children.filter((node) => (node.position?.start.offset ?? 0) < text.length),
  );
  own.forEach((node, index) => {
    collector.walk(node, following(own, index));
  });
  return { text, tree: { ...tree, children: own }, parts: partsOf(own, text), ...collector.found };
}

class Collector {
  readonly found = { proses: [] as BlockProse[], comments: [] as Comment[] };

  constructor(readonly text: string) {}

  walk(node: Nodes, next: Nodes | undefined): void {
    if (node.type === 'html') {
      const texts = htmlTexts(this.text, spanOf(node));
      this.#htmlComments(
        node,
        texts.map(({ span }) => span),
        next,
      );
      for (const { depth, prose, span } of texts) {
        this.found.proses.push({ kind: depth === undefined ? 'paragraph' : 'heading', prose, span });
      }
    } else if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell') {
      const prose = toProse(node.children, this.text);
      this.found.proses.push({ kind: node.type, prose, span: spanOf(node) });
      this.#inline(node, spanOf(node));
    } else if ('children' in node) {
      node.children.forEach((child, index) => {
        this.walk(child, following(node.children, index));
      });
    }
  }

  #inline(node: Nodes, inline: Span): void {
    if (node.type === 'html') this.#inlineComments(node, inline);
    else if ('children' in node) for (const child of node.children) this.#inline(child, inline);
  }

  #inlineComments(node: Html, inline: Span): void {
    for (const { span, text } of this.#commentsIn(node)) {
      this.found.comments.push({ span, text, targetEnd: inline.end, inline });
    }
  }

  /** The comments in a block of HTML, which may have text of its own: `<!-- … --> We bake.` */
  #htmlComments(node: Html, texts: readonly Span[], next: Nodes | undefined): void {
    let at = 0;
    /** The text before the comment, and where it or the comments after it in its line end. */
    let before: { readonly inline: Span; readonly end: number } | undefined;
    for (const { span, text } of this.#commentsIn(node)) {
      for (let one = texts[at]; one && one.start < span.start; one = texts[++at]) {
        before = { inline: one, end: one.end };
      }
      const after = texts[at];
      const isIn = before && /^[ \t]*$/.test(this.text.slice(before.end, span.start));
      if (before && isIn) before = { ...before, end: Math.max(before.end, span.end) };
      const inline = isIn ? before?.inline : undefined;
      const targetEnd = (inline ?? after)?.end ?? (next && spanOf(next).end);
      this.found.comments.push({
        span,
        text,
        ...(targetEnd === undefined ? {} : { targetEnd }),
        ...(inline ? { inline } : {}),
      });
    }
  }

  *#commentsIn(node: Html): Generator<{ readonly span: Span; readonly text: string }> {
    const { start, end } = spanOf(node);
    for (const { 0: all, 1: text = '', index } of this.text
      .slice(start, end)
      .matchAll(/<!--([\s\S]*?)-->/g)) {
      yield { span: { start: start + index, end: start + index + all.length }, text };
    }
  }
}

/** The sibling that a comment applies to, skipping other comments and thematic breaks. */
function following(siblings: readonly Nodes[], index: number): Nodes | undefined {
  return siblings.slice(index + 1).find((node) => !isPassedOver(node));
}

/** Whether a comment cannot apply to a node: it consists of comments, or is a thematic break. */
export function isPassedOver(node: Nodes): boolean {
  if (node.type === 'thematicBreak') return true;
  return node.type === 'html' && isComments(node.value);
}
