import createIgnore, { type Ignore } from 'ignore';
import { type FileAccess, FileError } from './file-access';
import { dirname, join, relative } from './paths';
import { LARGEST_FILE } from './read-text';

/** Folders that hold no text of the user's own: what tools keep there, and our own records. */
export const SKIPPED_FOLDERS: ReadonlySet<string> = new Set([
  '.git',
  '.hg',
  '.svn',
  'node_modules',
  '.purpose',
]);

/** The rules of one `.gitignore`, and the folder that they count from. */
export interface IgnoreRules {
  readonly folder: string;
  readonly ignore: Ignore;
}

type OnError = (error: FileError) => void;

/** Those rules that hold inside a folder: one that leaves the folder out, though we stand in it, says nothing there. */
export function rulesInside(rules: readonly IgnoreRules[], folder: string): IgnoreRules[] {
  return rules.filter((rule) => !rule.ignore.test(`${relative(rule.folder, folder)}/`).ignored);
}

/** The innermost rules that say anything about a path decide. */
export function isIgnored(rules: readonly IgnoreRules[], path: string, isFolder: boolean): boolean {
  for (let at = rules.length - 1; at >= 0; at--) {
    const { folder, ignore } = rules[at] as IgnoreRules;
    const { ignored, unignored } = ignore.test(relative(folder, path) + (isFolder ? '/' : ''));
    if (ignored || unignored) return ignored;
  }
  return false;
}

/** The rules in a folder's own `.gitignore`; `undefined` where it has none that can be read. */
export async function readRules(
  files: FileAccess,
  folder: string,
  onError?: OnError,
): Promise<IgnoreRules | undefined> {
  try {
    const text = new TextDecoder().decode(await files.read(join(folder, '.gitignore'), LARGEST_FILE));
    // Git tells upper from lower case unless it was set up otherwise; and to look at one file too many harms nobody.
    return { folder, ignore: createIgnore({ ignorecase: false }).add(text) };
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    if (error.code !== 'missing') onError?.(error);
    return undefined;
  }
}

/** The rules that a repository sets above one of its folders; none outside a repository. */
export async function rulesAbove(
  files: FileAccess,
  folder: string,
  onError?: OnError,
): Promise<readonly IgnoreRules[]> {
  const root = await repositoryRoot(files, folder);
  if (root === undefined) return [];
  const rules: IgnoreRules[] = [];
  for (let at = folder; at !== root; ) {
    at = dirname(at);
    const found = await readRules(files, at, onError);
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

/**
 * Whether a file below a folder is the user's own: no `.gitignore` leaves it out, and it lies in no folder of tools.
 * Says for single paths what a walk says for all of them. What was read of the ignore files is kept: make a new one
 * when one of them changes.
 */
export class OwnFiles {
  readonly #read = new Map<string, Promise<IgnoreRules | undefined>>();
  #above: Promise<readonly IgnoreRules[]> | undefined;

  constructor(
    private readonly files: FileAccess,
    readonly folder: string,
  ) {}

  async has(path: string): Promise<boolean> {
    const steps = relative(this.folder, path).split('/');
    if (steps[0] === '..' || steps.slice(0, -1).some((step) => SKIPPED_FOLDERS.has(step))) return false;
    this.#above ??= rulesAbove(this.files, this.folder);
    let rules = await this.#above;
    let at = this.folder;
    for (const [index, step] of steps.entries()) {
      const own = this.#read.get(at) ?? readRules(this.files, at);
      this.#read.set(at, own);
      const found = await own;
      const outer = rulesInside(rules, at);
      rules = found ? [...outer, found] : outer;
      at = join(at, step);
      if (isIgnored(rules, at, index < steps.length - 1)) return false;
    }
    return true;
  }
}
