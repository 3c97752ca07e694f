import { Uri } from 'vscode';
import { openDocumentOf } from '../open-documents';
import { isPurposeUri } from '../purpose-documents';
import { markPreview, type PreviewToken } from './mark-preview';

/**
 * Colours the preview.
 * @param env the environment from VS Code's preview, with the URI of the shown file, which is open
 */
export function previewPlugin(tokens: readonly PreviewToken[], env: unknown): readonly PreviewToken[] {
  const { currentDocument: uri } = (env ?? {}) as { readonly currentDocument?: unknown };
  const document = uri instanceof Uri ? openDocumentOf(uri) : undefined;
  return document ? markPreview(tokens, document.getText(), isPurposeUri(document.uri)) : tokens;
}
