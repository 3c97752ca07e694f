import { type QuickPickItem, type TextDocument, type Uri, window, workspace } from 'vscode';
import type { FileAccess } from '../../files/file-access';
import { readSavedWording } from '../../history/saved-wording';
import { type StatementText, statementOf } from '../../history/statement-of';
import { conflictMarker } from '../../text/conflict-markers';
import { fold } from '../../text/fold';
import { sayNotDone } from '../messages';
import { purposeFor } from '../pick-purpose';
import { pathOf } from '../vscode-files';
import type { WorkspaceFileIndex } from '../workspace-file-index';

const NO_STATEMENT = 'This file has no statement yet: write its first paragraph.';
const CONFLICT = 'This file has conflict markers: resolve them first.';

/** The purpose file of a command, which has a statement. */
export interface TargetPurpose {
  readonly uri: Uri;
  readonly document: TextDocument;
  /** The wording to record: the one on disk, or the one that {@link save} will write. */
  readonly statement: StatementText;
  /** Saves the file if the user chose so; call it after the last question. `false` if it was not saved. */
  save(): Promise<boolean>;
}

/**
 * The purpose of a command: the given one, the one in the active tab, the one shown in the panel, or one that the user
 * picks.
 * An unsaved wording cannot be recorded, so the user chooses which wording is meant.
 * @param title of the questions
 */
export async function targetPurpose(
  title: string,
  given: unknown,
  shown: Uri | undefined,
  {
    files,
    purposeFiles,
  }: { readonly files: FileAccess; readonly purposeFiles: Pick<WorkspaceFileIndex, 'list'> },
): Promise<TargetPurpose | undefined> {
  const uri = await purposeFor(title, given, purposeFiles, shown);
  if (!uri) return undefined;
  if (uri.scheme === 'untitled') {
    sayNotDone('Save this file first: its history is kept beside it.');
    return undefined;
  }
  const document = await workspace.openTextDocument(uri);
  const saved = await readSavedWording(files, pathOf(uri));
  const typed = document.isDirty ? wordingIn(document) : saved;
  if (!saved && !typed) {
    await window.showTextDocument(document);
    void window.showInformationMessage(NO_STATEMENT);
    return undefined;
  }
  if (saved && typed && fold(saved.plain) === fold(typed.plain)) return onDisk(uri, document, saved);
  return askWhichWording(title, uri, document, saved, typed);
}

/** Like {@link targetPurpose}, for commands that record nothing and so work on unsaved text. */
export async function targetDocument(
  title: string,
  given: unknown,
  purposeFiles: Pick<WorkspaceFileIndex, 'list'>,
): Promise<TextDocument | undefined> {
  const uri = await purposeFor(title, given, purposeFiles);
  if (!uri) return undefined;
  const document = await workspace.openTextDocument(uri);
  if (wordingIn(document)) return document;
  await window.showTextDocument(document);
  void window.showInformationMessage(conflictMarker(document.getText()) ? CONFLICT : NO_STATEMENT);
  return undefined;
}

async function askWhichWording(
  title: string,
  uri: Uri,
  document: TextDocument,
  saved: StatementText | undefined,
  typed: StatementText | undefined,
): Promise<TargetPurpose | undefined> {
  const items: (QuickPickItem & { readonly chosen: TargetPurpose })[] = [];
  if (typed) {
    const chosen = { uri, document, statement: typed, save: () => saveNow(document) };
    items.push({ label: '$(save) Save the file first', detail: fold(typed.plain), chosen });
  }
  if (saved) {
    const chosen = onDisk(uri, document, saved);
    items.push({ label: 'Keep to the saved wording', detail: fold(saved.plain), chosen });
  }
  const picked = await window.showQuickPick(items, {
    title,
    placeHolder: 'The statement has unsaved changes. Which wording do you mean?',
  });
  return picked?.chosen;
}

function onDisk(uri: Uri, document: TextDocument, statement: StatementText): TargetPurpose {
  return { uri, document, statement, save: async () => true };
}

async function saveNow(document: TextDocument): Promise<boolean> {
  if (!document.isDirty || (await document.save())) return true;
  sayNotDone(`Nothing was recorded: ${workspace.asRelativePath(document.uri)} could not be saved.`);
  return false;
}

function wordingIn(document: TextDocument): StatementText | undefined {
  const statement = statementOf(document.getText());
  return statement && fold(statement.plain) !== '' ? statement : undefined;
}
