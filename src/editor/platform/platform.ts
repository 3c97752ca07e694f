import type { RunGit } from '../../history/git-program';

/** What a machine has and a browser has not. */
export interface Platform {
  /** Makes a runner of the git program that stands at `program`; missing where no program can be run. */
  readonly gitAt?: (program: string) => RunGit;
  /** The name of the user whom the system knows; empty where it knows none. */
  userName(): string;
}
