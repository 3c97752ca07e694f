import type { LintResult } from '../../lint/lint-result';

/** One linted file. */
export interface FileReport {
  /** As shown: relative to the working folder if it is below it. */
  readonly path: string;
  readonly result: LintResult;
  /** The changes of `--fix` as a unified diff; undefined if there are none or no diff was requested. */
  readonly diff?: string;
}

/** A file that could not be read, or a problem in a settings file with its line and column, both from 1. */
export interface FileFailure {
  readonly path: string;
  readonly line?: number;
  readonly column?: number;
  readonly message: string;
}

/** The failures of a run of `purpose lint`, complete once all files are linted. */
export interface Problems {
  readonly failures: readonly FileFailure[];
  /** Problems in the settings. */
  readonly settings: readonly FileFailure[];
  /** Whether every file was read, and no settings file was ignored as a whole. */
  readonly complete: boolean;
}

/**
 * Converts reports to text, file by file: a run over 100,000 files keeps only one report in memory.
 * @param problems called after the last file
 */
export type Format = (
  files: AsyncIterable<FileReport>,
  problems: () => Problems,
  options: { readonly color: boolean; readonly version: string },
) => AsyncGenerator<string>;
