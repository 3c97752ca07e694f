import type { Heading, Html, List, ListItem, Nodes, Paragraph, RootContent, Table } from 'mdast';
import { fold } from '../text/fold';
import { beginsCallout, calloutMark, openTags, withoutMarks } from './callouts';
import { headingName } from './find/heading-name';
import { isNoteMark } from './footnotes';
import { type HtmlText, htmlTexts } from './html-text';
import type { Span } from './position';
import type { Prose } from './prose';
import { toProse } from './prose-builder';
import { readable } from './readable';
import {
  type CalloutPart,
  cutPart,
  type HeadingPart,
  isText,
  type MarkdownPart,
  spanOf,
  spanOfProse,
  type TextPart,
} from './text-part';

/** The parts of a block's top-level nodes, in order. Offsets are relative to the block's start. */
export function partsOf(nodes: readonly RootContent[], doc: string): MarkdownPart[] {
  return nodes.flatMap((node) => partsOfNode(node, doc));
}

function partsOfNode(node: RootContent, doc: string): readonly MarkdownPart[] {
  switch (node.type) {
    case 'heading':
      return [headingPart(node)];
    case 'paragraph':
      return paragraphParts(node, doc);
    case 'blockquote':
      return quoteParts(node.children, doc);
    case 'list':
      return listParts(node, doc);
    case 'table':
      return cellParts(node, doc);
    case 'html':
      return htmlParts(node, doc);
    default:
      return [];
  }
}

function paragraphParts(node: Paragraph, doc: string): readonly (TextPart | CalloutPart)[] {
  const [first] = node.children;
  const isCallout = first?.type === 'html' && beginsCallout(first.value);
  return textPart('paragraph', [node], doc, isCallout ? { callout: 'note' } : {});
}

/** The texts of a block of HTML, and a callout that begins or ends in it. */
function htmlParts(node: Html, doc: string): readonly MarkdownPart[] {
  const span = spanOf(node);
  const callout = beginsCallout(node.value) ? { callout: 'note' } : {};
  const texts = htmlTexts(doc, span).map((text) => ({ ...htmlPart(text), ...callout }));
  const open = openTags(node.value);
  if (open > 0) return [...texts, { kind: 'callout', span, opens: 'note' }];
  return open < 0 ? [...texts, { kind: 'callout', span, opens: undefined }] : texts;
}

function headingPart(node: Heading): HeadingPart {
  return { kind: 'heading', span: spanOf(node), depth: node.depth, text: fold(readable(node)) };
}

function textPart(
  kind: TextPart['kind'],
  nodes: readonly Nodes[],
  doc: string,
  more: Partial<TextPart> = {},
): readonly (TextPart | CalloutPart)[] {
  return rawPart(kind, nodes, doc, more).flatMap(withoutMarks);
}

