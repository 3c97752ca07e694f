import type { TextDocument } from 'vscode';
import { commands, type Uri, window, workspace } from 'vscode';
import { activePurpose } from './active-purpose';
import { purposeFor } from './pick-purpose';
import type { WorkspaceFileIndex } from './workspace-file-index';

/** Whether a purpose file is open in an editor other than a text editor, and in no text editor. */
function isShownOtherwise(uri: Uri): boolean {
  const key = uri.toString();
  if (window.visibleTextEditors.some(({ document }) => document.uri.toString() === key)) return false;
  return activePurpose()?.toString() === key;
}

/**
 * Makes sure that an edit of a file is visible and can be undone: if the active tab shows it in another editor, offers
 * to reopen it as text.
 * @returns whether to continue
 */
export async function reopenAsText(uri: Uri): Promise<boolean> {
  if (!isShownOtherwise(uri)) return true;
  const reopen = 'Reopen as Text';
  const chosen = await window.showInformationMessage(
    `${workspace.asRelativePath(uri)} is open in an editor that Purpose cannot type in.`,
    reopen,
  );
  if (chosen !== reopen) return false;
  await commands.executeCommand('vscode.openWith', uri, 'default');
  return true;
}

/** The purpose file of a command that edits it, open as text; `undefined` if the user left. */
export async function editablePurpose(
  title: string,
  given: unknown,
  purposeFiles: Pick<WorkspaceFileIndex, 'list'>,
): Promise<TextDocument | undefined> {
  const uri = await purposeFor(title, given, purposeFiles);
  return uri && (await reopenAsText(uri)) ? workspace.openTextDocument(uri) : undefined;
}
