import type { FileAccess } from '../../files/file-access';
import type { RunGit } from '../../history/git-program';

/** What a machine has and a browser has not. */
export interface Platform {
  /** Makes a runner of the git program that stands at `program`; missing where no program can be run. */
  readonly gitAt?: (program: string) => RunGit;
  /** The disk of the machine that the extension runs on, by disk path; missing in a browser. */
  readonly disk?: Pick<FileAccess, 'write' | 'create' | 'real'>;
  /** The name of the user whom the system knows; empty where it knows none. */
  userName(): string;
}
