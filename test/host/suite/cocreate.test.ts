import assert from 'node:assert/strict';
import { type CodeLens, commands, Uri, workspace } from 'vscode';
import { openDocument, readFile } from './support/documents';
import { eventually, tick, waitForDiagnostics } from './support/events';

const OPEN = '{{the purpose we adopt}}';
const text = (statement: string) =>
  `# Bakery\n\n## Purpose\n\n> ${statement}\n\n## Candidates\n\n### One\n\n> We bake bread for sailors.\n\n- votes: Ana\n\n### Two\n\n> We teach sailors to bake.\n\n- votes:\n`;

describe('writing together', () => {
  it('shows figures and votes above each candidate', async () => {
    const { uri } = await openDocument(text(OPEN));
    await waitForDiagnostics(uri);
    const titles = await eventually('the lines above the candidates', [tick], async () => {
      const lenses = await commands.executeCommand<CodeLens[]>('vscode.executeCodeLensProvider', uri, 20);
      const found = lenses.flatMap(({ command }) => command?.title ?? []);
      return found.includes('Adopt') ? found : undefined;
    });
    assert.ok(
      titles.some((title) => /5 words · 0 vague · 1 vote: Ana$/.test(title)),
      titles.join('\n'),
    );
    assert.equal(titles.filter((title) => title === 'Vote').length, 2);
  });

  it('adopts a candidate as one change, saves and records it', async () => {
    const { uri, document } = await openDocument(text(OPEN));
    await waitForDiagnostics(uri);
    await commands.executeCommand('purpose.adopt', uri, 'We bake bread for sailors.');
    assert.equal(document.getText(), text('We bake bread for sailors.'));
    assert.equal(await readFile(uri), document.getText());
    const folder = Uri.joinPath(uri, '..', '.purpose', 'team');
    const names = (await workspace.fs.readDirectory(folder)).map(([name]) => name);
    const records = await Promise.all(names.map((name) => readFile(Uri.joinPath(folder, name))));
    assert.equal(records.filter((record) => /^type: adopt$/m.test(record)).length, 1, records.join('\n'));
    await commands.executeCommand('undo');
    assert.equal(document.getText(), text(OPEN));
    await document.save();
  });
});
