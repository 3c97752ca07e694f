import type { FileAccess } from '../../files/file-access';
import type { RunGit } from '../../history/git-program';

/** Capabilities that a browser lacks. */
export interface Platform {
  /** Creates a runner for the git program at `program`; undefined if no program can be run. */
  readonly gitAt?: (program: string) => RunGit;
  /** The local disk, by disk path; undefined in a browser. */
  readonly disk?: Pick<FileAccess, 'write' | 'create' | 'real'>;
  /** The name of the system's user; empty if unknown. */
  userName(): string;
}
