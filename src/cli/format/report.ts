import type { LintResult } from '../../lint/lint-result';

/** One linted file. */
export interface FileReport {
  /** As it is shown: relative to the working folder where it lies below it. */
  readonly path: string;
  readonly result: LintResult;
  /** What `--fix` would change, as a unified diff; missing where nothing, or where no diff was asked for. */
  readonly diff?: string;
}

/** A file that could not be read, or something wrong in a settings file, which then has a place: both from 1. */
export interface FileFailure {
  readonly path: string;
  readonly line?: number;
  readonly column?: number;
  readonly message: string;
}

/** What one run of `purpose lint` could not do; known once all files are linted. */
export interface Problems {
  readonly failures: readonly FileFailure[];
  /** What is wrong in the settings. */
  readonly settings: readonly FileFailure[];
  /** Whether every file was read, and no settings file was left out as a whole. */
  readonly complete: boolean;
}

/**
 * Turns reports into text, file by file: a run over 100,000 files holds one report in memory, not all.
 * @param problems asked after the last file
 */
export type Format = (
  files: AsyncIterable<FileReport>,
  problems: () => Problems,
  options: { readonly color: boolean; readonly version: string },
) => AsyncGenerator<string>;
