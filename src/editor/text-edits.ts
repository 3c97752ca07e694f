import type { Uri } from 'vscode';
import { type TextDocument, type TextDocumentChangeEvent, WorkspaceEdit, workspace } from 'vscode';
import { LineMap } from '../statement/position';
import { textEdit } from '../templates/word-edit';
import type { TextEdit } from '../text/text-edit';
import { sayNotDone } from './messages';
import { spanRange, toRange } from './purpose-documents';

/**
 * The changes of an event as edits to apply one after the other. They all refer to the text before the event, so they go
 * from last to first.
 */
export function editsOf({ contentChanges }: TextDocumentChangeEvent): TextEdit[] {
  return [...contentChanges]
    .sort((a, b) => b.rangeOffset - a.rangeOffset)
    .map(({ rangeOffset, rangeLength, text }) => ({ offset: rangeOffset, length: rangeLength, text }));
}

/** Converts edits, all relative to a document's current text, to the editor's type. */
export function toWorkspaceEdit(document: TextDocument, edits: readonly TextEdit[]): WorkspaceEdit {
  const edit = new WorkspaceEdit();
  for (const { offset, length, text } of edits) {
    edit.replace(document.uri, spanRange(document, { start: offset, end: offset + length }), text);
  }
  return edit;
}

/** Adds the edits of a file, which need not be open, to a workspace edit; they refer to its current text. */
export function addEdits(edit: WorkspaceEdit, uri: Uri, text: string, edits: readonly TextEdit[]): void {
  const lines = new LineMap(text);
  for (const { offset, length, text: by } of edits)
    edit.replace(uri, toRange(lines.range({ start: offset, end: offset + length })), by);
}

/** Why a document was not edited: it is read-only, or its text has changed since the edits were made. */
export type EditRefusal = 'read-only' | 'changed';

/**
 * Applies requested edits to a document in one undo step. VS Code would apply edits to a read-only document, although
 * they could not be saved or undone, so such a document is left unchanged.
 */
export async function tryEdits(
  document: TextDocument,
  edits: readonly TextEdit[],
): Promise<'done' | EditRefusal> {
  if (workspace.fs.isWritableFileSystem(document.uri.scheme) === false) return 'read-only';
  const before = document.getText();
  let isSaved = false;
  const saving = workspace.onDidSaveTextDocument((saved) => {
    if (saved === document) isSaved = true;
  });
  try {
    // The editor refuses edits of a version that is not its newest.
    if (!(await workspace.applyEdit(toWorkspaceEdit(document, edits))))
      return document.getText() === before ? 'read-only' : 'changed';
  } finally {
    saving.dispose();
  }
  // Settings or the user can make an editor read-only. The only sign is that the document is not dirty after an edit.
  if (document.isDirty || document.isUntitled || isSaved || document.getText() === before) return 'done';
  const whole = [{ offset: 0, length: document.getText().length, text: before }];
  await workspace.applyEdit(toWorkspaceEdit(document, whole));
  return 'read-only';
}

/** Like {@link tryEdits}; reports why a document cannot be edited. */
export async function editOrSay(document: TextDocument, edits: readonly TextEdit[]): Promise<boolean> {
  const outcome = await tryEdits(document, edits);
  if (outcome !== 'done') sayRefused(document, outcome);
  return outcome === 'done';
}

export function sayRefused(document: TextDocument, why: EditRefusal): void {
  const name = workspace.asRelativePath(document.uri);
  sayNotDone(
    why === 'read-only'
      ? `${name} cannot be edited: it is read-only.`
      : `${name} was changed at the same moment: try again.`,
  );
}

/** Makes a document read as `wanted`, with the smallest edit; `false` if nothing changed. */
export async function replaceText(document: TextDocument, wanted: string): Promise<boolean> {
  const edit = textEdit(document.getText(), wanted);
  return edit !== undefined && editOrSay(document, [edit]);
}
