import assert from 'node:assert/strict';
import { type CodeLens, commands, type Hover, languages, Uri, WorkspaceEdit, workspace } from 'vscode';
import { openDocument, readFile, writeFile } from './support/documents';
import { eventually, tick, waitForDiagnostics } from './support/events';
import { onlyIn } from './support/options';
import { acceptUntil } from './support/quick-input';

const MISSION = '# Bakers\n\nThe oven is old.\n\n## Mission\n\nWe bake for many crews.\n';
const MARKED = MISSION.replace('We bake', '<!-- purpose:statement -->\nWe bake');
const SETTINGS = '# Ours.\naccept: [crews]\n';

async function lensesOf(uri: Uri): Promise<readonly (string | undefined)[]> {
  const lenses = await commands.executeCommand<CodeLens[]>('vscode.executeCodeLensProvider', uri);
  return lenses.map(({ command }) => command?.title);
}

/** Whether the editor shows anything from Purpose in a file. */
async function showsSomething(uri: Uri, line: number): Promise<boolean> {
  const hovers = await commands.executeCommand<Hover[]>('vscode.executeHoverProvider', uri, {
    line,
    character: 14,
  });
  const marks = languages.getDiagnostics(uri).filter(({ source }) => source === 'purpose');
  return hovers.length + marks.length + (await lensesOf(uri)).length > 0;
}

describe('a file of another name', () => {
  it('is left alone until it is adopted, and cared for like any purpose file from then on', async () => {
    // Shows that the extension is active, so that the silence below is due to the file not being adopted.
    await waitForDiagnostics((await openDocument('We sing many songs.\n')).uri);
    const settings = await writeFile('adopt/.purposerc.yml', SETTINGS);
    const { uri, document } = await openDocument(MISSION, 'adopt/MISSION.md');
    assert.equal(await showsSomething(uri, 6), false);

    await acceptUntil('the settings that name it', 'purpose.adoptFile', [uri], async () =>
      (await readFile(settings)).includes('MISSION.md') ? true : undefined,
    );
    assert.equal(await readFile(settings), `${SETTINGS}files:\n  - MISSION.md\n`);
    assert.equal(document.getText(), MARKED);
    await waitForDiagnostics(uri, (found) => found.some(({ message }) => message.includes('many')));
    await eventually(
      'the line above',
      [tick],
      async () => (await lensesOf(uri)).includes('Note the fit') || undefined,
    );

    // No longer adopted, it is an ordinary Markdown file.
    await writeFile('adopt/.purposerc.yml', SETTINGS);
    await eventually('quiet', [tick], async () => !(await showsSomething(uri, 7)) || undefined);
  });

  onlyIn('node', 'stays adopted, like another one in its folder, when that is renamed', async () => {
    const settings = await writeFile(
      'adopt-folder/.purposerc.yml',
      'files: [docs/MISSION.md, docs/VISION.md]\n',
    );
    for (const name of ['MISSION.md', 'VISION.md']) {
      const { uri } = await openDocument(MARKED, `adopt-folder/docs/${name}`);
      await waitForDiagnostics(uri);
    }
    const folder = Uri.joinPath(settings, '..');
    const edit = new WorkspaceEdit();
    edit.renameFile(Uri.joinPath(folder, 'docs'), Uri.joinPath(folder, 'handbook'));
    assert.ok(await workspace.applyEdit(edit));
    await eventually('both under the new name', [tick], async () =>
      (await readFile(settings)) === 'files: [handbook/MISSION.md, handbook/VISION.md]\n' ? true : undefined,
    );
  });

  onlyIn('node', 'has its changes recorded under its whole name', async () => {
    await writeFile('adopt-record/.purposerc.json', '{ "files": ["VISION.md"] }\n');
    const { uri, document, editor } = await openDocument(MARKED, 'adopt-record/VISION.md');
    await waitForDiagnostics(uri);
    await editor.edit((edit) => edit.insert(document.positionAt(MARKED.indexOf('many')), 'the '));
    await document.save();
    await eventually('a record', [tick], async () => {
      const found = await workspace.findFiles('adopt-record/.purpose/VISION.md/*-start-*.md');
      return found.length > 0 || undefined;
    });
  });
});
