import type { Html, Paragraph, PhrasingContent, Root, RootContent } from 'mdast';
import { visit } from 'unist-util-visit';
import { decodeReferences } from './character-references';
import { htmlTexts } from './html-text';
import { LineMap, type Span } from './position';
import { spanOf } from './text-part';

type Content = RootContent;

/**
 * Makes paragraphs of text that is HTML for Markdown, but not for its writer: inside list items and quotes
 * (`- <!-- a comment --> We bake.`, `- <p>We bake.</p>`), and where a paragraph goes on below the line of a comment.
 * Comments at the beginning of an item or a quote become part of the paragraph below them, which then is the first text
 * there.
 */
export function readHtmlParagraphs(tree: Root, doc: string): void {
  if (!doc.includes('<')) return;
  const lines = new LineMap(doc);
  visit(tree, (node) => {
    if (node.type !== 'root' && node.type !== 'listItem' && node.type !== 'blockquote') return;
    if (!node.children.some(({ type }) => type === 'html')) return;
    const read = paragraphsAmong(node.children, doc, lines, node.type === 'root');
    node.children = (node.type === 'root' ? read : joinedComments(read)) as typeof node.children;
  });
}

function paragraphsAmong(
  children: readonly Content[],
  doc: string,
  lines: LineMap,
  isTop: boolean,
): readonly Content[] {
  const nodes: Content[] = [];
  for (let at = 0; at < children.length; at++) {
    const child = children[at] as Content;
    if (child.type !== 'html') {
      nodes.push(child);
      continue;
    }
    const next = children[at + 1];
    const below = next?.type === 'paragraph' && adjoin(doc, child, next) ? next : undefined;
    if (isTop && !below) nodes.push(child);
    else {
      const read = paragraphsIn(child, below, doc, lines);
      nodes.push(...read);
      if (below && read.at(-1)?.type === 'paragraph') at++;
    }
  }
  return nodes;
}

/** Whether a paragraph begins in the line below some HTML. */
function adjoin(doc: string, above: Html, below: Paragraph): boolean {
  return /^[ \t]*(?:\r\n|\r|\n)[ \t>]*$/.test(doc.slice(spanOf(above).end, spanOf(below).start));
}

/**
 * The paragraphs in a block of HTML, with the comments around them; the block itself if it has none, or a heading.
 * @param below the paragraph that goes on below it
 */
function paragraphsIn(
  node: Html,
  below: Paragraph | undefined,
  doc: string,
  lines: LineMap,
): readonly Content[] {
  const whole = spanOf(node);
  const texts = htmlTexts(doc, whole);
  if (texts.length === 0 || texts.some(({ depth }) => depth !== undefined)) return [node];
  let from = whole.start;
  return texts.map(({ span }, index): Paragraph => {
    const isLast = index === texts.length - 1;
    const end = isLast && below ? spanOf(below).start : span.end;
    const children = [
      ...comments(doc, { start: from, end: span.start }, lines),
      ...phrasing(doc, { start: span.start, end }, lines),
      ...(isLast && !below ? comments(doc, { start: span.end, end: whole.end }, lines) : []),
      ...(isLast && below ? below.children : []),
    ];
    from = span.end;
    const to = isLast && below ? spanOf(below).end : span.end;
    return { type: 'paragraph', children, position: lines.range({ start: span.start, end: to }) };
  });
}

const COMMENT = /<!--[\s\S]*?-->/g;
const TAG = /<!--[\s\S]*?-->|<\/?[a-z][a-z0-9-]*(?=[\s/>])[^<>]*>|<[!?/][^<>]*>/gi;

function comments(doc: string, { start, end }: Span, lines: LineMap): PhrasingContent[] {
  return [...doc.slice(start, end).matchAll(COMMENT)].map(({ 0: value, index }) =>
    html(value, start + index, lines),
  );
}

function phrasing(doc: string, { start, end }: Span, lines: LineMap): PhrasingContent[] {
  const source = doc.slice(start, end);
  const nodes: PhrasingContent[] = [];
  let from = 0;
  const text = (to: number): void => {
    if (to === from) return;
    const value = decodeReferences(source.slice(from, to)).replace(/(\r\n|\r|\n)[ \t>]*/g, '$1');
    nodes.push({ type: 'text', value, position: lines.range({ start: start + from, end: start + to }) });
  };
  for (const { 0: tag, index } of source.matchAll(TAG)) {
    text(index);
    nodes.push(html(tag, start + index, lines));
    from = index + tag.length;
  }
  text(source.length);
  return nodes;
}

function html(value: string, start: number, lines: LineMap): Html {
  return { type: 'html', value, position: lines.range({ start, end: start + value.length }) };
}

/** Puts the comments before the first paragraph into it. */
function joinedComments(children: readonly Content[]): readonly Content[] {
  const first = children.findIndex((node) => node.type !== 'html' || !isComments(node.value));
  const paragraph = children[first];
  if (first < 1 || paragraph?.type !== 'paragraph') return children;
  const before = children.slice(0, first) as Html[];
  const joined: Paragraph = { ...paragraph, children: [...before, ...paragraph.children] };
  return [joined, ...children.slice(first + 1)];
}

/** Whether HTML is nothing but comments. */
export function isComments(value: string): boolean {
  return /^(?:\s*<!--[\s\S]*?-->)+\s*$/.test(value);
}
