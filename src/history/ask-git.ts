import type { GitCommit, GitReader, GitState } from './git-reader';

/** The result of one query to git about a file. */
export interface GitAnswer {
  /** `undefined` if there is no git. */
  readonly git: GitState | undefined;
  /** The newest commits first; one more than requested, if there are more. */
  readonly log: readonly GitCommit[];
  /** Whether `log` contains the oldest commit. */
  readonly logIsWhole: boolean;
}

/**
 * Queries state and newest commits concurrently, so that the user waits for one process instead of two.
 * @param count the number of commits
 */
export async function askGit(
  reader: GitReader | undefined,
  path: string,
  count: number,
  signal?: AbortSignal,
): Promise<GitAnswer> {
  // One more than requested: a reader that does not know a commit's parents needs the next older one.
  const asked = reader?.log(path, { limit: count + 1, ...(signal && { signal }) });
  asked?.catch(() => undefined);
  const git = await reader?.state(path, signal);
  const log = git?.kind === 'repository' ? ((await asked) ?? []) : [];
  return { git, log, logIsWhole: log.length <= count };
}
