import assert from 'node:assert/strict';
import { type Diagnostic, Uri, window, workspace } from 'vscode';
import { openDocument, readFile, workspaceRoot, writeFile } from './support/documents';
import { waitForDiagnostics } from './support/events';
import { acceptUntil } from './support/quick-input';
import { records, rewrite } from './support/records';

// From an empty folder: ui/guided.test.ts. From a clone with a MISSION.md: ui/newcomer.test.ts.

const README = '# Repair café\n\nOpen on Saturdays.\n';
const VAGUE = 'We mend lamps with many neighbours in Leith so that they can do it themselves next time.';
const CLEAR = VAGUE.replace('many', '40');

describe('a newcomer in a folder with README only', () => {
  it('gets to a linted, recorded, shared purpose', async () => {
    // The first use loads the extension, which is not under test here.
    await waitForDiagnostics((await openDocument('We help many people.\n')).uri);
    const readme = await writeFile('newcomer/README.md', README);
    const editor = await acceptUntil(
      'the new purpose',
      'purpose.newFromTemplate',
      [Uri.joinPath(workspaceRoot(), 'newcomer')],
      () => {
        const active = window.activeTextEditor;
        return active?.document.uri.path.includes('/newcomer/') && !active.document.isDirty
          ? active
          : undefined;
      },
    );
    const { document } = editor;
    await waitForDiagnostics(document.uri);
    await rewrite(editor, document.getText(), `# Repair café\n\n> ${VAGUE}\n`);
    // The editor shows the finding in the template's text until the new text is linted.
    const isAsked = (words: string) => (found: readonly Diagnostic[]) =>
      found.length === 1 && found.every(({ range }) => document.getText(range) === words);
    await waitForDiagnostics(document.uri, isAsked('many'));
    await rewrite(editor, 'many', '40');
    await records(document.uri, (found) => found.some((text) => text.includes(CLEAR)));

    const shared = await workspace.openTextDocument(readme);
    await acceptUntil('the copy', 'purpose.shareIntoFile', [document.uri], () =>
      shared.getText().includes('purpose:begin') ? true : undefined,
    );
    const name = document.uri.path.replace(/^.*\//, '');
    const copy = `<!-- purpose:begin ${name} -->\n\n> ${CLEAR}\n\n<!-- purpose:end -->\n\n`;
    assert.equal(shared.getText(), README.replace('Open', `${copy}Open`));
    assert.ok(await shared.save());
    assert.equal(await readFile(readme), shared.getText());
  });
});
