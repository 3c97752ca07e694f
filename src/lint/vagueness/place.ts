import type { Root } from 'nlcst';
import type { Point, Position } from 'unist';
import { rememberLast } from '../../english/remember-last';
import { sentenceNodes } from '../../english/sentences';

interface Places {
  readonly starts: ReadonlyMap<number, Point>;
  readonly ends: ReadonlyMap<number, Point>;
}

/**
 * The position of a stretch that begins and ends with a token of the tree, as the tree's own nodes have it:
 * right in a file with markup too, where lines cannot be counted from the words alone.
 */
export function positionOf(tree: Root, start: number, end: number): Position | undefined {
  const { starts, ends } = placesOf(tree);
  const [from, to] = [starts.get(start), ends.get(end)];
  return from && to ? { start: from, end: to } : undefined;
}

const placesOf = rememberLast((tree: Root): Places => {
  const starts = new Map<number, Point>();
  const ends = new Map<number, Point>();
  for (const sentence of sentenceNodes(tree)) {
    for (const node of sentence.children) {
      const { position } = node;
      if (!position) continue;
      if (position.start.offset !== undefined) starts.set(position.start.offset, position.start);
      if (position.end.offset !== undefined) ends.set(position.end.offset, position.end);
      // A stop that belongs to the word in the tree is a token of its own.
      const last = node.type === 'WordNode' ? node.children.at(-1)?.position?.start : undefined;
      if (last?.offset !== undefined) ends.set(last.offset, last);
    }
  }
  return { starts, ends };
});
