import createIgnore, { type Ignore } from 'ignore';
import { type FileAccess, FileError } from './file-access';
import { dirname, join, relative } from './paths';

/** Folders that hold no text of the user's own: what tools keep there, and our own records. */
const SKIPPED = new Set(['.git', '.hg', '.svn', 'node_modules', '.purpose']);

export interface WalkOptions {
  /** Whether a file of this name is wanted. */
  readonly accept: (name: string) => boolean;
  /** Told of each folder or ignore file that cannot be read; the walk goes on without it. */
  readonly onError?: (error: FileError) => void;
}

/** The rules of one `.gitignore`, and the folder that they count from. */
interface Rules {
  readonly folder: string;
  readonly ignore: Ignore;
}

interface Visit {
  readonly path: string;
  readonly type: 'file' | 'folder';
  readonly rules: readonly Rules[];
}

/**
 * The paths of the wanted files below a folder, in the order of their names.
 *
 * Every `.gitignore` counts, from the top of the repository down; a folder that was named by the caller is
 * walked even where they ignore it. Links are not followed.
 * @throws {FileError} where the folder itself cannot be read
 */
export async function* walk(files: FileAccess, folder: string, options: WalkOptions): AsyncGenerator<string> {
  const todo: Visit[] = [{ path: folder, type: 'folder', rules: await rulesAbove(files, folder, options) }];
  let first = true;
  for (let visit = todo.pop(); visit; visit = todo.pop()) {
    if (visit.type === 'file') {
      yield visit.path;
      continue;
    }
    const inside = await look(files, visit, first, options);
    first = false;
    for (const entry of inside.reverse()) todo.push(entry);
  }
}

async function look(
  files: FileAccess,
  { path, rules }: Visit,
  mustExist: boolean,
  options: WalkOptions,
): Promise<Visit[]> {
  try {
    const entries = await files.list(path);
    const own = entries.some((entry) => entry.name === '.gitignore' && entry.type === 'file')
      ? await readRules(files, path, options)
      : undefined;
    // We stand in this folder though some outer rules may ignore it: then they say nothing about what is in it.
    const outer = rules.filter(({ folder, ignore }) => !ignore.test(`${relative(folder, path)}/`).ignored);
    const all = own ? [...outer, own] : outer;
    const inside: Visit[] = [];
    for (const { name, type } of entries) {
      const wanted = type === 'folder' ? !SKIPPED.has(name) : type === 'file' && options.accept(name);
      const at = join(path, name);
      if (wanted && !isIgnored(all, at, type === 'folder')) {
        inside.push({ path: at, type: type === 'folder' ? 'folder' : 'file', rules: all });
      }
    }
    return inside;
  } catch (error) {
    if (mustExist || !(error instanceof FileError)) throw error;
    options.onError?.(error);
    return [];
  }
}

/** The innermost rules that say anything about a path decide. */
function isIgnored(rules: readonly Rules[], path: string, isFolder: boolean): boolean {
  for (let at = rules.length - 1; at >= 0; at--) {
    const { folder, ignore } = rules[at] as Rules;
    const { ignored, unignored } = ignore.test(relative(folder, path) + (isFolder ? '/' : ''));
    if (ignored || unignored) return ignored;
  }
  return false;
}

async function readRules(
  files: FileAccess,
  folder: string,
  options: WalkOptions,
): Promise<Rules | undefined> {
  try {
    const text = new TextDecoder().decode(await files.read(join(folder, '.gitignore')));
    // Git tells upper from lower case unless it was set up otherwise; and to look at one file too many harms nobody.
    return { folder, ignore: createIgnore({ ignorecase: false }).add(text) };
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    if (error.code !== 'missing') options.onError?.(error);
    return undefined;
  }
}

/** The rules that a repository sets above one of its folders; none outside a repository. */
async function rulesAbove(
  files: FileAccess,
  folder: string,
  options: WalkOptions,
): Promise<readonly Rules[]> {
  const root = await repositoryRoot(files, folder);
  if (root === undefined) return [];
  const rules: Rules[] = [];
  for (let at = folder; at !== root; ) {
    at = dirname(at);
    const found = await readRules(files, at, options);
    if (found) rules.unshift(found);
  }
  return rules;
}

/** The nearest folder upwards, `folder` included, that holds `.git`; `undefined` outside a repository. */
export async function repositoryRoot(files: FileAccess, folder: string): Promise<string | undefined> {
  for (let at = folder; ; at = dirname(at)) {
    const found = await files.stat(join(at, '.git')).catch(() => undefined);
    if (found) return at;
    if (dirname(at) === at) return undefined;
  }
}
