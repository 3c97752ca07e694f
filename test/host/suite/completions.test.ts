import assert from 'node:assert/strict';
import { type CompletionItem, type CompletionList, commands, SnippetString } from 'vscode';
import { openDocument, writeFile } from './support/documents';
import { eventually, tick } from './support/events';

/** The completions at the bar in a file of this name, once they include what the case expects. */
async function offered(
  text: string,
  name?: string,
  isRight: (items: readonly CompletionItem[]) => boolean = (items) => items.length > 0,
): Promise<CompletionItem[]> {
  const at = text.indexOf('|');
  const { document } = await openDocument(text.replace('|', ''), name);
  return eventually('something is offered', [tick], async () => {
    const list: CompletionList = await commands.executeCommand(
      'vscode.executeCompletionItemProvider',
      document.uri,
      document.positionAt(at),
    );
    return isRight(list.items) ? list.items : undefined;
  });
}

function labels(items: readonly CompletionItem[]): string[] {
  return items.map(({ label }) => (typeof label === 'string' ? label : label.label));
}

describe('completions', () => {
  it('offer templates and sections after a slash', async () => {
    const items = await offered('# Choir\n\n/|\n');
    const section = items.find((item) => labels([item])[0] === '## Who it serves');
    assert.ok(section?.insertText instanceof SnippetString);
    const template = items.find(({ filterText }) => filterText?.startsWith('/team '));
    assert.ok(template?.insertText instanceof SnippetString);
    assert.match(template.insertText.value, /^# \$\{1:/);
    const range = template.range as { start: { character: number } };
    assert.equal(range.start.character, 0);
  });

  it('offer keys and values of front matter', async () => {
    assert.ok(labels(await offered('---\nki|\n---\nWe sing.\n')).includes('kind'));
    assert.ok(labels(await offered('---\nstatus: |\n---\nWe sing.\n')).includes('trying'));
    assert.ok(labels(await offered('---\nlint:\n  rules:\n    hedge: |\n---\n')).includes('warning'));
  });

  it('offer the purpose files of the workspace after `serves:`', async () => {
    await writeFile('completing/guild.purpose.md', 'We care for the guild.\n');
    // The editor reports a new file a moment after it exists.
    const items = await offered(
      '---\nserves: |\n---\nWe sing.\n',
      'completing/crews/crew.purpose.md',
      (given) => labels(given).includes('../guild.purpose.md'),
    );
    assert.ok(!labels(items).includes('crew.purpose.md'));
  });

  it('offer verbs and rules in comments', async () => {
    assert.ok(labels(await offered('<!-- purpose |\n')).includes('ignore'));
    const rules = labels(await offered('<!-- purpose ignore hedge |-->\n'));
    assert.ok(rules.includes('absolute') && !rules.includes('hedge'));
  });

  it('offer rules and levels in a settings file', async () => {
    assert.ok(labels(await offered('rules:\n  he|\n', 'completing/.purposerc.yml')).includes('hedge'));
    assert.ok(
      labels(await offered('rules:\n  hedge: |\n', 'completing/levels/.purposerc.yml')).includes('off'),
    );
  });
});
