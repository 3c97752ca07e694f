import assert from 'node:assert/strict';
import { type CodeAction, type Diagnostic, DiagnosticSeverity, type Uri, workspace } from 'vscode';
import { codeActions } from './support/code-actions';
import { openDocument, revert, writeFile } from './support/documents';
import { isOf, waitForDiagnostics } from './support/events';

async function actionsOn(uri: Uri, found: Diagnostic | undefined): Promise<CodeAction[]> {
  assert.ok(found);
  return codeActions(uri, found.range, 'quickfix');
}

const record = (time: string) =>
  `---\nversion: 1\nid: a1b2\ntime: ${time}\nauthor: Zoë\ntype: reaffirm\n---\n\n> We mend bicycles with teenagers.\n\nIt holds.\n`;

describe('the care of a purpose', () => {
  it('reports an overdue review in place, until it is reaffirmed', async () => {
    const text = '---\nreview: 2020-01-01\n---\n\nWe mend bicycles with teenagers.\n';
    const { document, uri } = await openDocument(text, 'review/team.purpose.md');
    const found = await waitForDiagnostics(uri, (all) => all.some(isOf('review-overdue')));
    const late = found.find(isOf('review-overdue'));
    assert.equal(late && document.getText(late.range), '2020-01-01');
    assert.equal(late?.severity, DiagnosticSeverity.Warning);
    const titles = (await actionsOn(uri, late)).map(({ title }) => title);
    assert.ok(titles.includes('Reaffirm…') && titles.includes('Note how it fits…'), titles.join(' | '));
    assert.ok(!titles.some((title) => title.startsWith('Ignore')), titles.join(' | '));
    await writeFile(
      'review/.purpose/team/2026-11-22T150412Z-reaffirm-a1b2.md',
      record('2026-11-22T15:04:12Z'),
    );
    await waitForDiagnostics(uri, (all) => !all.some(isOf('review-overdue')));
  });

  it('names the file above by its whole path, with the question behind it', async () => {
    const text = '---\nserves: ../guild.purpose.md\n---\n\nWe mend bicycles with teenagers.\n';
    const { uri } = await openDocument(text, 'above/team.purpose.md');
    const found = await waitForDiagnostics(uri, (all) => all.some(isOf('broken-link')));
    assert.equal(
      found.find(isOf('broken-link'))?.message,
      'There is no purpose file at "../guild.purpose.md". Where is the wider purpose that this one serves?',
    );
  });

  it('reports a link that leads nowhere, until the file exists or the line is deleted', async () => {
    const text = '---\nkind: team\nserves: guild.purpose.md\n---\n\nWe mend bicycles with teenagers.\n';
    const { document, uri } = await openDocument(text, 'serves/team.purpose.md');
    const found = await waitForDiagnostics(uri, (all) => all.some(isOf('broken-link')));
    const actions = await actionsOn(uri, found.find(isOf('broken-link')));
    const edit = actions.find(({ title }) => title === 'Remove this line')?.edit;
    assert.ok(edit && (await workspace.applyEdit(edit)));
    assert.match(document.getText(), /^---\nkind: team\n---\n/);
    await waitForDiagnostics(uri, (all) => !all.some(isOf('broken-link')));
    await revert();
    await waitForDiagnostics(uri, (all) => all.some(isOf('broken-link')));
    await writeFile('serves/guild.purpose.md', 'We bring workshops together.\n');
    await waitForDiagnostics(uri, (all) => !all.some(isOf('broken-link')));
  });

  it('names a round in each file of it', async () => {
    await writeFile('round/b.purpose.md', '---\nserves: a.purpose.md\n---\n\nWe lend tools.\n');
    const { uri } = await openDocument('---\nserves: b.purpose.md\n---\n\nWe mend.\n', 'round/a.purpose.md');
    const found = await waitForDiagnostics(uri, (all) => all.some(isOf('broken-link')));
    assert.match(found.find(isOf('broken-link'))?.message ?? '', /a → b → a/);
  });

  it('finds a stale copy in a purpose file among its other findings, once', async () => {
    await writeFile('within/guild.purpose.md', 'We bring workshops together.\n');
    const text =
      'We mend bicycles.\n\n<!-- purpose:begin guild.purpose.md -->\n> Old.\n<!-- purpose:end -->\n';
    const { uri } = await openDocument(text, 'within/team.purpose.md');
    await waitForDiagnostics(uri, (all) => all.filter(isOf('stale-copy')).length === 1);
  });
});
