import assert from 'node:assert/strict';
import { ConfigurationTarget, commands, Selection, Uri, window, workspace } from 'vscode';
import { actionsOn, choose, codeActions } from './support/code-actions';
import { openDocument, readFile, revert, workspaceRoot, writeFile } from './support/documents';
import { eventually, hasRule, tick, waitForDiagnostics } from './support/events';

const TEXT =
  '# Crew\r\n\r\nWe utilize excellent hand tools. We utilize many tools to mend bicycles for people in Leith.\r\n';

describe('the light bulb', () => {
  it('offers fixes first and the rest last', async () => {
    const { document, uri } = await openDocument(TEXT);
    await waitForDiagnostics(uri, hasRule('simplify'));
    const titles = (await actionsOn(document, 'utilize excellent')).map(({ title }) => title);
    assert.deepEqual(titles, [
      'Replace with “use”',
      'Remove “excellent”',
      'Fix all of simplify that are safe to fix',
      'Accept “excellent” in this file',
      'Accept “excellent” in the workspace',
      'Accept “excellent” for me, everywhere',
      'Ignore simplify here…',
      'Ignore vague-degree here…',
      'Turn simplify off in this file',
      'Turn simplify off in the workspace',
      'Turn vague-degree off in this file',
      'Turn vague-degree off in the workspace',
      'Open the page of simplify',
      'Open the page of vague-degree',
    ]);
  });

  it('replaces, removes and fixes all, each with one undo', async () => {
    const { document, uri } = await openDocument(TEXT);
    await waitForDiagnostics(uri, hasRule('simplify'));
    await choose(await actionsOn(document, 'utilize'), 'Replace with “use”');
    assert.match(document.getText(), /We use excellent/);
    await commands.executeCommand('undo');
    assert.equal(document.getText(), TEXT);
    await choose(await actionsOn(document, 'excellent'), 'Remove “excellent”');
    assert.match(document.getText(), /We utilize hand tools\./);
    await choose(await actionsOn(document, 'utilize'), 'Fix all of simplify that are safe to fix');
    assert.match(document.getText(), /We use hand tools\. We use many/);
    await revert();
  });

  it('offers a blank with the question if nothing can be taken out, and the rest after it', async () => {
    const { document, uri } = await openDocument(TEXT);
    await waitForDiagnostics(uri, hasRule('vague-quantity'));
    const [first] = await actionsOn(document, 'many');
    assert.equal(first?.title, 'Leave a blank: {{How many, or which ones?}}');
    await choose(await actionsOn(document, 'many'), first.title);
    assert.match(document.getText(), /We utilize \{\{How many, or which ones\?\}\} tools/);
    await revert();
  });

  it('does safe fixes alone on saving', async () => {
    const { document, uri } = await openDocument(TEXT);
    // Saving waits only a moment for a result, so it must be there before.
    await waitForDiagnostics(uri, hasRule('simplify'));
    const actions = await actionsOn(
      document,
      TEXT.trim().replace('# Crew\r\n\r\n', ''),
      'source.fixAll.purpose',
    );
    assert.deepEqual(
      actions.map(({ kind }) => kind?.value),
      ['source.fixAll.purpose'],
    );
    await choose(actions, 'Fix what is safe to fix');
    assert.equal(document.getText(), TEXT.replaceAll('utilize', 'use'));
    await revert();
  });

  it('accepts a word in the file, and the finding is gone', async () => {
    const { document, uri } = await openDocument(TEXT);
    await waitForDiagnostics(uri, hasRule('vague-quantity'));
    await choose(await actionsOn(document, 'many'), 'Accept “many” in this file');
    assert.match(document.getText(), /^---\r\nlint:\r\n {2}accept:\r\n {4}- many\r\n---\r\n# Crew/);
    await waitForDiagnostics(uri, (all) => !hasRule('vague-quantity')(all));
    await revert();
  });

  it('accepts a word in the workspace, in the settings file that holds there', async () => {
    const settings = await writeFile('accept-here/.purposerc.yml', 'accept:\n  - few # ours\n');
    const { document, uri } = await openDocument(TEXT, 'accept-here/team.purpose.md');
    await waitForDiagnostics(uri, hasRule('vague-quantity'));
    await choose(await actionsOn(document, 'many'), 'Accept “many” in the workspace');
    assert.equal(await readFile(settings), 'accept:\n  - few # ours\n  - many\n');
    await waitForDiagnostics(uri, (all) => !hasRule('vague-quantity')(all));
  });

  it('turns a rule off in the workspace, with a new settings file if there is none', async () => {
    const { document, uri } = await openDocument(TEXT);
    await waitForDiagnostics(uri, hasRule('vague-quantity'));
    const made = Uri.joinPath(workspaceRoot(), '.purposerc.yml');
    try {
      await choose(await actionsOn(document, 'many'), 'Turn vague-quantity off in the workspace');
      assert.equal(await readFile(made), 'rules:\n  vague-quantity: off\n');
      await waitForDiagnostics(uri, (all) => !hasRule('vague-quantity')(all));
    } finally {
      await workspace.fs.delete(made);
    }
    await waitForDiagnostics(uri, hasRule('vague-quantity'));
  });

  it('accepts a word for me', async () => {
    const { document, uri } = await openDocument(TEXT);
    await waitForDiagnostics(uri, hasRule('vague-quantity'));
    try {
      await choose(await actionsOn(document, 'many'), 'Accept “many” for me, everywhere');
      assert.deepEqual(workspace.getConfiguration('purpose').get('accept'), ['many']);
      await waitForDiagnostics(uri, (all) => !hasRule('vague-quantity')(all));
    } finally {
      await workspace.getConfiguration('purpose').update('accept', undefined, ConfigurationTarget.Global);
    }
    await waitForDiagnostics(uri, hasRule('vague-quantity'));
  });

  it('ignores a finding here, for a reason', async () => {
    const { document, uri } = await openDocument('- One.\n- We teach many songs.\n');
    await waitForDiagnostics(uri, hasRule('vague-quantity'));
    await choose(await actionsOn(document, 'many'), 'Ignore vague-quantity here…', 'we mean it');
    assert.match(document.getText(), /songs\. <!-- purpose ignore vague-quantity: we mean it -->\n$/);
    await waitForDiagnostics(uri, (all) => !hasRule('vague-quantity')(all));
    await revert();
  });

  it('opens the page of the rule that came with us, without the web', async () => {
    const { document, uri } = await openDocument(TEXT);
    await waitForDiagnostics(uri, hasRule('vague-quantity'));
    await choose(await actionsOn(document, 'many'), 'Open the page of vague-quantity');
    await eventually(
      'the page is shown',
      [tick],
      () =>
        window.tabGroups.all.some(({ tabs }) =>
          tabs.some(({ label, isActive }) => isActive && label.includes('vague-quantity')),
        ) || undefined,
    );
  });

  const places: readonly (readonly [string, string, string])[] = [
    [
      'below front matter, with CRLF',
      '---\r\nkind: team # ours\r\n---\r\n# C\r\n\r\nWe teach many songs.\r\n',
      '---\r\nkind: team # ours\r\n---\r\n# C\r\n\r\n<!-- purpose ignore vague-quantity: ours -->\r\nWe teach many songs.\r\n',
    ],
    [
      'after a byte-order mark',
      '\uFEFFWe teach many songs.',
      '<!-- purpose ignore vague-quantity: ours -->\nWe teach many songs.',
    ],
    [
      'in a quote',
      '> We teach\n> many songs.\n\nEnd.\n',
      '<!-- purpose ignore vague-quantity: ours -->\n> We teach\n> many songs.\n\nEnd.\n',
    ],
    [
      'in a list within a quote',
      '> - We teach many songs.\n> - More.\n',
      '> - We teach many songs. <!-- purpose ignore vague-quantity: ours -->\n> - More.\n',
    ],
    [
      'in a table',
      'We teach.\n\n| a | b |\n|---|---|\n| many songs | c |\n',
      'We teach.\n\n| a | b |\n|---|---|\n| many songs <!-- purpose ignore vague-quantity: ours --> | c |\n',
    ],
  ];
  for (const [where, text, ignored] of places) {
    it(`keeps the cursor at its word ${where}, and each change is one undo`, async () => {
      const { document, editor, uri } = await openDocument(text);
      const start = document.getText();
      await waitForDiagnostics(uri, hasRule('vague-quantity'));
      const at = document.positionAt(start.indexOf('many') + 2);
      for (const title of [
        'Accept “many” in this file',
        'Turn vague-quantity off in this file',
        'Ignore vague-quantity here…',
      ]) {
        // The cursor is enough, without a selection.
        editor.selection = new Selection(at, at);
        const actions = await codeActions(uri, editor.selection, 'quickfix');
        await choose(actions, title, 'ours');
        if (title.startsWith('Ignore')) assert.equal(document.getText(), ignored);
        const caret = document.offsetAt(editor.selection.active);
        assert.equal(document.getText().slice(caret - 2, caret + 2), 'many', title);
        await waitForDiagnostics(uri, (all) => all.length > 0 && !hasRule('vague-quantity')(all));
        await commands.executeCommand('undo');
        assert.equal(document.getText(), start, title);
        assert.ok(editor.selection.active.isEqual(at), title);
        // While the user types, a new finding at the cursor appears after a pause; elsewhere it appears at once.
        editor.selection = new Selection(document.positionAt(0), document.positionAt(0));
        await waitForDiagnostics(uri, hasRule('vague-quantity'));
      }
      await revert();
    });
  }

  it('offers only the groups that are wanted', async () => {
    const { document, uri } = await openDocument(TEXT);
    await waitForDiagnostics(uri, hasRule('simplify'));
    const editor = workspace.getConfiguration('purpose', uri);
    await editor.update('codeActions.groups', ['page', 'remove'], ConfigurationTarget.Global);
    try {
      const wanted = ['Remove “excellent”', 'Open the page of vague-degree'];
      await eventually('the two groups', [tick], async () => {
        const titles = (await actionsOn(document, 'excellent')).map(({ title }) => title);
        return titles.join() === wanted.join() || undefined;
      });
    } finally {
      await editor.update('codeActions.groups', undefined, ConfigurationTarget.Global);
    }
  });

  it('works on a file that was never saved and is in no folder', async () => {
    const uri = Uri.parse('untitled:/nowhere/new.purpose.md');
    const document = await workspace.openTextDocument(uri);
    const editor = await window.showTextDocument(document);
    await editor.edit((edit) => edit.insert(document.positionAt(0), 'We teach many songs.\n\nMore.\n'));
    await waitForDiagnostics(uri, hasRule('vague-quantity'));
    const titles = (await actionsOn(document, 'many')).map(({ title }) => title);
    assert.ok(titles.includes('Accept “many” in this file'));
    assert.ok(!titles.some((title) => title.includes('in the workspace')), titles.join());
    await revert();
  });

  it('has nothing for a plain Markdown file', async () => {
    const { document } = await openDocument(TEXT, 'plain/notes.md');
    const ours = (await actionsOn(document, 'utilize')).filter(({ title }) => title.startsWith('Replace'));
    assert.deepEqual(ours, []);
  });
});
