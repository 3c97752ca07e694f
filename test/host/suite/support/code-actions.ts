import assert from 'node:assert/strict';
import {
  CancellationError,
  type CodeAction,
  commands,
  Range,
  type TextDocument,
  type Uri,
  workspace,
} from 'vscode';

/** The entries of the light bulb for a range, `kind` only, as the editor collects them from all extensions. */
export async function codeActions(uri: Uri, range: Range, kind?: string): Promise<CodeAction[]> {
  for (;;) {
    try {
      return await commands.executeCommand('vscode.executeCodeActionProvider', uri, range, kind);
    } catch (error) {
      // The editor cancels a request when its document changes meanwhile, also by an edit of before that arrives late.
      if (!(error instanceof CancellationError) && (error as Error).name !== 'Canceled') throw error;
    }
  }
}

/** The quick fixes on the first place of some words. */
export async function actionsOn(
  document: TextDocument,
  words: string,
  kind = 'quickfix',
): Promise<CodeAction[]> {
  const at = document.getText().indexOf(words);
  assert.ok(at >= 0, `“${words}” is in the text`);
  const range = new Range(document.positionAt(at), document.positionAt(at + words.length));
  return codeActions(document.uri, range, kind);
}

/** Does what the entry of this title does. */
export async function choose(
  actions: readonly CodeAction[],
  title: string,
  ...more: unknown[]
): Promise<void> {
  const action = actions.find((one) => one.title === title);
  assert.ok(action, `“${title}” is among ${actions.map((one) => one.title).join(' | ')}`);
  if (action.edit) await workspace.applyEdit(action.edit);
  const { command } = action;
  if (command) await commands.executeCommand(command.command, ...(command.arguments ?? []), ...more);
}
