import type { ListItem, RootContent } from 'mdast';
import type { PurposeDocument } from './document';
import type { Span } from './position';

/** A top-level Markdown node and its range in the file. */
export interface TopNode extends Span {
  readonly node: RootContent;
  /** The difference between offsets in the file and those of the node's own positions. */
  readonly shift: number;
}

/** The top-level nodes of a file in order, without front matter. */
export function topNodes(document: PurposeDocument): TopNode[] {
  return document.blocks.flatMap(({ block, offset }) =>
    block.tree.children.map((node) => ({
      node,
      shift: offset,
      start: offset + (node.position?.start.offset ?? 0),
      end: offset + (node.position?.end.offset ?? 0),
    })),
  );
}

/** Splits before each heading, which begins its group. */
export function groupsByHeading(nodes: readonly TopNode[]): TopNode[][] {
  const found: TopNode[][] = [[]];
  for (const top of nodes) {
    if (top.node.type === 'heading') found.push([]);
    found.at(-1)?.push(top);
  }
  return found.filter((group) => group.length > 0);
}

/** The nodes below a heading, up to the next heading of the same or a higher level. */
export function nodesBelow(nodes: readonly TopNode[], heading: number): readonly TopNode[] {
  const { node } = nodes[heading] ?? {};
  const after = nodes.slice(heading + 1);
  if (node?.type !== 'heading') return after;
  const next = after.findIndex(({ node: other }) => other.type === 'heading' && other.depth <= node.depth);
  return next < 0 ? after : after.slice(0, next);
}

/** The range of a list item's first paragraph; `undefined` if it begins with anything else. */
export function itemText({ children: [first] }: ListItem, shift: number): Span | undefined {
  if (first?.type !== 'paragraph') return undefined;
  const start = shift + (first.position?.start.offset ?? 0);
  return { start, end: shift + (first.position?.end.offset ?? start) };
}

/** The content of a node without the markup of its heading or quote. */
export function contentSpan({ node, shift, start, end }: TopNode): Span {
  const children = 'children' in node ? node.children : [];
  const [first, last] = [children[0], children.at(-1)];
  if (!first || !last) return { start, end: node.type === 'heading' ? start : end };
  return {
    start: shift + (first.position?.start.offset ?? 0),
    end: shift + (last.position?.end.offset ?? 0),
  };
}
