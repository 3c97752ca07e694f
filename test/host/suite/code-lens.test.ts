import assert from 'node:assert/strict';
import { type CodeLens, ConfigurationTarget, commands, type Uri, workspace } from 'vscode';
import { openDocument, revert } from './support/documents';
import { eventually, tick } from './support/events';
import { acceptUntil } from './support/quick-input';

async function lensesOf(uri: Uri): Promise<CodeLens[]> {
  return commands.executeCommand('vscode.executeCodeLensProvider', uri);
}

describe('the line above the statement', () => {
  it('has its figures', async () => {
    const { uri } = await openDocument(
      '# Choir\n\nHello.\n\n## Purpose\n\nWe teach many songs to children.\n',
    );
    const lens = await eventually('a lens', [tick], async () => (await lensesOf(uri))[0]);
    assert.equal(lens?.range.start.line, 6);
    assert.match(lens?.command?.title ?? '', /^Reading grade -?[\d.]+ · 6 words$/);
    assert.equal(lens?.command?.command, 'purpose.showHistory');
    const vague = (await lensesOf(uri)).find(({ command }) => command?.title === '1 vague');
    assert.equal(vague?.command?.command, 'workbench.actions.view.problems');
    const note = (await lensesOf(uri)).find(({ command }) => command?.title === 'Note the fit');
    assert.equal(String(note?.command?.arguments?.[0]), uri.toString());
  });

  it('shows when it was last refined', async () => {
    const { document, uri, editor } = await openDocument('We teach songs to children.\n');
    await editor.edit((edit) => edit.insert(document.positionAt(9), 'old '));
    await document.save();
    await eventually(
      'when it was refined',
      [tick],
      async () =>
        (await lensesOf(uri)).some(({ command }) => /^Refined /.test(command?.title ?? '')) || undefined,
    );
  });

  it('shows only the length of a statement in another language', async () => {
    const { uri } = await openDocument(
      '---\nlang: de\n---\nWir lehren die Kinder in Leith viele alte und neue Lieder.\n',
    );
    const lens = await eventually('a lens', [tick], async () => (await lensesOf(uri))[0]);
    assert.equal(lens?.command?.title, '11 words');
  });

  it('offers two ways to begin in an empty file, and writes there', async () => {
    const { uri, document } = await openDocument('');
    const begin = await eventually('two lenses', [tick], async () => {
      const lenses = await lensesOf(uri);
      return lenses.length === 2 ? lenses : undefined;
    });
    assert.deepEqual(
      begin.map(({ command }) => [command?.title, command?.command, String(command?.arguments?.[0])]),
      [
        ['Find Your Purpose…', 'purpose.find', uri.toString()],
        ['Start from a Template…', 'purpose.newFromTemplate', uri.toString()],
      ],
    );
    await acceptUntil('a text', 'purpose.newFromTemplate', [uri], () =>
      document.getText().includes('{{') ? true : undefined,
    );
    await revert();
  });

  it('is absent without a statement, in other Markdown, or if turned off', async () => {
    assert.deepEqual(await lensesOf((await openDocument('# Choir\n')).uri), []);
    assert.deepEqual(await lensesOf((await openDocument('# Choir\n\n> …\n')).uri), []);
    assert.deepEqual(await lensesOf((await openDocument('We sing.\n', 'plain/lens.md')).uri), []);
    const { uri } = await openDocument('We teach songs.\n');
    const settings = workspace.getConfiguration('purpose', uri);
    await settings.update('codeLens', false, ConfigurationTarget.Global);
    try {
      await eventually('no lens', [tick], async () => (await lensesOf(uri)).length === 0 || undefined);
    } finally {
      await settings.update('codeLens', undefined, ConfigurationTarget.Global);
    }
  });
});
