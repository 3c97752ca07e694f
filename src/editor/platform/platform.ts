import type { FileAccess } from '../../files/file-access';
import type { GitReader, RunGit } from '../../history/git-reader';

/** The git program. */
export interface PlatformGit {
  readonly run: RunGit;
  readonly reader: GitReader;
}

/** Capabilities that a browser lacks. */
export interface Platform {
  /** The git program at `program`; undefined if no program can be run. */
  readonly gitAt?: (program: string) => PlatformGit;
  /** The local disk, by disk path; undefined in a browser. */
  readonly disk?: Pick<FileAccess, 'write' | 'create' | 'real'>;
  /** The name of the system's user; empty if unknown. */
  userName(): string;
}
