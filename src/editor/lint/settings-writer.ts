import { ConfigurationTarget, type TextDocument, Uri, WorkspaceEdit, window, workspace } from 'vscode';
import { editFrontMatter, editSettingsFile, type SettingsChange } from '../../lint/settings-edit';
import { sayNotDone } from '../messages';
import { editOrSay } from '../text-edits';
import { pathOf, uriOf } from '../vscode-files';
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
  const found = await settings.fileFor(uri);
  if (!found) {
    const folder = workspace.getWorkspaceFolder(uri);
    if (!folder) return sayNotDone('No folder is open in which settings could be saved.');
    return createSettingsFile(Uri.joinPath(folder.uri, '.purposerc.yml'), wish);
  }
  const file = await workspace.openTextDocument(uriOf(found.path));
  const name = workspace.asRelativePath(file.uri);
  const edit = editSettingsFile(file.getText(), wish, file.uri.path.endsWith('.json'));
  if (!edit) return sayNotDone(`${name} cannot be read: mend it first, then try again.`);
  const { isDirty } = file;
  if (!(await editOrSay(file, [edit]))) return;
  // The settings on disk apply; the user's unsaved changes must not be saved here.
  if (isDirty)
    sayNotDone(`${name} has other changes that are not saved: save it, and the new setting holds.`);
  else if (await file.save()) sayWhere(name);
}

async function createSettingsFile(uri: Uri, wish: SettingsChange): Promise<void> {
  const contents = new TextEncoder().encode(editSettingsFile('', wish, false)?.text ?? '');
  const edit = new WorkspaceEdit();
  edit.createFile(uri, { contents });
  if (await workspace.applyEdit(edit)) sayWhere(workspace.asRelativePath(uri));
  else sayNotDone(`${pathOf(uri)} cannot be written.`);
}
