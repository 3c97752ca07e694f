import { type FileAccess, FileError } from './file-access';
import {
  type IgnoreRules,
  isIgnored,
  readRules,
  rulesAbove,
  rulesInside,
  SKIPPED_FOLDERS,
} from './ignore-rules';
import { join } from './paths';
import { isTemporary } from './temporary-file';

export interface WalkOptions {
  /** Whether a file is wanted. */
  readonly accept: (name: string, path: string) => boolean;
  /** Called with the names in each folder before `accept` is called for its files. */
  readonly onFolder?: (path: string, names: readonly string[]) => Promise<void>;
  /** Called for each folder or ignore file that cannot be read; the walk continues without it. */
  readonly onError?: (error: FileError) => void;
  /** Called for each temporary file of an interrupted write. */
  readonly onUnfinished?: (path: string) => void;
}

interface Visit {
  readonly path: string;
  readonly type: 'file' | 'folder';
  readonly rules: readonly IgnoreRules[];
}

/**
 * The paths of the accepted files below a folder, ordered by name.
 *
 * Applies every `.gitignore` from the top of the repository down; a folder that the caller names is walked even if it
 * is ignored. Does not follow links.
 * @throws {FileError} if the folder itself cannot be read
 */
export async function* walk(files: FileAccess, folder: string, options: WalkOptions): AsyncGenerator<string> {
  const todo: Visit[] = [
    { path: folder, type: 'folder', rules: await rulesAbove(files, folder, options.onError) },
  ];
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
      ? await readRules(files, path, options.onError)
      : undefined;
    const outer = rulesInside(rules, path);
    const all = own ? [...outer, own] : outer;
    await options.onFolder?.(
      path,
      entries.map(({ name }) => name),
    );
    const inside: Visit[] = [];
    for (const { name, type } of entries) {
      const at = join(path, name);
      const wanted =
        type === 'folder' ? !SKIPPED_FOLDERS.has(name) : type === 'file' && options.accept(name, at);
      if (type === 'file' && isTemporary(name)) options.onUnfinished?.(at);
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
