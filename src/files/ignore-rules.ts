import createIgnore, { type Ignore } from 'ignore';
import { type FileAccess, FileError } from './file-access';
import { dirname, join, relative } from './paths';
import { LARGEST_FILE } from './size-limits';

/** Folders without text of the user: those of tools, and our records. */
export const SKIPPED_FOLDERS: ReadonlySet<string> = new Set([
  '.git',
  '.hg',
  '.svn',
  'node_modules',
  '.purpose',
]);

/** The rules of one `.gitignore`, and the folder that they are relative to. */
export interface IgnoreRules {
  readonly folder: string;
  readonly ignore: Ignore;
}

type OnError = (error: FileError) => void;

/**
 * The rules that apply inside a folder: those that ignore the folder itself are dropped, because the caller entered it
 * explicitly.
 */
export function rulesInside(rules: readonly IgnoreRules[], folder: string): IgnoreRules[] {
  return rules.filter((rule) => !rule.ignore.test(`${relative(rule.folder, folder)}/`).ignored);
}

/** The innermost rules that match a path decide. */
export function isIgnored(rules: readonly IgnoreRules[], path: string, isFolder: boolean): boolean {
  for (let at = rules.length - 1; at >= 0; at--) {
    const { folder, ignore } = rules[at] as IgnoreRules;
    const { ignored, unignored } = ignore.test(relative(folder, path) + (isFolder ? '/' : ''));
    if (ignored || unignored) return ignored;
  }
  return false;
}

/** The rules in a folder's own `.gitignore`; `undefined` if it has none or it cannot be read. */
export async function readRules(
  files: FileAccess,
  folder: string,
  onError?: OnError,
): Promise<IgnoreRules | undefined> {
  try {
    const text = new TextDecoder().decode(await files.read(join(folder, '.gitignore'), LARGEST_FILE));
    // Git is case-sensitive by default; checking one file too many does no harm.
    return { folder, ignore: createIgnore({ ignorecase: false }).add(text) };
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    if (error.code !== 'missing') onError?.(error);
    return undefined;
  }
}

/** The rules of a repository above one of its folders; none outside a repository. */
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

/** The nearest folder upwards, including `folder`, with a `.git`; `undefined` outside a repository. */
export async function repositoryRoot(files: FileAccess, folder: string): Promise<string | undefined> {
  for (let at = folder; ; at = dirname(at)) {
    const found = await files.stat(join(at, '.git')).catch(() => undefined);
    if (found) return at;
    if (dirname(at) === at) return undefined;
  }
}

/**
 * Whether a file below a folder belongs to the user: no `.gitignore` ignores it, and it is in no folder of a tool.
 * Answers for single paths what a walk answers for all of them. Caches the ignore files: create a new instance when one
 * of them changes.
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
