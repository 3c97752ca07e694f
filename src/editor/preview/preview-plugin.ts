import { Uri } from 'vscode';
import { isPurposeUri } from '../purpose-documents';
import { openDocumentOf } from '../text-edits';
import { markPreview, type PreviewToken } from './mark-preview';

/**
 * Colours what the preview shows.
 * @param env what VS Code's preview tells those who render: the file that is shown, which it has opened
 */
export function previewPlugin(tokens: readonly PreviewToken[], env: unknown): readonly PreviewToken[] {
  const { currentDocument: uri } = (env ?? {}) as { readonly currentDocument?: unknown };
  const document = uri instanceof Uri ? openDocumentOf(uri) : undefined;
  return document ? markPreview(tokens, document.getText(), isPurposeUri(document.uri)) : tokens;
}
