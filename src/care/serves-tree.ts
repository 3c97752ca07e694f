import { type Serving, servesGraph } from './serves';

/** A purpose and, recursively, those that serve it. */
export interface ServesNode<File extends Serving> {
  readonly file: File;
  readonly servedBy: readonly ServesNode<File>[];
  /** The loop that contains this purpose, if it indirectly serves itself. */
  readonly loop?: readonly string[];
  /** One sentence on why its `serves:` leads nowhere. */
  readonly broken?: string;
}

/**
 * Nests purposes by `serves:`, each once. A purpose that serves none of the others is a root; so is the first one of a
 * loop. Keeps the order of `files`.
 */
export function servesTree<File extends Serving>(files: readonly File[]): ServesNode<File>[] {
  const { edges, broken, loops } = servesGraph(files);
  const loopOf = new Map(loops.flatMap((loop) => loop.map((path) => [path, loop] as const)));
  const cut = new Set(loops.map(([first]) => first));
  const problems = new Map(broken.map(({ path, problem }) => [path, problem]));
  const parent = new Map(edges.filter(({ from }) => !cut.has(from)).map(({ from, to }) => [from, to]));
  const nodes = new Map(
    files.map((file) => {
      const [loop, problem] = [loopOf.get(file.path), problems.get(file.path)];
      const servedBy: ServesNode<File>[] = [];
      return [
        file.path,
        { file, servedBy, ...(loop && { loop }), ...(problem !== undefined && { broken: problem }) },
      ] as const;
    }),
  );
  const roots: ServesNode<File>[] = [];
  for (const [path, node] of nodes) {
    const above = nodes.get(parent.get(path) ?? '');
    (above?.servedBy ?? roots).push(node);
  }
  return roots;
}
