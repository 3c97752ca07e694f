import { type TextDocument, Uri, window, workspace } from 'vscode';
import { type StatementText, statementOf } from '../../history/statement-of';
import { isPurposeDocument, isPurposeUri } from '../purpose-documents';

/** A purpose file with a statement that a command is about. */
export interface InFront {
  readonly document: TextDocument;
  readonly statement: StatementText;
}

/**
 * The purpose that a command is about: the one it was given, the one in the active editor, the one shown in the panel.
 * Where there is none, or it has no statement, the user is told what to do, and `undefined` is given.
 */
export async function purposeInFront(given: unknown, shown: Uri | undefined): Promise<InFront | undefined> {
  const uri = given instanceof Uri ? given : undefined;
  const active = window.activeTextEditor?.document;
  const found = uri ?? (active && isPurposeDocument(active) ? active.uri : shown);
  if (!found || !isPurposeUri(found)) {
    void window.showInformationMessage('Open a purpose file (NAME.purpose.md) first.');
    return undefined;
  }
  if (found.scheme === 'untitled') {
    void window.showInformationMessage('Save this file first: its history stands beside it.');
    return undefined;
  }
  const document = await workspace.openTextDocument(found);
  const statement = statementOf(document.getText());
  if (statement && statement.plain.trim() !== '') return { document, statement };
  await window.showTextDocument(document);
  void window.showInformationMessage('This file has no statement yet: write its first paragraph.');
  return undefined;
}
