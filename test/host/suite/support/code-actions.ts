import { CancellationError, type CodeAction, commands, type Range, type Uri } from 'vscode';

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
