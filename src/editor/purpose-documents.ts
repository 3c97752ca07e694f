import type { Diagnostic, TextDocument, Uri } from 'vscode';
import { Range } from 'vscode';
import type { Finding } from '../lint/finding';
import type { LintResult } from '../lint/lint-result';
import { ruleOf } from '../lint/rules';
import type { Range as CoreRange, Span } from '../statement/position';
import { isPurposeFile } from './adopted-files';

/** Schemes of documents that are only shown: revisions in a comparison, notebook cells, previews. */
const SHOWN_ONLY = new Set([
  'git',
  'gitlens',
  'gitfs',
  'pr',
  'review',
  'vscode-notebook-cell',
  'purpose-revision',
  'output',
]);

/** Whether a URI is that of an editable purpose file. */
export function isPurposeUri(uri: Uri): boolean {
  return isPurposeFile(uri) && !SHOWN_ONLY.has(uri.scheme);
}

/** Whether a document is an editable purpose file. */
export function isPurposeDocument({ uri, languageId }: TextDocument): boolean {
  return languageId === 'markdown' && isPurposeUri(uri);
}

/** Converts to the editor's lines and columns, which count from 0. */
export function toRange({ start, end }: CoreRange): Range {
  return new Range(start.line - 1, start.column - 1, end.line - 1, end.column - 1);
}

/** The range between two offsets of a document. */
export function spanRange(document: TextDocument, { start, end }: Span): Range {
  return new Range(document.positionAt(start), document.positionAt(end));
}

/** The findings of a document that touch a range of it. */
export function findingsIn(result: LintResult, document: TextDocument, range: Range): readonly Finding[] {
  return result.findingsAt({ start: document.offsetAt(range.start), end: document.offsetAt(range.end) });
}

/** The rule of a diagnostic whose code has a link to its page; empty for any other. */
export function ruleIn({ code }: Diagnostic): string {
  return typeof code === 'object' ? String(code.value) : '';
}

/**
 * The range to underline for a finding, which also triggers its code actions: mostly all of it. For a sentence that is
 * hard to read it is the first word, because underlining all of it would hide other findings.
 */
export function markRange(finding: Finding): Range {
  if (ruleOf(finding.rule).traits.mark !== 'first-word') return toRange(finding);
  const first = /^\S+/.exec(finding.text)?.[0].length ?? finding.text.length;
  const { line, column } = finding.start;
  return new Range(line - 1, column - 1, line - 1, column - 1 + first);
}
