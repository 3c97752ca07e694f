import assert from 'node:assert/strict';
import {
  commands,
  type Diagnostic,
  type Disposable,
  languages,
  Position,
  Range,
  Selection,
  WorkspaceEdit,
  workspace,
} from 'vscode';
import { openDocument, revert } from './support/documents';
import { isOf, waitForDiagnostics } from './support/events';

describe('typing', () => {
  it('is not disturbed: what is half-typed is marked when the caret leaves it', async () => {
    const { document, uri, editor } = await openDocument('Notes.\n\nWe teach\n');
    const marked = (all: readonly Diagnostic[]) => all.map(({ range }) => document.getText(range));
    await waitForDiagnostics(uri, (all) => all.length === 0);
    editor.selection = new Selection(2, 8, 2, 8);
    await commands.executeCommand('type', { text: ' many' });
    // Edits another place of the same text while the cursor is in the half-typed sentence.
    const edit = new WorkspaceEdit();
    edit.replace(uri, new Range(0, 0, 0, 6), 'Various notes.');
    await workspace.applyEdit(edit);
    const first = await waitForDiagnostics(uri, (all) => marked(all).includes('Various'));
    assert.ok(!marked(first).includes('many'), marked(first).join());
    editor.selection = new Selection(0, 0, 0, 0);
    await waitForDiagnostics(uri, (all) => marked(all).includes('many'));
    await revert();
  });

  it('is followed by marks once the writer pauses, but for the word at the cursor and what is not said yet', async () => {
    const { document, uri, editor } = await openDocument('# Choir\n\nWe teach\n');
    editor.selection = new Selection(2, 8, 2, 8);
    await commands.executeCommand('type', { text: ' many innovative' });
    const paused = await waitForDiagnostics(uri, (all) =>
      all.some(({ range }) => document.getText(range) === 'many'),
    );
    const marked = paused.map(({ range }) => document.getText(range));
    assert.ok(!marked.includes('innovative'), marked.join());
    assert.ok(editor.selection.active.isEqual(new Position(2, 24)));
    await commands.executeCommand('type', { text: ' songs.' });
    await waitForDiagnostics(uri, (all) => all.some(({ range }) => document.getText(range) === 'innovative'));
    await revert();
  });

  it('moves the marks below it and never takes them away', async () => {
    const { uri, editor } = await openDocument('# Choir\n\nWe teach many songs.\n');
    const quantity = isOf('vague-quantity');
    await waitForDiagnostics(uri, (all) => all.some(quantity));
    let flickered = false;
    const watching: Disposable = languages.onDidChangeDiagnostics(() => {
      flickered ||= !languages.getDiagnostics(uri).some(quantity);
    });
    editor.selection = new Selection(0, 7, 0, 7);
    for (const letter of ' in Leith\n') await commands.executeCommand('type', { text: letter });
    await waitForDiagnostics(uri, (all) => all.some((one) => quantity(one) && one.range.start.line === 3));
    watching.dispose();
    assert.equal(flickered, false);
    await revert();
  });
});
