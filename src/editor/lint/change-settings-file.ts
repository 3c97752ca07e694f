import { Uri, WorkspaceEdit, workspace } from 'vscode';
import type { TextEdit } from '../../text/text-edit';
import { sayNotDone } from '../messages';
import { editOrSay } from '../text-edits';

/** The edit of a settings file from its text, and from whether it is JSON; `undefined` if it cannot be read. */
export type SettingsFileEdit = (text: string, json: boolean) => TextEdit | undefined;

/**
 * Changes a settings file, and saves it if it had no other unsaved changes. A refusal is explained.
 * @param pending what happens once the user saves the file, as the end of a sentence
 * @returns the file as shown; `undefined` if it is not changed on disk
 */
export async function changeSettingsFile(
  uri: Uri,
  change: SettingsFileEdit,
  pending: string,
): Promise<string | undefined> {
  const file = await workspace.openTextDocument(uri);
  const name = workspace.asRelativePath(uri);
  const edit = change(file.getText(), uri.path.endsWith('.json'));
  if (!edit) {
    sayNotDone(`${name} cannot be read: mend it first, then try again.`);
    return undefined;
  }
  const { isDirty } = file;
  if (!(await editOrSay(file, [edit]))) return undefined;
  // The settings on disk apply; the user's unsaved changes must not be saved here.
  if (isDirty) {
    sayNotDone(`${name} has other changes that are not saved: save it, and ${pending}.`);
    return undefined;
  }
  if (await file.save()) return name;
  sayNotDone(`${name} could not be saved: save it, and ${pending}.`);
  return undefined;
}

/** Creates a settings file in a folder; see {@link changeSettingsFile}. */
export async function createSettingsFile(folder: Uri, change: SettingsFileEdit): Promise<string | undefined> {
  const at = Uri.joinPath(folder, '.purposerc.yml');
  const name = workspace.asRelativePath(at);
  const edit = new WorkspaceEdit();
  edit.createFile(at, { contents: new TextEncoder().encode(change('', false)?.text ?? '') });
  if (await workspace.applyEdit(edit)) return name;
  sayNotDone(`${name} cannot be written here.`);
  return undefined;
}
