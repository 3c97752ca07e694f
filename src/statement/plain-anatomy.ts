import { type Anatomy, findAnatomy } from './anatomy';
import { treesOfText } from './prose-trees';

/** Who, what and change of a statement's plain text, with offsets in that text. */
export function plainAnatomy(plain: string): Anatomy {
  return findAnatomy({ type: 'RootNode', children: treesOfText(plain).flatMap((tree) => tree.children) });
}
