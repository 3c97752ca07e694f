import { runYielding } from '../async/yielding';
import type { GitCommit, GitVersion } from './git-reader';

/**
 * The format of `git log`: NUL before each commit and after each field, because no path and no subject contains one.
 */
export const LOG_FORMAT = '%x00commit %H%x00%P%x00%aN%x00%aE%x00%aI%x00%cI%x00%s%x00';

const BEGIN = /\0commit (?=[0-9a-f]{40,64}\0)/;
const HEADER = new RegExp(`^([0-9a-f]{40,64})\\0([0-9a-f ]*)\\0${'([^\\0]*)\\0'.repeat(5)}`);
const NO_TIME = '1970-01-01T00:00:00.000Z';
const RAW = /^[\0\n]*(:+)([^\0]*)\0([^\0]*)\0([^\0]*)/;

/**
 * Parses the output of `git log --raw -z -c --no-abbrev` in {@link LOG_FORMAT}, for one file.
 * Paths are relative to the repository's root. Yields to the event loop during a log of thousands.
 */
export function parseLog(output: string): Promise<GitCommit[]> {
  return runYielding(commitsIn(output));
}

function* commitsIn(output: string): Generator<void, GitCommit[]> {
  const commits: GitCommit[] = [];
  for (const chunk of output.split(BEGIN)) {
    const header = HEADER.exec(chunk);
    if (!header) continue;
    const [whole, hash = '', parents = '', author = '', email = '', date = '', committed = '', subject = ''] =
      header;
    const raw = rawOf(chunk.slice(whole.length), hash, parents === '' ? [] : parents.split(' '));
    commits.push({
      hash,
      time: isoTime(date),
      committed: isoTime(committed),
      author,
      email,
      subject,
      ...raw,
      ...(parents === '' && { isRoot: true }),
    });
    yield;
  }
  return commits;
}

/** ISO 8601 in UTC; git also stores impossible dates. */
function isoTime(date: string): string {
  const time = new Date(date);
  return Number.isNaN(time.getTime()) ? NO_TIME : time.toISOString();
}

/** Parses `:MODES IDS STATUS`, NUL, paths; with one colon, mode and id for each parent. */
function rawOf(text: string, hash: string, parents: readonly string[]): Pick<GitCommit, 'after' | 'before'> {
  const match = RAW.exec(text);
  // A merge that took the file unchanged from one side may print nothing about it.
  if (!match) return { before: [] };
  const [, colons = '', fields = '', first = '', second = ''] = match;
  const sides = colons.length;
  const words = fields.split(' ');
  const ids = words.slice(sides + 1, 2 * sides + 2);
  const status = words.at(-1) ?? '';
  // A simple rename or copy names both paths; a merge names the new one only.
  const renamed = sides === 1 && /^[RC]/.test(status);
  const path = renamed ? second : first;
  const version = (commit: string, at: string, blob: string | undefined): GitVersion[] =>
    blob && !/^0+$/.test(blob) ? [{ commit, path: at, blob }] : [];
  const [after] = version(hash, path, ids[sides]);
  const before = ids.slice(0, sides).flatMap((id, n) => version(parents[n] ?? '', first, id));
  return { ...(after && { after }), before };
}
