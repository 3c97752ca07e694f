import type { GitCommit, GitReader, GitState } from './git';

/** What one question to git about a file comes to. */
export interface GitAnswer {
  /** `undefined` where there is no git to ask. */
  readonly git: GitState | undefined;
  /** The newest commits first; one more than was asked for, where there are more. */
  readonly log: readonly GitCommit[];
  /** Whether no commit is left behind those in `log`. */
  readonly logIsWhole: boolean;
}

/**
 * Asks for the state and the newest commits at once: of two programs one after the other the user would wait for both.
 * @param count commits wanted
 */
export async function askGit(
  reader: GitReader | undefined,
  path: string,
  count: number,
  signal?: AbortSignal,
): Promise<GitAnswer> {
  // One more than is read: a reader that cannot tell a commit's parents needs the next older one.
  const asked = reader?.log(path, { limit: count + 1, ...(signal && { signal }) });
  asked?.catch(() => undefined);
  const git = await reader?.state(path, signal);
  const log = git?.kind === 'repository' ? ((await asked) ?? []) : [];
  return { git, log, logIsWhole: log.length <= count };
}