/** A text with the marks around it. */
function rawPart(
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
  return [part];
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

/** The texts of a quote: one below each heading in it, with the heading as its title. */
function quoteParts(children: readonly Nodes[], doc: string): readonly (TextPart | CalloutPart)[] {
  const groups: { title?: string; nodes: Nodes[] }[] = [{ nodes: [] }];
  children.forEach((node, at) => {
    // A heading with nothing below it is the text itself.
    const next = children[at + 1];
    if ((node.type === 'heading' || isBoldName(node)) && next && next.type !== 'heading')
      groups.push({ title: fold(readable(node)), nodes: [] });
    else groups.at(-1)?.nodes.push(node);
  });
  // An id or a list of attributes below the quote's last paragraph is no text.
  for (const { nodes } of groups) while (nodes.length > 1 && isMarks(nodes.at(-1) as Nodes, doc)) nodes.pop();
  return groups.flatMap(({ title, nodes }) => quoteText(nodes, doc, title === undefined ? {} : { title }));
}

function isMarks(node: Nodes, doc: string): boolean {
  return (
    node.type === 'paragraph' &&
    /[\^{%]/.test(doc.charAt(spanOf(node).start)) &&
    textPart('quote', [node], doc).length === 0
  );
}

/** Whether a paragraph is the name of a purpose, all of it bold or in italics. */
function isBoldName(node: Nodes): boolean {
  if (node.type !== 'paragraph' || node.children.length !== 1) return false;
  const [only] = node.children;
  if (only?.type !== 'strong' && only?.type !== 'emphasis') return false;
  const name = headingName(fold(readable(node)));
  return name?.topic === 'purpose' && name.exact;
}

function quoteText(
  nodes: readonly Nodes[],
  doc: string,
  more: Partial<TextPart>,
): readonly (TextPart | CalloutPart)[] {
  const [first, ...rest] = nodes;
  const isMarked =
    first !== undefined && /^\\?\[!/.test(doc.slice(spanOf(first).start, spanOf(first).start + 3));
  const [head] = isMarked ? rawPart('quote', [first], doc) : [];
  const prose = head?.proses[0];
  const mark = prose && head.proses.length === 1 ? calloutMark(prose.text, rest.length > 0) : undefined;
  if (!head || !prose || !mark) return textPart('quote', nodes, doc, more);
  const { callout, title, from } = mark;
  const below = { ...more, callout, ...(title !== undefined && { title }) };
  const own = cutPart(head, { start: from, end: prose.text.length });
  // A mark inside a link or an emphasis is text.
  if (!own && prose.text.slice(from).trim() !== '') return textPart('quote', nodes, doc, more);
  const [after] = rawPart('quote', rest, doc);
  if (!own || !after) return own ? withoutMarks({ ...own, ...below }) : after ? [{ ...after, ...below }] : [];
  return [{ ...together(own, after), ...below }];
}

function together(one: TextPart, other: TextPart): TextPart {
  const plain = `${one.plain} ${other.plain}`;
  const lengths = [lettersIn(one.plain), lettersIn(other.plain)] as const;
  const share = (a: number, b: number) => (a * lengths[0] + b * lengths[1]) / (lengths[0] + lengths[1]);
  return {
    ...one,
    plain,
    span: { start: one.span.start, end: other.span.end },
    proses: [...one.proses, ...other.proses],
    inlines: [...one.inlines, ...other.inlines],
    linked: share(one.linked, other.linked),
    stressed: share(one.stressed, other.stressed),
  };
}

function listParts(node: List, doc: string): readonly TextPart[] {
  const [part] = rawPart('list', [node], doc);
  if (!part) return [];
  return [{ ...part, items: node.children.map((item) => itemParts(item, doc)) }];
}

function itemParts(item: ListItem, doc: string) {
  const [first, ...rest] = item.children;
  const isParagraph = first?.type === 'paragraph';
  return {
    head: isParagraph ? textPart('item', [first], doc).find(isText) : undefined,
    rest: partsOf(isParagraph ? rest : item.children, doc),
  };
}

/** The second cell of each row, under the name of the first: `| Mission | We bake bread |`. */
function cellParts(node: Table, doc: string): readonly TextPart[] {
  return node.children
    .flatMap(({ children: [name, value] }) =>
      name && value ? rawPart('cell', [value], doc, { rowName: fold(readable(name)) }) : [],
    )
    .filter(({ proses: [prose] }) => prose !== undefined && prose.segments.length > 0)
    .map((part) => ({ ...part, span: spanOfProse(part.proses[0] as Prose) }));
}

/** Six words or more, with a full stop. */
const IS_SENTENCE = /^(?:[^\s.]+ ){5,}[^\s.]+\.$/;

function htmlPart({ depth, prose, span, linked, stressed }: HtmlText): MarkdownPart {
  const plain = fold(prose.text);
  // In HTML a heading is often chosen for its size: one that is a sentence is text.
  if (depth !== undefined && (depth === 1 || !IS_SENTENCE.test(plain)))
    return { kind: 'heading', span, depth, text: plain };
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
