import assert from 'node:assert/strict';
import { commands } from 'vscode';
import { openDocument, ourExtension, writeFile } from './support/documents';
import { eventually, tick, waitForDiagnostics } from './support/events';

describe('activation', () => {
  it('happens when a purpose file is opened, and the file stays Markdown', async () => {
    const { document } = await openDocument('We keep the hall warm for the choir.\n');
    assert.equal(document.languageId, 'markdown');
    await eventually('the extension is active', [tick], () => ourExtension().isActive || undefined);
  });

  it('registers every command that the manifest contributes', async () => {
    const { uri } = await openDocument('We keep the hall warm for the choir.\n');
    // Findings show that the features are loaded and have replaced the stubs of the commands.
    await waitForDiagnostics(uri);
    const { contributes } = ourExtension().packageJSON as {
      contributes: { commands: { command: string }[] };
    };
    const known = new Set(await commands.getCommands(true));
    // Those of the second reading are registered once the user turns it on.
    const missing = contributes.commands
      .map(({ command }) => command)
      .filter((id) => !known.has(id) && !id.startsWith('purpose.reading.'));
    assert.deepEqual(missing, []);
  });

  it('leaves the file as it was written', async () => {
    const text = '\uFEFF# Choir\r\n\r\n> We sing 🎶 for the ward.\r\n';
    const uri = await writeFile('untouched/choir.purpose.md', text);
    const { document } = await openDocument(text, 'untouched/choir.purpose.md');
    assert.equal(document.uri.toString(), uri.toString());
    assert.equal(document.getText(), text.slice(1));
    assert.equal(document.isDirty, false);
  });
});
