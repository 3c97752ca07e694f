import assert from 'node:assert/strict';
import { commands, type DocumentLink, type Location, Uri, WorkspaceEdit, workspace } from 'vscode';
import { openDocument, readFile, workspaceRoot, writeFile } from './support/documents';
import { eventually, tick, waitForDiagnostics } from './support/events';

const README = '# Crew\n\n<!-- purpose:begin crews/crew.purpose.md -->\n> We mend.\n<!-- purpose:end -->\n';

/** The text of a file, from the editor if it is open, else from disk. */
async function textOf(name: string): Promise<string> {
  const uri = Uri.joinPath(workspaceRoot(), name);
  const open = workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
  return open?.getText() ?? readFile(uri).catch(() => '');
}

async function rename(from: string, to: string): Promise<void> {
  const edit = new WorkspaceEdit();
  edit.renameFile(Uri.joinPath(workspaceRoot(), from), Uri.joinPath(workspaceRoot(), to));
  await workspace.applyEdit(edit);
}

describe('references to purpose files', () => {
  it('are links, and lead to the file', async () => {
    await writeFile('linked/guild.purpose.md', 'We mend.\n');
    const { document, uri } = await openDocument(
      '---\nserves: ../guild.purpose.md\n---\nWe mend.\n',
      'linked/crews/crew.purpose.md',
    );
    const at = document.positionAt(document.getText().indexOf('guild'));
    // Findings in the file show that our features are active.
    await waitForDiagnostics(uri);
    const [location]: Location[] = await commands.executeCommand('vscode.executeDefinitionProvider', uri, at);
    assert.match(location?.uri.path ?? '', /linked\/guild\.purpose\.md$/);
    const links: DocumentLink[] = await commands.executeCommand('vscode.executeLinkProvider', uri);
    assert.ok(links.some(({ target }) => target?.path.endsWith('linked/guild.purpose.md')));
    const readme = await openDocument(README, 'linked/README.md');
    const copies: DocumentLink[] = await commands.executeCommand('vscode.executeLinkProvider', readme.uri);
    assert.ok(copies.some(({ target }) => target?.path.endsWith('linked/crews/crew.purpose.md')));
  });

  it('follow a rename, in `serves:` and in the markers of copies', async () => {
    await writeFile('moving/README.md', README);
    await writeFile('moving/guild.purpose.md', 'We care.\n');
    await openDocument(
      '---\nserves: ../guild.purpose.md # ours\n---\nWe mend.\n',
      'moving/crews/crew.purpose.md',
    );
    await rename('moving/guild.purpose.md', 'moving/guilds/union.purpose.md');
    await eventually(
      'serves: follows',
      [tick],
      async () =>
        (await textOf('moving/crews/crew.purpose.md')).includes(
          'serves: ../guilds/union.purpose.md # ours',
        ) || undefined,
    );
    await workspace.saveAll();
    await rename('moving/crews/crew.purpose.md', 'moving/crew two.purpose.md');
    await eventually(
      'the file that moved follows',
      [tick],
      async () =>
        (await textOf('moving/crew two.purpose.md')).includes('serves: guilds/union.purpose.md') || undefined,
    );
    await eventually(
      'the marker follows',
      [tick],
      async () =>
        (await textOf('moving/README.md')).includes('purpose:begin "crew two.purpose.md"') || undefined,
    );
    await workspace.saveAll();
  });
});
