import type { FileAccess } from '../files/file-access';
import type { RunGit } from '../history/git-reader';
import type { RunShellCommand } from './shell-command';
import type { Printing } from './visible';

/** A command's access to the outside world, injected so that commands can be tested. */
export interface CommandIo {
  readonly files: FileAccess;
  /** The folder that relative paths start from, `/`-separated. */
  readonly cwd: string;
  /** Whether `\\` separates folders in arguments. */
  readonly windows?: boolean;
  /** Standard input as bytes; called at most once. */
  readonly stdin: () => Promise<Uint8Array>;
  /** Whether standard input and output are a terminal. */
  readonly interactive: boolean;
  readonly color: boolean;
  /** Asks the user one question and returns the line; only if `interactive`. */
  readonly ask: (question: string) => Promise<string>;
  /** Writes to standard output; `runCli` escapes what would command a terminal or a CI system. */
  readonly out: (text: string, how?: Printing) => void;
  /** Writes to standard error, likewise. */
  readonly err: (text: string, how?: Printing) => void;
  readonly now: () => Date;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Runs the `git` program and returns its standard output; rejects with one clear sentence. */
  readonly git: RunGit;
  /** Runs a command line that the user wrote in the call. */
  readonly run: RunShellCommand;
}

/** One subcommand of `purpose`. */
export interface Command {
  readonly name: string;
  /** One line for `purpose --help`. */
  readonly summary: string;
  /** The whole help text of the command. */
  readonly help: string;
  /** Runs with the arguments after the command's name; returns the exit code. */
  run(args: readonly string[], io: CommandIo): Promise<number>;
}

/** A wrong call: its message is shown with a pointer at `--help`; exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
