import { ConfigurationTarget, type TextDocument, type Uri, window, workspace } from 'vscode';
import { editFrontMatter, editSettingsFile, type SettingsChange } from '../../lint/settings-edit';
import { sayNotDone } from '../messages';
import { editOrSay } from '../text-edits';
import { uriOf } from '../vscode-files';
import { changeSettingsFile, createSettingsFile, type SettingsFileEdit } from './change-settings-file';
import type { Settings } from './settings';

/** Where a setting is changed: in one purpose file, its workspace, or the user settings. */
export type Scope = 'file' | 'workspace' | 'user';

/** Applies a settings change in its scope. Every change can be undone; a refusal is explained. */
export async function applySettingsChange(
  settings: Settings,
  document: TextDocument,
  wish: SettingsChange,
  scope: Scope,
): Promise<void> {
  if (scope === 'user') return changeForMe(document.uri, wish);
  if (scope === 'workspace') return changeInWorkspace(settings, document.uri, wish);
  const edit = editFrontMatter(document.getText(), wish);
  if (!edit)
    return sayNotDone('The front matter of this file cannot be read: mend it first, then try again.');
  await editOrSay(document, [edit]);
}

/** Names the place of a change that is not in the visible editor. */
function sayWhere(place: string): void {
  window.setStatusBarMessage(`Kept in ${place}.`, 5000);
}

async function changeForMe(uri: Uri, wish: SettingsChange): Promise<void> {
  const editor = workspace.getConfiguration('purpose', uri);
  if (wish.accept !== undefined) {
    const own = editor.inspect<readonly string[]>('accept')?.globalValue ?? [];
    await editor.update('accept', [...new Set([...own, wish.accept])], ConfigurationTarget.Global);
  } else {
    const own = editor.inspect<Readonly<Record<string, unknown>>>('rules')?.globalValue ?? {};
    await editor.update('rules', { ...own, [wish.turnOff]: 'off' }, ConfigurationTarget.Global);
  }
  sayWhere('your settings');
}

async function changeInWorkspace(settings: Settings, uri: Uri, wish: SettingsChange): Promise<void> {
  const change: SettingsFileEdit = (text, json) => editSettingsFile(text, wish, json);
  const found = await settings.fileFor(uri);
  const folder = workspace.getWorkspaceFolder(uri);
  if (!found && !folder) return sayNotDone('No folder is open in which settings could be saved.');
  const changed = found
    ? await changeSettingsFile(uriOf(found.path), change, 'the new setting holds')
    : folder && (await createSettingsFile(folder.uri, change));
  if (changed !== undefined) sayWhere(changed);
}
