import { commands, type QuickPickItem, QuickPickItemKind, Uri, window, workspace } from 'vscode';
import { purposeName } from '../files/purpose-name';
import { isPurposeDocument, isPurposeUri } from './purpose-documents';
import type { WorkspaceFileIndex } from './workspace-file-index';

/**
 * The purpose file of the active tab, in any kind of editor: a text editor, a custom editor or one of VS Code's own.
 */
export function activePurpose(): Uri | undefined {
  const active = window.activeTextEditor?.document;
  if (active) return isPurposeDocument(active) ? active.uri : undefined;
  const { uri } = (window.tabGroups.activeTabGroup.activeTab?.input ?? {}) as { readonly uri?: unknown };
  return uri instanceof Uri && isPurposeUri(uri) ? uri : undefined;
}

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
export async function asText(uri: Uri): Promise<boolean> {
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

interface Choice extends QuickPickItem {
  readonly uri?: Uri;
  readonly command?: string;
}

/** Lets the user choose a purpose file of the workspace, or create one; `undefined` if they did neither. */
export async function pickPurpose(
  purposeFiles: Pick<WorkspaceFileIndex, 'list'>,
  title: string,
): Promise<Uri | undefined> {
  const found = (await purposeFiles.list()).map(
    (uri): Choice => ({
      label: purposeName(uri.path),
      description: workspace.asRelativePath(uri),
      uri,
    }),
  );
  found.sort((a, b) => ((a.description ?? '') < (b.description ?? '') ? -1 : 1));
  const begin: Choice[] = [
    { label: 'No purpose yet?', kind: QuickPickItemKind.Separator },
    { label: '$(compass) Find Your Purpose…', command: 'purpose.find' },
    { label: '$(new-file) New from Template…', command: 'purpose.newFromTemplate' },
    {
      label: '$(file) Adopt a File…',
      description: 'such as MISSION.md',
      command: 'purpose.adoptFile',
    },
  ];
  const picked = await window.showQuickPick([...found, ...begin], {
    title,
    placeHolder:
      found.length > 0
        ? 'No purpose file is open. Choose one.'
        : 'There is no purpose file in this workspace yet.',
    matchOnDescription: true,
  });
  if (picked?.command) await commands.executeCommand(picked.command);
  return picked?.uri;
}
