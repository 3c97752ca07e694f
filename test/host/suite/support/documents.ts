import assert from 'node:assert/strict';
import {
  commands,
  type Extension,
  extensions,
  type TextDocument,
  type TextEditor,
  Uri,
  window,
  workspace,
} from 'vscode';

/** The extension under test, as the editor lists it. The call does not activate it. */
export function ourExtension(): Extension<unknown> {
  const found = extensions.getExtension('purpose-md.purpose-md');
  assert.ok(found, 'The extension is not loaded.');
  return found;
}

/** The folder that the editor has open: on disk in a Node host, in memory in a web host. */
export function workspaceRoot(): Uri {
  const [folder] = workspace.workspaceFolders ?? [];
  assert.ok(folder, 'No folder is open.');
  return folder.uri;
}

/** Writes a file into the open folder, `name` relative to it; creates missing folders. */
export async function writeFile(name: string, content: string | Uint8Array): Promise<Uri> {
  const uri = Uri.joinPath(workspaceRoot(), name);
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  await workspace.fs.writeFile(uri, bytes);
  return uri;
}

export async function readFile(uri: Uri): Promise<string> {
  return new TextDecoder().decode(await workspace.fs.readFile(uri));
}

let count = 0;

/**
 * Writes `content` into a fresh file and shows it. Without a name, a purpose file in a folder that no other case uses;
 * otherwise exactly that file of the open folder.
 */
export async function openDocument(
  content: string,
  name = `case-${++count}/team.purpose.md`,
): Promise<{ uri: Uri; document: TextDocument; editor: TextEditor }> {
  const uri = await writeFile(name, content);
  const document = await workspace.openTextDocument(uri);
  const editor = await window.showTextDocument(document, { preview: false });
  return { uri, document, editor };
}

/** Undoes all unsaved edits of the shown document, so that closing it does not prompt. */
export async function revert(): Promise<void> {
  await commands.executeCommand('workbench.action.files.revert');
}
