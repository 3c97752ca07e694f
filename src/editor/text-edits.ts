import { Range, type TextDocument, type Uri, WorkspaceEdit, window, workspace } from 'vscode';
import type { TextEdit } from '../statement/text-edit';

/** Edits that all count from a document as it is now, in the editor's terms. */
export function toWorkspaceEdit(document: TextDocument, edits: readonly TextEdit[]): WorkspaceEdit {
  const edit = new WorkspaceEdit();
  for (const { offset, length, text } of edits) {
    edit.replace(
      document.uri,
      new Range(document.positionAt(offset), document.positionAt(offset + length)),
      text,
    );
  }
  return edit;
}

/** The document of a URI that is open, whether or not it is shown. */
export function openDocumentOf(uri: Uri | string): TextDocument | undefined {
  const wanted = uri.toString();
  return workspace.textDocuments.find((document) => document.uri.toString() === wanted);
}

/** Says why something the user asked for was not done. */
export function sayNotDone(sentence: string): void {
  void window.showWarningMessage(sentence);
}
