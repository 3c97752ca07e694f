import { type Anatomy, findAnatomy } from './anatomy';
import { LineMap } from './position';
import { toTrees } from './prose-trees';

/** Who, what and change of a statement's plain text, with offsets in that text. */
export function plainAnatomy(plain: string): Anatomy {
  const whole = { value: 0, source: 0, length: plain.length, sourceLength: plain.length };
  const trees = toTrees({ text: plain, sources: [], segments: [whole] }, new LineMap(plain));
  return findAnatomy({ type: 'RootNode', children: trees.flatMap((tree) => tree.children) });
}
