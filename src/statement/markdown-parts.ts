import type { Heading, List, ListItem, Nodes, RootContent, Table } from 'mdast';
import { fold } from '../text/fold';
import { isNoteMark } from './footnotes';
import { type HtmlText, htmlTexts } from './html-text';
import type { Span } from './position';
import { type Prose, ProseMap, sliceProse } from './prose';
import { toProse } from './prose-builder';
import { readable } from './readable';

/** A heading of Markdown or of HTML. */
interface HeadingPart {
  readonly kind: 'heading';
  readonly span: Span;
  readonly depth: number;
  /** Plain text, white space folded. */
  readonly text: string;
}

/** A part of a block that can be the statement. */
export interface TextPart {
  readonly kind: 'paragraph' | 'quote' | 'list' | 'item' | 'cell' | 'html';
  /** From its first word to its last, without quote marks. */
  readonly span: Span;
  /** Plain text, white space folded. */
  readonly plain: string;
  readonly proses: readonly Prose[];
  /** Shares of its letters in links, and in bold or italics; 0 to 1. */
  readonly linked: number;
  readonly stressed: number;
  /** Inline elements that a cut must not split: emphasis, links and the like. */
  readonly inlines: readonly Span[];
  /** The kind of callout in lower case: `note`, `important`. */
  readonly callout?: string;
  /** The items of a list: the first paragraph of each, and the rest of the item. */
  readonly items?: readonly { readonly head: TextPart | undefined; readonly rest: readonly MarkdownPart[] }[];
  /** The first cell in the same table row. */
  readonly rowName?: string;
}

/** A top-level part of a block, as used to find the statement. */
export type MarkdownPart = HeadingPart | TextPart;

/** The parts of a block's top-level nodes, in order. Offsets are relative to the block's start. */
export function partsOf(nodes: readonly RootContent[], doc: string): MarkdownPart[] {
  return nodes.flatMap((node) => partsOfNode(node, doc));
}

function partsOfNode(node: RootContent, doc: string): readonly MarkdownPart[] {
  switch (node.type) {
    case 'heading':
      return [headingPart(node)];
    case 'paragraph':
      return textPart('paragraph', [node], doc);
    case 'blockquote':
      return quoteParts(node.children, doc);
    case 'list':
      return listParts(node, doc);
    case 'table':
      return cellParts(node, doc);
    case 'html':
      return htmlTexts(doc, spanOf(node)).map(htmlPart);
    default:
      return [];
  }
}

function headingPart(node: Heading): HeadingPart {
  return { kind: 'heading', span: spanOf(node), depth: node.depth, text: fold(readable(node)) };
}

function textPart(
  kind: TextPart['kind'],
  nodes: readonly Nodes[],
  doc: string,
  more: Partial<TextPart> = {},
): readonly TextPart[] {
  const [first, last] = [nodes[0], nodes.at(-1)];
  const plain = fold(nodes.map(readable).join(' '));
  if (!first || !last || !plain) return [];
  const inlines: Span[] = [];
  const share = { linked: 0, stressed: 0 };
  for (const node of nodes) measure(node, inlines, share, false, false);
  const part: TextPart = {
    kind,
    span: { start: spanOf(first).start, end: spanOf(last).end },
    plain,
    proses: nodes.flatMap((node) => prosesOf(node, doc)),
    linked: shareOf(share.linked, plain),
    stressed: shareOf(share.stressed, plain),
    inlines,
    ...more,
  };
  return [withoutFences(part, doc)];
}

function shareOf(letters: number, plain: string): number {
  return letters === 0 ? 0 : letters / lettersIn(plain);
}

function lettersIn(text: string): number {
  return text.replace(/\s/g, '').length;
}

function measure(
  node: Nodes,
  inlines: Span[],
  share: { linked: number; stressed: number },
  linked: boolean,
  stressed: boolean,
): void {
  if (node.type === 'text' || node.type === 'inlineCode') {
    if (!linked && !stressed) return;
    const length = lettersIn(node.value);
    if (linked) share.linked += length;
    if (stressed) share.stressed += length;
    return;
  }
  if (!('children' in node) || isNoteMark(node)) return;
  const isLink = node.type === 'link' || node.type === 'linkReference';
  const isStress = node.type === 'strong' || node.type === 'emphasis';
  if (isLink || isStress || node.type === 'delete') inlines.push(spanOf(node));
  for (const child of node.children) measure(child, inlines, share, linked || isLink, stressed || isStress);
}

/** All proses below a node, in order. */
function prosesOf(node: Nodes, doc: string): readonly Prose[] {
  if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell') {
    return [toProse(node.children, doc)];
  }
  return 'children' in node ? node.children.flatMap((child) => prosesOf(child, doc)) : [];
}

const FENCE = /^:{3,}.*$/;

/** A paragraph without the fences of a Pandoc or Docusaurus block at its start and end. */
function withoutFences(part: TextPart, doc: string): TextPart {
  const source = doc.slice(part.span.start, part.span.end);
  if (!source.includes(':::') || part.proses.length !== 1) return part;
  const lines = (part.proses[0]?.text ?? '').split('\n');
  if (lines.length < 2) return part;
  const from = FENCE.test(lines[0] ?? '') ? (lines[0] as string).length + 1 : 0;
  const last = lines.at(-1) as string;
  const length = part.proses[0]?.text.length ?? 0;
  const to = FENCE.test(last) ? length - last.length - 1 : length;
  return from < to ? (cutPart(part, { start: from, end: to }) ?? part) : part;
}

