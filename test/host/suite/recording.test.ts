import assert from 'node:assert/strict';
import {
  ConfigurationTarget,
  extensions,
  Range,
  type TextEditor,
  Uri,
  WorkspaceEdit,
  workspace,
} from 'vscode';
import { openDocument, ourExtension, readFile } from './support/documents';
import { eventually, tick } from './support/events';
import { onlyIn } from './support/options';

const OLD = 'We mend bicycles for anybody in Leith.';
const NEW = 'We mend bicycles with children in Leith.';

/** The records beside a purpose file, oldest first, as text. */
async function recordsOf(uri: Uri): Promise<string[]> {
  const folder = Uri.joinPath(uri, '..', '.purpose', uri.path.replace(/^.*\/|\.purpose\.md$/g, ''));
  const entries = await workspace.fs.readDirectory(folder).then(
    (found) => found.map(([name]) => name).filter((name) => name.endsWith('.md')),
    () => [],
  );
  // A record that is merged into a newer one can disappear between listing and reading.
  const texts = entries.sort().map((name) => readFile(Uri.joinPath(folder, name)).catch(() => undefined));
  const timeOf = (text: string) => /^time: (.*)$/m.exec(text)?.[1] ?? '';
  return (await Promise.all(texts))
    .filter((text) => text !== undefined)
    .sort((a, b) => (timeOf(a) < timeOf(b) ? -1 : 1));
}

async function records(uri: Uri, isRight: (found: readonly string[]) => boolean): Promise<string[]> {
  let last: string[] = [];
  return eventually(
    'the records that the case waits for',
    [tick],
    async () => {
      last = await recordsOf(uri);
      return isRight(last) ? last : undefined;
    },
    () => last.join('\n'),
  );
}

async function rewrite({ document }: TextEditor, from: string, to: string): Promise<void> {
  const at = document.getText().indexOf(from);
  const edit = new WorkspaceEdit();
  edit.replace(document.uri, new Range(document.positionAt(at), document.positionAt(at + from.length)), to);
  await workspace.applyEdit(edit);
  assert.ok(await document.save());
}

describe('recording', () => {
  // A save before the extension is loaded is not observed.
  before(async () => {
    await ourExtension().activate();
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
    const [, sitting = ''] = await records(
      uri,
      (all) => all.some((text) => text.includes('parents')) && all.length === 2,
    );
    assert.match(sitting, /^since: /m);
    assert.match(sitting, new RegExp(`^Before that, at .*:\\n\\n> ${NEW}$`, 'm'));
  });

  it('does nothing where the setting says so', async () => {
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
      const git = extensions.getExtension<GitExtension>('vscode.git');
      assert.ok(git, 'The built-in git extension is not there.');
      const { uri, editor } = await openDocument(`# Bikes\n\n> ${OLD}\n\nMore.\n`);
      const repository = await (await git.activate()).getAPI(1).init(Uri.joinPath(uri, '..'));
      assert.ok(repository, 'Git makes no repository here.');
      await repository.setConfig('user.name', 'Ada Birch');
      await repository.setConfig('user.email', 'ada@example.org');
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
});

/** The part of the API of the built-in git extension that the case uses. */
interface GitExtension {
  getAPI(version: 1): {
    init(root: Uri): Promise<{
      setConfig(key: string, value: string): Promise<unknown>;
      add(paths: string[]): Promise<void>;
      commit(message: string): Promise<void>;
    } | null>;
  };
}
