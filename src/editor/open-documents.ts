import { type TextDocument, type TextEditor, type Uri, window, workspace } from 'vscode';

/** The visible editors of a document. */
export function editorsOf(document: TextDocument): readonly TextEditor[] {
  return window.visibleTextEditors.filter((editor) => editor.document === document);
}

/** The open document with this URI, shown or not. */
export function openDocumentOf(uri: Uri | string): TextDocument | undefined {
  const wanted = uri.toString();
  return workspace.textDocuments.find((document) => document.uri.toString() === wanted);
}