/** A callout's mark is not part of its text: `> [!NOTE]`. */
const CALLOUT = /^\[!([A-Za-z]+)\][+-]?[ \t]*(?:\r\n|\r|\n|$)/;

function quoteParts(children: readonly Nodes[], doc: string): readonly TextPart[] {
  const [first] = children;
  if (!first) return [];
  const mark = CALLOUT.exec(doc.slice(spanOf(first).start, spanOf(first).end));
  const callout = mark?.[1]?.toLowerCase();
  if (callout === undefined) return textPart('quote', children, doc);
  const [whole] = textPart('quote', children, doc, { callout });
  if (!whole) return [];
  const [head, ...rest] = whole.proses;
  const from = head ? /^[^\n\r]*[\n\r]*/.exec(head.text)?.[0].length : undefined;
  if (!head || from === undefined) return [];
  const own = from < head.text.length ? [sliceProse(head, { start: from, end: head.text.length })] : [];
  const proses = [...own, ...rest];
  const start = proses[0] ? new ProseMap(proses[0]).start(0) : whole.span.end;
  const plain = fold(whole.plain.replace(/^\[![A-Za-z]+\][+-]?/, ''));
  return plain === '' ? [] : [{ ...whole, proses, plain, span: { start, end: whole.span.end } }];
}

function listParts(node: List, doc: string): readonly TextPart[] {
  const [part] = textPart('list', [node], doc);
  if (!part) return [];
  return [{ ...part, items: node.children.map((item) => itemParts(item, doc)) }];
}

function itemParts(item: ListItem, doc: string) {
  const [first, ...rest] = item.children;
  const isText = first?.type === 'paragraph';
  return {
    head: isText ? textPart('item', [first], doc)[0] : undefined,
    rest: partsOf(isText ? rest : item.children, doc),
  };
}

/** The second cell of each row, under the name of the first: `| Mission | We bake bread |`. */
function cellParts(node: Table, doc: string): readonly TextPart[] {
  return node.children
    .flatMap(({ children: [name, value] }) =>
      name && value ? textPart('cell', [value], doc, { rowName: fold(readable(name)) }) : [],
    )
    .filter(({ proses: [prose] }) => prose !== undefined && prose.segments.length > 0)
    .map((part) => ({ ...part, span: spanOfProse(part.proses[0] as Prose) }));
}

function htmlPart({ depth, prose, span, linked, stressed }: HtmlText): MarkdownPart {
  const plain = fold(prose.text);
  if (depth !== undefined) return { kind: 'heading', span, depth, text: plain };
  return {
    kind: 'html',
    span,
    plain,
    proses: [prose],
    linked: shareOf(linked, plain),
    stressed: shareOf(stressed, plain),
    inlines: [],
  };
}

function spanOfProse(prose: Prose): Span {
  const map = new ProseMap(prose);
  return { start: map.start(0), end: map.end(prose.text.length) };
}

/**
 * A part reduced to a range of the text of its one prose; `undefined` if that would split a link or an emphasis.
 *
 * @param stretch offsets in the prose's text
 */
export function cutPart(part: TextPart, stretch: Span): TextPart | undefined {
  const [prose] = part.proses;
  if (!prose || part.proses.length !== 1) return undefined;
  const own = prose.text.slice(stretch.start, stretch.end);
  const start = stretch.start + (own.length - own.trimStart().length);
  const end = stretch.end - (own.length - own.trimEnd().length);
  if (start >= end) return undefined;
  const cut = sliceProse(prose, { start, end });
  let span = spanOfProse(cut);
  for (const inline of part.inlines) {
    const within = textSpan(prose, inline);
    if (within.end <= start || within.start >= end) continue;
    if (within.start >= start && within.end <= end) {
      span = { start: Math.min(span.start, inline.start), end: Math.max(span.end, inline.end) };
    } else if (within.start > start || within.end < end) return undefined;
  }
  return { ...part, span, proses: [cut], plain: plainProse(cut) };
}

/** A range of the source as offsets in the prose's text. */
function textSpan(prose: Prose, { start, end }: Span): Span {
  const inside = prose.segments.filter(({ source }) => source >= start && source < end);
  const [first, last] = [inside[0], inside.at(-1)];
  return first && last ? { start: first.value, end: last.value + last.length } : { start: 0, end: 0 };
}

/** The visible text of a prose: code as text, without pictures and struck-out words. */
function plainProse({ text, sources }: Prose): string {
  const shown = [...sources].reduceRight((words, { start, end }) => {
    const source = text.slice(start, end);
    const seen = /^(?:!\[|~)/.test(source) ? '' : source.replace(/^(`+|<)(.*?)(?:\1|>)$/s, '$2');
    return words.slice(0, start) + seen + words.slice(end);
  }, text);
  return fold(shown);
}

/** The range of a node in its block. */
export function spanOf(node: Nodes): Span {
  const start = node.position?.start.offset ?? 0;
  return { start, end: node.position?.end.offset ?? start };
}
