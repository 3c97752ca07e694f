import assert from 'node:assert/strict';
import {
  ConfigurationTarget,
  commands,
  languages,
  Range,
  TextEdit,
  Uri,
  WorkspaceEdit,
  window,
  workspace,
} from 'vscode';
import { openDocument, ourExtension, revert } from './support/documents';
import { eventually, waitForDiagnostics } from './support/events';
import { gitOf } from './support/git';
import { onlyIn } from './support/options';
import { records, recordsOf, replace, rewrite } from './support/records';

const OLD = 'We mend bicycles for anybody in Leith.';
const NEW = 'We mend bicycles with children in Leith.';

describe('recording', () => {
  // A save before the extension is loaded is not observed: it loads with the first purpose file, and lints that.
  before(async () => {
    await ourExtension().activate();
    const { uri } = await openDocument('> We help many people.\n');
    await waitForDiagnostics(uri);
  });

  it('keeps the wording that it found and each saved one, several saves in one record', async () => {
    const { uri, editor } = await openDocument(`# Bikes\n\n> ${OLD}\n`);
    await rewrite(editor, OLD, NEW);
    const [found = '', first = ''] = await records(uri, (all) => all.length === 2);
    assert.match(found, /^found: file$/m);
    assert.match(found, /^author: ""$/m);
    assert.match(found, new RegExp(`^> ${OLD}$`, 'm'));
    assert.match(first, /^type: refine$/m);
    assert.match(first, new RegExp(`^> ${NEW}$`, 'm'));
    await rewrite(editor, '# Bikes', '# Bicycles');
    await rewrite(editor, NEW, `${NEW} And with their parents.`);
    const [, session = ''] = await records(
      uri,
      (all) => all.some((text) => text.includes('parents')) && all.length === 2,
    );
    assert.match(session, /^since: /m);
    assert.match(session, new RegExp(`^Before that, at .*:\\n\\n> ${NEW}$`, 'm'));
  });

  it('exports its story into a new document and writes nothing', async () => {
    const { uri, editor } = await openDocument(`# Bikes\n\n> ${OLD}\n`);
    await rewrite(editor, OLD, NEW);
    const before = await records(uri, (all) => all.length === 2);
    await commands.executeCommand('purpose.exportStory', uri);
    const story = window.activeTextEditor?.document;
    assert.equal(story?.isUntitled, true);
    assert.equal(story?.languageId, 'markdown');
    const text = story?.getText() ?? '';
    for (const wording of [OLD, NEW]) assert.ok(text.includes(wording), text);
    assert.deepEqual(await recordsOf(uri), before);
    await revert();
  });

  it('does nothing if the setting says so', async () => {
    const { uri, editor } = await openDocument(`> ${OLD}\n`);
    const settings = workspace.getConfiguration('purpose');
    await settings.update('history.record', false, ConfigurationTarget.Global);
    try {
      await rewrite(editor, OLD, NEW);
    } finally {
      await settings.update('history.record', undefined, ConfigurationTarget.Global);
    }
    await rewrite(editor, NEW, `${NEW} Come by.`);
    // The text on disk when recording was turned on is the first record, without an author.
    const [first = '', second = ''] = await records(uri, (found) => found.length === 2);
    assert.match(first, /^found: file$/m);
    assert.match(first, new RegExp(`^> ${NEW}$`, 'm'));
    assert.match(second, /Come by/);
  });

  it('moves the records when the file is renamed', async () => {
    const { uri, editor } = await openDocument(`> ${OLD}\n`);
    await rewrite(editor, OLD, NEW);
    await records(uri, (found) => found.length === 2);
    const other = uri.with({ path: uri.path.replace('team.', 'crew.') });
    const edit = new WorkspaceEdit();
    edit.renameFile(uri, other);
    await workspace.applyEdit(edit);
    await records(other, (found) => found.length === 2);
    assert.deepEqual(await recordsOf(uri), []);
    const back = new WorkspaceEdit();
    back.renameFile(other, uri);
    await workspace.applyEdit(back);
    await records(uri, (found) => found.length === 2);
    assert.deepEqual(await recordsOf(other), []);
  });

  onlyIn(
    'node',
    'records the committed wording first, in the name and at the time that git knows',
    async () => {
      const { uri, editor } = await openDocument(`# Bikes\n\n> ${OLD}\n\nMore.\n`);
      const repository = await gitOf(Uri.joinPath(uri, '..'));
      await repository.add([uri.fsPath]);
      await repository.commit('Begin');
      // The committed wording is not recorded again: otherwise it would be the first record.
      await rewrite(editor, 'More.', 'Much more.');
      await rewrite(editor, OLD, NEW);
      const [first = '', second = ''] = await records(uri, (found) => found.length === 2);
      assert.match(first, /^found: commit$/m);
      assert.match(first, /^author: Ada Birch$/m);
      assert.match(first, new RegExp(`^> ${OLD}$`, 'm'));
      assert.match(second, /^author: Ada Birch$/m);
      assert.match(second, /^change: reword$/m);
      assert.match(second, new RegExp(`^> ${NEW}$`, 'm'));
    },
  );

  it('keeps nothing of an edit that was taken back with Revert File', async () => {
    const { uri, editor } = await openDocument(`> ${OLD}\n`);
    await replace(editor, OLD, 'We sell bicycles.');
    await revert();
    assert.equal(editor.document.isDirty, false);
    await rewrite(editor, OLD, NEW);
    const found = await records(uri, (all) => all.length === 2);
    assert.ok(!found.join().includes('sell'), found.join('\n'));
  });

  it('keeps the wording that was saved and then undone', async () => {
    const { uri, editor } = await openDocument(`> ${OLD}\n`);
    await rewrite(editor, OLD, NEW);
    await records(uri, (all) => all.length === 2);
    await commands.executeCommand('undo');
    assert.equal(editor.document.getText(), `> ${OLD}\n`);
    assert.ok(await editor.document.save());
    // The record that the edit session replaces is deleted last.
    const [, session = ''] = await records(
      uri,
      (all) => all.some((text) => /^Before that/m.test(text)) && all.length === 2,
    );
    assert.match(session, new RegExp(`^> ${OLD}$[^]*^Before that, at .*:\\n\\n> ${NEW}$`, 'm'));
  });

  it('keeps the wording that a formatter made of it on save, not the one before it was formatted', async () => {
    const { uri, editor } = await openDocument(`> ${OLD}\n`);
    const settings = workspace.getConfiguration('editor', { uri, languageId: 'markdown' });
    const formatter = languages.registerDocumentFormattingEditProvider(
      { language: 'markdown', pattern: '**/*.purpose.md' },
      {
        provideDocumentFormattingEdits(document) {
          const at = document.getText().indexOf('kids');
          if (at < 0) return [];
          const range = new Range(document.positionAt(at), document.positionAt(at + 'kids'.length));
          return [TextEdit.replace(range, 'children')];
        },
      },
    );
    try {
      await settings.update('formatOnSave', true, ConfigurationTarget.Global, true);
      await rewrite(editor, OLD, NEW.replace('children', 'kids'));
      assert.equal(editor.document.getText(), `> ${NEW}\n`);
      const found = await records(uri, (all) => all.length === 2);
      assert.match(found[1] ?? '', new RegExp(`^> ${NEW}$`, 'm'));
      assert.ok(!found.join().includes('kids'), found.join('\n'));
    } finally {
      formatter.dispose();
      await settings.update('formatOnSave', undefined, ConfigurationTarget.Global, true);
    }
  });

  it('keeps a wording that another program wrote into the open file, for nobody', async () => {
    const { uri, editor } = await openDocument(`> ${OLD}\n`);
    await rewrite(editor, OLD, NEW);
    await records(uri, (all) => all.length === 2);
    const other = 'We mend prams for anybody in Leith.';
    await workspace.fs.writeFile(uri, new TextEncoder().encode(`> ${other}\n`));
    await eventually(
      'the text of the other program in the editor',
      [workspace.onDidChangeTextDocument],
      () => (editor.document.getText().includes(other) ? true : undefined),
    );
    await rewrite(editor, other, `${other} Come by.`);
    const found = await records(uri, (all) => all.some((text) => text.includes('Come by')));
    const foreign = found.find(
      (text) => new RegExp(`^> ${other}$`, 'm').test(text) && /^found: file$/m.test(text),
    );
    assert.match(foreign ?? '', /^author: ""$/m, found.join('\n'));
    assert.ok(found.some((text) => text.includes(NEW)));
  });

  onlyIn('node', 'keeps the wording that a checkout put under the open editor', async () => {
    const { uri, editor } = await openDocument(`> ${OLD}\n`);
    const repository = await gitOf(Uri.joinPath(uri, '..'));
    await repository.add([uri.fsPath]);
    await repository.commit('Begin');
    await repository.createBranch('other', true);
    await rewrite(editor, OLD, NEW);
    await records(uri, (all) => all.length === 2);
    await repository.add([uri.fsPath]);
    await repository.commit('Name the children');
    await repository.checkout('HEAD~1');
    await eventually('the older text in the editor', [workspace.onDidChangeTextDocument], () =>
      editor.document.getText() === `> ${OLD}\n` ? true : undefined,
    );
    const later = 'We mend bicycles at night.';
    await rewrite(editor, OLD, later);
    const found = await records(uri, (all) => all.some((text) => text.includes(later)));
    for (const wording of [OLD, NEW, later])
      assert.ok(
        found.some((text) => text.includes(`> ${wording}`)),
        `${wording} is not in ${found.join('\n')}`,
      );
  });
});
