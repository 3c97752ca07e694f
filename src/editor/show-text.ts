import { window, workspace } from 'vscode';

/** Shows text that has no place in a file in a new document, so that nothing the user wrote is lost. */
export async function showText(content: string): Promise<void> {
  const document = await workspace.openTextDocument({ language: 'markdown', content });
  await window.showTextDocument(document, { preview: false, preserveFocus: true });
}
