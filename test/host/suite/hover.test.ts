import assert from 'node:assert/strict';
import { commands, type Hover, MarkdownString, type Position, type Uri } from 'vscode';
import { openDocument, revert } from './support/documents';
import { waitForDiagnostics } from './support/events';

async function hoverAt(uri: Uri, at: Position): Promise<string> {
  const hovers: Hover[] = await commands.executeCommand('vscode.executeHoverProvider', uri, at);
  return hovers
    .flatMap(({ contents }) => contents)
    .map((one) => (one instanceof MarkdownString ? one.value : String(one)))
    .join('\n');
}

describe('hover', () => {
  it('gives the reason and the question, and applies a replacement', async () => {
    const { document, uri } = await openDocument('We utilize tools to mend bicycles for people in Leith.\n');
    const [mark] = await waitForDiagnostics(uri);
    assert.match(mark?.message ?? '', /to a neighbour/);
    const text = await hoverAt(uri, document.positionAt(5));
    assert.match(text, /understood at once/);
    const [, command = '', args = ''] = /\[“use”\]\(command:([\w.]+)\?(\S+)/.exec(text) ?? [];
    await commands.executeCommand(command, ...JSON.parse(decodeURIComponent(args)));
    assert.match(document.getText(), /^We use tools/);
    await revert();
  });

  it('names the part of the statement', async () => {
    const { document, uri } = await openDocument(
      'We mend bicycles for commuters in Leith so that they get to work on time.\n',
    );
    const at = document.positionAt(document.getText().indexOf('commuters'));
    const text = await hoverAt(uri, at);
    assert.match(text, /\*\*Who\*\*/);
    assert.match(text, /Change/);
    assert.equal(await hoverAt(uri, document.positionAt(document.getText().length)), '');
  });
});
