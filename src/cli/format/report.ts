import type { Finding } from '../../lint/finding';
import type { LintResult } from '../../lint/lint-result';

/** One linted file. */
export interface FileReport {
  /** As it is shown: relative to the working folder where it lies below it. */
  readonly path: string;
  readonly result: LintResult;
}

/** A file that could not be read, or something wrong in a settings file, which then has a place: both from 1. */
export interface FileFailure {
  readonly path: string;
  readonly line?: number;
  readonly column?: number;
  readonly message: string;
}

/** All that one run of `purpose lint` found. */
export interface Report {
  readonly files: readonly FileReport[];
  readonly failures: readonly FileFailure[];
  /** What is wrong in the settings. */
  readonly settings: readonly FileFailure[];
  /** Whether every file was read, and no settings file was left out as a whole. */
  readonly complete: boolean;
}

/** Turns a report into text. */
export type Format = (
  report: Report,
  options: { readonly color: boolean; readonly version: string },
) => string;

/** Every finding with its file. */
export function* allFindings(report: Report): Generator<readonly [string, Finding, LintResult]> {
  for (const { path, result } of report.files)
    for (const finding of result.findings) yield [path, finding, result];
}
