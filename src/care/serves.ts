import { dirname, normalize, resolve } from '../files/paths';
import { purposeName } from '../files/purpose-name';
import { pathProblem } from '../share/source-path';

/** A purpose file and its value of `serves:`. */
export interface Serving {
  readonly path: string;
  readonly serves?: string;
}

/** One purpose serves another. */
interface ServesEdge {
  readonly from: string;
  readonly to: string;
}

/** A `serves:` that leads nowhere. */
interface BrokenServes {
  readonly path: string;
  readonly serves: string;
  /** One sentence that says why. */
  readonly problem: string;
}

interface ServesGraph {
  readonly edges: readonly ServesEdge[];
  readonly broken: readonly BrokenServes[];
  /** Purposes that indirectly serve themselves: the paths of each loop, beginning with its first in order. */
  readonly loops: readonly (readonly string[])[];
}

/** The purpose file that a `serves:` leads to; `undefined` for an address on the web, which is not checked. */
export function servesPath(
  path: string,
  serves: string,
): { readonly target: string } | { readonly problem: string } | undefined {
  const written = serves.trim();
  if (/^https?:\/\//i.test(written)) return undefined;
  const problem = pathProblem(written);
  return problem === undefined ? { target: resolve(dirname(path), written) } : { problem };
}

/**
 * The edges of `serves:` among these files, in linear time. `broken` counts a file as missing if it is not among them.
 */
export function servesGraph(files: readonly Serving[]): ServesGraph {
  const known = new Map(files.map((file) => [normalize(file.path), file]));
  const next = new Map<string, string>();
  const edges: ServesEdge[] = [];
  const broken: BrokenServes[] = [];
  for (const { path, serves } of files) {
    if (serves === undefined || serves.trim() === '') continue;
    const found = servesPath(path, serves);
    if (!found) continue;
    if ('problem' in found) broken.push({ path, serves, problem: found.problem });
    else {
      const target = known.get(found.target);
      if (!target) broken.push({ path, serves, problem: missingTarget(serves) });
      else {
        edges.push({ from: path, to: target.path });
        next.set(path, target.path);
      }
    }
  }
  return { edges, broken, loops: loopsOf(files, next) };
}

/** Why a `serves:` is broken whose file does not exist. */
export function missingTarget(serves: string): string {
  return `There is no purpose file at "${serves.trim()}".`;
}

/** Each path leads to at most one other, so following the links from each unvisited one finds every loop once. */
function loopsOf(files: readonly Serving[], next: ReadonlyMap<string, string>): string[][] {
  const loops: string[][] = [];
  const walkOf = new Map<string, number>();
  for (const [walk, { path }] of files.entries()) {
    const trail: string[] = [];
    let at: string | undefined = path;
    while (at !== undefined && !walkOf.has(at)) {
      walkOf.set(at, walk);
      trail.push(at);
      at = next.get(at);
    }
    if (at !== undefined && walkOf.get(at) === walk) loops.push(fromFirst(trail.slice(trail.indexOf(at))));
  }
  return loops;
}

function fromFirst(loop: string[]): string[] {
  const first = loop.reduce((least, path, at) => (path < (loop[least] as string) ? at : least), 0);
  return [...loop.slice(first), ...loop.slice(0, first)];
}

/** A loop as text: `team → guild → team`. */
export function loopInWords(loop: readonly string[]): string {
  return [...loop, ...loop.slice(0, 1)].map(purposeName).join(' → ');
}
