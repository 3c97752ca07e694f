import type { RootContent } from 'mdast';
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
