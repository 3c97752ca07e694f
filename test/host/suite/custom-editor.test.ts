import assert from 'node:assert/strict';
import { commands, TabInputCustom, Uri, window, workspace } from 'vscode';
import { openDocument, readFile } from './support/documents';
import { eventually, tick } from './support/events';
import { acceptUntil } from './support/quick-input';

/** VS Code's own custom editor for Markdown. */
const PREVIEW = 'vscode.markdown.preview.editor';

describe('a purpose that a custom editor shows', () => {
  it('is the one that a command is about, without a text editor', async () => {
    const { uri } = await openDocument('> We mend bicycles with children in Leith.\n');
    await commands.executeCommand('workbench.action.closeAllEditors');
    await commands.executeCommand('vscode.openWith', uri, PREVIEW);
    await eventually('the custom editor', [tick], async () => {
      const input = window.tabGroups.activeTabGroup.activeTab?.input;
      return input instanceof TabInputCustom && input.uri.toString() === uri.toString() ? true : undefined;
    });
    assert.equal(window.activeTextEditor, undefined);
    const folder = Uri.joinPath(uri, '..', '.purpose', 'team');
    const kept = await acceptUntil('the record of the wording', 'purpose.keepWording', [], async () => {
      const names = await workspace.fs.readDirectory(folder).then(
        (found) => found.map(([name]) => name),
        () => [],
      );
      return names.find((name) => /^[^.].*-keep-.*\.md$/.test(name));
    });
    assert.match(
      await readFile(Uri.joinPath(folder, kept)),
      /^> We mend bicycles with children in Leith\.$/m,
    );
    await commands.executeCommand('workbench.action.closeAllEditors');
  });
});
