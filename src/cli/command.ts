import type { FileAccess } from '../files/file-access';
import type { RunGit } from '../history/git-program';
import type { RunProgram } from './run-program';
import type { Printing } from './visible';

/** What a command sees of the world: everything else would make it untestable. */
export interface CommandIo {
  readonly files: FileAccess;
  /** The folder that relative paths start from, `/`-separated. */
  readonly cwd: string;
  /** Whether `\\` separates folders in the words of a call. */
  readonly windows?: boolean;
  /** Standard input as bytes; called at most once. */
  readonly stdin: () => Promise<Uint8Array>;
  /** Whether a person sits at both ends. */
  readonly interactive: boolean;
  readonly color: boolean;
  /** Asks a person one question and returns the line; only where `interactive`. */
  readonly ask: (question: string) => Promise<string>;
  /** Writes to standard output; `runCli` makes what would command a terminal or a CI system visible on the way. */
  readonly out: (text: string, how?: Printing) => void;
  /** Writes to standard error, likewise. */
  readonly err: (text: string, how?: Printing) => void;
  readonly now: () => Date;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Runs the `git` program and returns its standard output; rejects with one clear sentence. */
  readonly git: RunGit;
  /** Runs a command line that the user wrote in the call. */
  readonly run: RunProgram;
}

/** Exit codes of every command. */
export const EXIT = { ok: 0, findings: 1, failed: 2 } as const;

/** One word after `purpose`. */
export interface Command {
  readonly name: string;
  /** One line for `purpose --help`. */
  readonly summary: string;
  /** The whole help text of the command. */
  readonly help: string;
  /** Runs with the words after the command's name; returns the exit code. */
  run(args: readonly string[], io: CommandIo): Promise<number>;
}

/** A call that cannot be carried out as it was written: its message is shown with a hint at `--help`; exit 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
