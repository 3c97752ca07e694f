import assert from 'node:assert/strict';
import { commands, window, workspace } from 'vscode';
import { openDocument, readFile, workspaceRoot, writeFile } from './support/documents';
import { hasRule, waitForDiagnostics } from './support/events';
import { acceptUntil } from './support/quick-input';

function shown(pattern: RegExp) {
  const editor = window.activeTextEditor;
  return editor &&
    pattern.test(editor.document.uri.path) &&
    !editor.document.isDirty &&
    !editor.selection.isEmpty
    ? editor
    : undefined;
}

describe('New from Template…', () => {
  before(async () => {
    // The first use loads the extension, which is not under test here.
    await waitForDiagnostics((await openDocument('We help many people.\n')).uri);
  });

  it('makes a file in the folder it is asked for, opens it and selects the first blank', async () => {
    const folder = (await writeFile('new-here/notes.txt', '')).with({
      path: `${workspaceRoot().path}/new-here`,
    });
    const editor = await acceptUntil('the new purpose is open', 'purpose.newFromTemplate', [folder], () =>
      shown(/\/new-here\/[^/]+\.purpose\.md$/),
    );
    const text = editor.document.getText();
    assert.match(editor.document.getText(editor.selection), /^\{\{.+\}\}$/);
    assert.equal(await readFile(editor.document.uri), text);
    const found = await waitForDiagnostics(editor.document.uri);
    assert.ok(hasRule('unfilled-placeholder')(found), JSON.stringify(found));
  });

  it('never writes over a file that is there: it offers another name', async () => {
    const first = await writeFile('new-again/personal.purpose.md', 'Ours.\n');
    const folder = first.with({ path: first.path.replace(/\/[^/]+$/, '') });
    const editor = await acceptUntil('another file is open', 'purpose.newFromTemplate', [folder], () =>
      shown(/\/new-again\/personal-2\.purpose\.md$/),
    );
    assert.notEqual(editor.document.uri.path, first.path);
    assert.equal(await readFile(first), 'Ours.\n');
  });

  it("offers the folder's own template first, and its blanks are stops one can fill", async () => {
    const own = await writeFile(
      '.purpose/templates/guild.md',
      '# {{name}}\n\n> We {{what}} for {{who}}, so that {{change}}. {{what}}!\n',
    );
    try {
      const at = await writeFile('own/notes.txt', '');
      const folder = at.with({ path: at.path.replace(/\/[^/]+$/, '') });
      const editor = await acceptUntil('the own template is open', 'purpose.newFromTemplate', [folder], () =>
        shown(/\/own\/guild\.purpose\.md$/),
      );
      await commands.executeCommand('jumpToNextSnippetPlaceholder');
      await commands.executeCommand('type', { text: 'mend nets' });
      assert.equal(
        editor.document.getText(),
        '# {{name}}\n\n> We mend nets for {{who}}, so that {{change}}. mend nets!\n',
      );
      await editor.document.save();
    } finally {
      await workspace.fs.delete(own);
    }
  });
});
