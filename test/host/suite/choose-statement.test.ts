import assert from 'node:assert/strict';
import { type CodeLens, commands, Selection, type Uri } from 'vscode';
import { codeActions } from './support/code-actions';
import { openDocument } from './support/documents';
import { eventually, tick } from './support/events';
import { acceptUntil } from './support/quick-input';

const GUESSED = '# Bakers\n\nThe oven is older than the quay.\n\nFlour is kept dry.\n';
const MARKER = '<!-- purpose:statement -->\n';

async function titlesAbove(uri: Uri): Promise<readonly (string | undefined)[]> {
  const lenses = await commands.executeCommand<CodeLens[]>('vscode.executeCodeLensProvider', uri);
  return lenses.map(({ command }) => command?.title);
}

describe('a statement found by its place alone', () => {
  it('is asked about, and the answer writes the marker, which one undo takes back', async () => {
    const { uri, document } = await openDocument(GUESSED);
    const asks = async () => (await titlesAbove(uri))[0] === 'Is this the statement?';
    await eventually('the question', [tick], async () => (await asks()) || undefined);
    await acceptUntil('the marker', 'purpose.chooseStatement', [uri], () =>
      document.getText().includes(MARKER) ? true : undefined,
    );
    assert.equal(document.getText().replace(MARKER, ''), GUESSED);
    await eventually('no question', [tick], async () => !(await asks()) || undefined);
    await commands.executeCommand('undo');
    assert.equal(document.getText(), GUESSED);
  });

  it('is chosen at the caret by a command, which the light bulb offers', async () => {
    const { uri, document, editor } = await openDocument(GUESSED);
    const caret = document.positionAt(GUESSED.indexOf('is kept'));
    editor.selection = new Selection(caret, caret);
    const offered = await eventually('the light bulb', [tick], async () => {
      const actions = await codeActions(uri, editor.selection);
      return actions.find(({ title }) => title === 'This is the statement');
    });
    assert.equal(offered.command?.command, 'purpose.markStatement');
    await commands.executeCommand('purpose.markStatement');
    assert.equal(document.getText(), GUESSED.replace('Flour', `${MARKER}Flour`));
  });
});
