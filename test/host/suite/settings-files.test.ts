import assert from 'node:assert/strict';
import { commands, type Diagnostic, languages, Uri, window, workspace } from 'vscode';
import { openDocument, readFile, workspaceRoot, writeFile } from './support/documents';
import { hasRule, isOf, waitForDiagnostics } from './support/events';

describe('settings files', () => {
  it('are marked where they are wrong, also while they are closed', async () => {
    const uri = await writeFile('wrong/.purposerc.yml', 'rules:\n  hegde: off\n');
    await openDocument('We sing.\n', 'wrong/choir.purpose.md');
    const [closed] = await waitForDiagnostics(uri);
    assert.equal(closed?.range.start.line, 1);
    assert.match(closed?.message ?? '', /did you mean `hedge`/);
    const { editor } = await openDocument('rules:\n  hegde: off\n', 'wrong/.purposerc.yml');
    await editor.edit((edit) => edit.replace(editor.document.lineAt(1).range, '  hedge: off'));
    await waitForDiagnostics(uri, (all) => all.length === 0);
    await editor.document.save();
  });

  it('are opened, and begun with comments alone if there is none', async () => {
    const { uri } = await openDocument('We teach many songs.\n');
    const made = Uri.joinPath(workspaceRoot(), '.purposerc.yml');
    try {
      await commands.executeCommand('purpose.openSettingsFile');
      assert.equal(window.activeTextEditor?.document.uri.toString(), made.toString());
      assert.match(await readFile(made), /^# Settings of Purpose/);
      await waitForDiagnostics(uri, (all) => all.length > 0);
      assert.deepEqual(languages.getDiagnostics(made), []);
    } finally {
      await workspace.fs.delete(made);
    }
    await writeFile('mine/.purposerc.json', '{ "accept": ["many"] }\n');
    await openDocument('We teach many songs.\n', 'mine/choir.purpose.md');
    await commands.executeCommand('purpose.openSettingsFile');
    assert.match(window.activeTextEditor?.document.uri.path ?? '', /mine\/\.purposerc\.json$/);
  });

  it('in front matter are marked at their line', async () => {
    const { uri } = await openDocument('---\nlint:\n  hegde: off\n---\nWe sing.\n');
    const isOurs = isOf('front-matter');
    const found = (await waitForDiagnostics(uri, hasRule('front-matter'))).find(isOurs);
    assert.equal(found?.range.start.line, 2);
  });
});

describe('Lint All', () => {
  it('lints closed files, follows them on the disk, and leaves open ones to themselves', async () => {
    const closed = await writeFile('all/closed.purpose.md', 'We teach many songs.\n');
    const { uri } = await openDocument('We teach several songs.\n', 'all/open.purpose.md');
    const text = (all: readonly Diagnostic[]) => all.map(({ message }) => message).join();
    await waitForDiagnostics(uri, (all) => text(all).includes('several'));
    const before = languages.getDiagnostics(uri).length;
    await commands.executeCommand('purpose.lintAll');
    await waitForDiagnostics(closed, (all) => text(all).includes('many'));
    assert.equal(languages.getDiagnostics(uri).length, before);
    await writeFile('all/closed.purpose.md', 'We teach various songs.\n');
    await waitForDiagnostics(closed, (all) => text(all).includes('various'));
    await workspace.fs.delete(closed);
    await waitForDiagnostics(closed, (all) => all.length === 0);
  });

  it('reports care findings of closed files, until they are fixed', async () => {
    const text =
      '---\nreview: 2020-01-01\nserves: guild.purpose.md\n---\n\nWe mend bicycles with teenagers.\n';
    const closed = await writeFile('all-care/team.purpose.md', text);
    const ids = (all: readonly Diagnostic[]) =>
      all
        .map(({ code }) => (typeof code === 'object' ? String(code.value) : ''))
        .filter((id) => !/^missing/.test(id));
    const before = 'broken-link,review-overdue';
    await commands.executeCommand('purpose.lintAll');
    await waitForDiagnostics(closed, (all) => ids(all).sort().join() === before);
    await writeFile('all-care/guild.purpose.md', 'We bring workshops together.\n');
    await waitForDiagnostics(closed, (all) => ids(all).join() === 'review-overdue');
    await workspace.fs.delete(closed);
    await waitForDiagnostics(closed, (all) => all.length === 0);
  });
});
