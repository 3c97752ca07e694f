import type { DocumentSelector, TextDocument, Uri } from 'vscode';
import { Range } from 'vscode';
import { isPurposePath } from '../files/purpose-name';
import type { Range as CoreRange } from '../statement/position';

/** Where our language features are at home, whatever the file system. */
export const PURPOSE_SELECTOR: DocumentSelector = { language: 'markdown', pattern: '**/*.purpose.md' };

/** Old revisions shown in a comparison, cells of notebooks, previews: nobody writes there. */
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

/** Whether a URI names a purpose file that somebody may write in. */
export function isPurposeUri(uri: Uri): boolean {
  return isPurposePath(uri.path) && !SHOWN_ONLY.has(uri.scheme);
}

/** Whether a document is a purpose file that somebody may write in. */
export function isPurposeDocument({ uri, languageId }: TextDocument): boolean {
  return languageId === 'markdown' && isPurposeUri(uri);
}

/** The editor counts lines and columns from 0. */
export function toRange({ start, end }: CoreRange): Range {
  return new Range(start.line - 1, start.column - 1, end.line - 1, end.column - 1);
}
