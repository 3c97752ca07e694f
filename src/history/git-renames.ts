import { dirname, join, relative } from '../files/paths';
import type { RunGit } from './git-reader';

/** A rename; both paths are relative to the repository's root. */
interface Rename {
  readonly from: string;
  readonly to: string;
}

const RENAMES = ['--name-status', '-z', '--find-renames', '--diff-filter=R'];
/** Number of parent folders to try: the folder of a file that is gone may be gone, too. */
const MAX_FOLDERS = 8;

/** The renames in the index that are not committed yet. */
export async function stagedRenames(
  run: RunGit,
  folder: string,
  signal?: AbortSignal,
): Promise<readonly Rename[]> {
  return parseRenames(await run(['diff', '--cached', ...RENAMES, 'HEAD'], folder, signal));
}

/**
 * The path to which git renamed a file that is gone, in the index or in the last commit that removed it.
 * @returns `undefined` if git does not know of a rename
 */
export async function renamedTo(
  run: RunGit,
  path: string,
  signal?: AbortSignal,
): Promise<string | undefined> {
  let folder = dirname(path);
  for (let tried = 0; tried < MAX_FOLDERS; tried++, folder = dirname(folder)) {
    const places = await run(['rev-parse', '--show-cdup', '--show-prefix'], folder, signal).catch(() => {
      signal?.throwIfAborted();
      return undefined;
    });
    if (places === undefined) continue;
    const [up = '', prefix = ''] = places.split('\n');
    try {
      const name = prefix + relative(folder, path);
      const to = await newName(run, folder, name, signal);
      return to && join(folder, up, to);
    } catch {
      // There is no commit yet.
      signal?.throwIfAborted();
      return undefined;
    }
  }
  return undefined;
}

async function newName(
  run: RunGit,
  folder: string,
  name: string,
  signal: AbortSignal | undefined,
): Promise<string | undefined> {
  const isIt = ({ from }: Rename) => from === name;
  const staged = (await stagedRenames(run, folder, signal)).find(isIt);
  if (staged) return staged.to;
  const removed = [
    'log',
    '-1',
    '--no-renames',
    '--diff-filter=D',
    '--format=%H',
    '--',
    `:(top,literal)${name}`,
  ];
  const commit = (await run(removed, folder, signal)).trim();
  if (commit === '') return undefined;
  const output = await run(
    ['log', '-1', '-m', '--first-parent', '--format=', ...RENAMES, commit],
    folder,
    signal,
  );
  return parseRenames(output.replace(/^[\0\n]+/, '')).find(isIt)?.to;
}

/** Parses `R100 NUL from NUL to NUL …`. */
function parseRenames(output: string): readonly Rename[] {
  const fields = output.split('\0');
  const renames: Rename[] = [];
  for (let at = 0; at + 2 < fields.length; at += 3)
    renames.push({ from: fields[at + 1] ?? '', to: fields[at + 2] ?? '' });
  return renames;
}
