import { Range, type TextDocument, type Uri, WorkspaceEdit, window, workspace } from 'vscode';
import type { TextEdit } from '../text/text-edit';

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

/**
 * Makes edits in a document that the user asked for, as one step of undo; says so where they cannot be made. A document
 * that can only be read would be changed all the same, without a way to save it or to undo it: it is left as it was.
 */
export async function editOrSay(document: TextDocument, edits: readonly TextEdit[]): Promise<boolean> {
  const isDone =
    workspace.fs.isWritableFileSystem(document.uri.scheme) !== false && (await edited(document, edits));
  if (!isDone) sayNotDone(`${workspace.asRelativePath(document.uri)} cannot be edited: it is read-only.`);
  return isDone;
}

async function edited(document: TextDocument, edits: readonly TextEdit[]): Promise<boolean> {
  const before = document.getText();
  let isSaved = false;
  const saving = workspace.onDidSaveTextDocument((saved) => {
    if (saved === document) isSaved = true;
  });
  try {
    if (!(await workspace.applyEdit(toWorkspaceEdit(document, edits)))) return false;
  } finally {
    saving.dispose();
  }
  // The settings, or the user, can make an editor read-only. Nothing tells so but that a change leaves nothing to save.
  if (document.isDirty || document.isUntitled || isSaved || document.getText() === before) return true;
  const whole = [{ offset: 0, length: document.getText().length, text: before }];
  await workspace.applyEdit(toWorkspaceEdit(document, whole));
  return false;
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
