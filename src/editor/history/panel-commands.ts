import { commands, window, workspace } from 'vscode';
import type { PanelCommand } from '../../panel/protocol';
import { adoptedFiles } from '../adopted-files';
import { uriOf } from '../vscode-files';
import type { PanelSession } from './panel-session';

/** The commands of the manifest behind those of the panel. */
const ON_PURPOSE = { note: 'purpose.noteFit', reaffirm: 'purpose.reaffirm', pivot: 'purpose.pivot' } as const;

/** Carries out a command of the panel on the purpose that it shows. */
export async function runCommand(
  command: Exclude<PanelCommand, 'find' | 'new'>,
  { uri, movedTo }: PanelSession,
): Promise<void> {
  if (command === 'open') await window.showTextDocument(uri);
  else if (command !== 'openMoved') await commands.executeCommand(ON_PURPOSE[command], uri);
  else if (movedTo !== undefined) await window.showTextDocument(uriOf(movedTo));
}

/** Lets the user choose among the purpose files of the workspace. */
export async function findPurpose(): Promise<void> {
  const files = await workspace.findFiles('**/*.purpose.md', undefined, 500);
  const items = [...files, ...adoptedFiles()]
    .map((uri) => ({ label: workspace.asRelativePath(uri), uri }))
    .sort((a, b) => (a.label < b.label ? -1 : 1));
  const picked =
    items.length === 1 ? items[0] : await window.showQuickPick(items, { title: 'Open a purpose' });
  if (picked) await window.showTextDocument(picked.uri);
}
