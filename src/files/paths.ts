/** Path arithmetic on `/`-separated strings, for disk paths and URIs alike. */

/** The root of a path: `scheme://authority`, a drive letter, a share `//server/name`, or nothing. */
function rootOf(path: string): string {
  return (
    /^(?:[A-Za-z][\w+.-]+:\/\/[^/]*|(?:\/\/[?.]\/)?[A-Za-z]:(?=\/)|\/\/[^/]+\/[^/]+)/.exec(path)?.[0] ?? ''
  );
}

/** One spelling for equal roots: Windows compares drives and shares without case. */
function plainRoot(root: string): string {
  if (root.startsWith('//')) return root.toLowerCase();
  return root.length === 2 ? root.toUpperCase() : root;
}

/** Resolves `.` and `..`; a path that climbs above its root stays at the root. A drive letter becomes upper case. */
export function normalize(path: string): string {
  const written = rootOf(path);
  const rest = path.slice(written.length);
  const root = plainRoot(written);
  const absolute = rest.startsWith('/');
  const parts: string[] = [];
  for (const part of rest.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else if (!absolute) parts.push('..');
  }
  return `${root}${absolute ? '/' : ''}${parts.join('/')}` || '.';
}

/** Whether a path is independent of a base folder. */
export function isAbsolute(path: string): boolean {
  return path.startsWith('/') || rootOf(path) !== '';
}

/** Joins parts and resolves `.` and `..`. */
export function join(...parts: readonly string[]): string {
  const [first = '', ...more] = parts.filter((part) => part !== '');
  // `//` at the start would mean a network share.
  return normalize(first === '/' ? `/${more.join('/').replace(/^\/+/, '')}` : [first, ...more].join('/'));
}

/** `path` relative to `folder`, unless it is absolute already. */
export function resolve(folder: string, path: string): string {
  return isAbsolute(path) ? normalize(path) : join(folder, path);
}

/** The folder that contains a path; the root's is the root. */
export function dirname(path: string): string {
  const root = rootOf(path);
  const rest = path.slice(root.length);
  const at = rest.lastIndexOf('/');
  if (at < 0) return root || '.';
  return root + (at === 0 ? '/' : rest.slice(0, at));
}

/** The last part of a path. */
export function basename(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** The path from `folder` to `path` with `..` and `/`; `path` itself if they have different roots. */
export function relative(folder: string, path: string): string {
  const from = normalize(folder);
  const to = normalize(path);
  if (rootOf(from) !== rootOf(to) || isAbsolute(from) !== isAbsolute(to)) return to;
  const [a, b] = [partsOf(from), partsOf(to)];
  let shared = 0;
  while (shared < a.length && shared < b.length && a[shared] === b[shared]) shared++;
  return [...a.slice(shared).map(() => '..'), ...b.slice(shared)].join('/') || '.';
}

function partsOf(path: string): string[] {
  const parts = path.slice(rootOf(path).length).split('/');
  return parts.filter((part) => part !== '' && part !== '.');
}

/** Whether `path` is `folder` or below it. */
export function isWithin(folder: string, path: string): boolean {
  const inside = relative(folder, path);
  return !isAbsolute(inside) && inside !== '..' && !inside.startsWith('../');
}
