import { commands, type QuickPickItem, QuickPickItemKind, Uri, window, workspace } from 'vscode';
import { purposeName } from '../files/purpose-name';
import { activePurpose } from './active-purpose';
import { isPurposeUri } from './purpose-documents';
import type { WorkspaceFileIndex } from './workspace-file-index';

interface Choice extends QuickPickItem {
  readonly uri?: Uri;
  readonly command?: string;
}

/** The purpose file of a command: the given one, the one in the active tab, the shown one, or one that the user picks. */
export async function purposeFor(
  title: string,
  given: unknown,
  purposeFiles: Pick<WorkspaceFileIndex, 'list'>,
  shown?: Uri,
): Promise<Uri | undefined> {
  const known = given instanceof Uri ? given : (activePurpose() ?? shown);
  return known && isPurposeUri(known) ? known : pickPurpose(purposeFiles, title);
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
