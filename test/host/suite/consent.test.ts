import assert from 'node:assert/strict';
import { commands, workspace } from 'vscode';
import { openDocument, readFile } from './support/documents';
import { acceptUntil } from './support/quick-input';
import { recordsOf } from './support/records';

const STATEMENT = '# Bakery\n\n> We bake bread for sailors so that they eat well at sea.\n';
const VOICES = '\n## Voices\n\n- Ana: We bake bread.\n\n- Bo: Bread for sailors.\n';

describe('a consent round', () => {
  it('asks the voices of the file, takes an answer, ratifies and records', async () => {
    const { uri, document } = await openDocument(STATEMENT + VOICES);
    const asked = await acceptUntil(
      'the lines of those who are asked',
      'purpose.askForConsent',
      [uri],
      () => (document.getText().includes('- Bo:\n') && !document.isDirty ? document.getText() : undefined),
      [workspace.onDidSaveTextDocument],
    );
    assert.ok(asked.startsWith(STATEMENT + VOICES.trimEnd()), asked);
    assert.match(
      asked,
      /## Consent\n\nAsked on \d{4}-\d{2}-\d{2}: “We bake bread … well at sea”, 12 words, [0-9a-f]{8}\.\n\n- Ana:\n/,
    );

    await acceptUntil(
      'Ana’s answer',
      'purpose.answer',
      [uri],
      () => (document.getText().includes('- Ana: agree\n') && !document.isDirty ? true : undefined),
      [workspace.onDidSaveTextDocument],
    );

    const record = await acceptUntil('the record', 'purpose.ratify', [uri], async () => {
      const found = await recordsOf(uri);
      return found.find((text) => /^type: ratify$/m.test(text));
    });
    assert.match(record, /^type: ratify$/m);
    assert.match(record, /^- Ana: agree$/m);
    const saved = await readFile(uri);
    assert.match(
      saved,
      /^---\nstatus: ratified\nratified: \d{4}-\d{2}-\d{2} by 1 of \d until \d{4}-\d{2}\n---\n/,
    );
  });

  it('writes nothing when it is left', async () => {
    const { uri, document } = await openDocument(`${STATEMENT}${VOICES}\n## Consent\n\n- Ana: agree\n`);
    const before = document.getText();
    for (const command of ['purpose.askForConsent', 'purpose.answer', 'purpose.ratify']) {
      const done = commands.executeCommand(command, uri);
      let over = false;
      void done.then(() => {
        over = true;
      });
      while (!over) await commands.executeCommand('workbench.action.closeQuickOpen');
      assert.equal(document.getText(), before, command);
    }
  });
});
