import type { FileAccess } from '../files/file-access';
import { dirname, join } from '../files/paths';
import type { GitCommit, GitReader, GitState } from './git-reader';
import { joinRecords, type Records, readRecords } from './read-records';
import type { HistoryRecord } from './record';
import { listIfThere, recordsFolder } from './records-folder';

const NONE: Records = { records: [], unreadable: [] };
/** The prefix of every record file's name. */
const STAMP = /^\d{4}-\d{2}-\d{2}T\d{6}Z-.*\.md$/i;
/** Number of commits to search for a former name if the whole log is not needed. */
const RECENT = 60;

/**
 * Reads the records under former names of a purpose file, according to the commits of `log`: `git mv` leaves them
 * there. If another file now has the name, the records belong to that file.
 */
export async function readFormerRecords(
  files: FileAccess,
  purposePath: string,
  names: readonly string[],
  options: { readonly known?: ReadonlyMap<string, HistoryRecord>; readonly signal?: AbortSignal } = {},
): Promise<Records> {
  let found = NONE;
  for (const name of await namesLeft(files, purposePath, names)) {
    found = joinRecords(found, await readRecords(files, name, options));
  }
  return found;
}

/** Those of a file's former names that no other file has now. */
export async function namesLeft(
  files: FileAccess,
  purposePath: string,
  names: readonly string[],
): Promise<string[]> {
  const own = recordsFolder(purposePath);
  const left: string[] = [];
  for (const name of names) {
    if (recordsFolder(name) !== own && !(await files.stat(name))) left.push(name);
  }
  return left;
}

/** Other names of a file in its commits, newest first, as paths like its own. */
export function formerNames(
  log: readonly GitCommit[],
  git: GitState | undefined,
  purposePath: string,
): string[] {
  if (git?.kind !== 'repository') return [];
  const { root } = git;
  const paths = log.flatMap(({ after, before = [] }) => [
    ...(after ? [after.path] : []),
    ...before.map(({ path }) => path),
  ]);
  const names = new Set([...new Set(paths)].map((path) => join(root, path)));
  names.delete(purposePath);
  return [...names];
}

/** The recent names of a file; empty if git does not know. Never rejects. */
export async function recentNames(git: GitReader, purposePath: string): Promise<string[]> {
  try {
    const [state, log] = await Promise.all([git.state(purposePath), git.log(purposePath, { limit: RECENT })]);
    return formerNames(log, state, purposePath);
  } catch {
    return [];
  }
}

/**
 * The record folders beside a purpose file that belong to no existing file: if git did not detect a rename, they may be
 * those of a former name.
 */
export async function ownerlessFolders(files: FileAccess, purposePath: string): Promise<string[]> {
  const [own, beside] = [recordsFolder(purposePath), dirname(purposePath)];
  const folders: string[] = [];
  for (const { name, type } of await listIfThere(files, dirname(own))) {
    const folder = join(dirname(own), name);
    if (type !== 'folder' || folder === own) continue;
    const owners = [join(beside, `${name}.purpose.md`), join(beside, name)];
    if ((await Promise.all(owners.map((owner) => files.stat(owner)))).some(Boolean)) continue;
    if ((await files.list(folder)).some((entry) => STAMP.test(entry.name))) folders.push(folder);
  }
  return folders;
}
