import { type TextDocument, type Uri, workspace } from 'vscode';

/** The open document with this URI, shown or not. */
export function openDocumentOf(uri: Uri | string): TextDocument | undefined {
  const wanted = uri.toString();
  return workspace.textDocuments.find((document) => document.uri.toString() === wanted);
}
