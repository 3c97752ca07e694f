import assert from 'node:assert/strict';
import {
  type CodeLens,
  commands,
  type Disposable,
  EventEmitter,
  type FileChangeEvent,
  FileSystemError,
  type FileSystemProvider,
  FileType,
  languages,
  type TextDocument,
  Uri,
  window,
  workspace,
} from 'vscode';
import { actionsOn, choose } from './support/code-actions';
import { openDocument, readFile, revert, workspaceRoot, writeFile } from './support/documents';
import { hasRule, waitForDiagnostics } from './support/events';

const TEXT = '# Choir\n\nWe utilize many songs to teach children in Leith.\n';

async function lensesOf({ uri }: TextDocument): Promise<readonly CodeLens[]> {
  return commands.executeCommand('vscode.executeCodeLensProvider', uri, 10);
}

/** A read-only file, as in a repository that is browsed on the web. */
class FrozenFile implements FileSystemProvider {
  readonly onDidChangeFile = new EventEmitter<FileChangeEvent[]>().event;

  constructor(
    readonly path: string,
    readonly text: string,
  ) {}

  watch(): Disposable {
    return { dispose: () => undefined };
  }

  stat(uri: Uri) {
    const type = uri.path === this.path ? FileType.File : FileType.Directory;
    if (uri.path !== this.path && !this.path.startsWith(`${uri.path.replace(/\/$/, '')}/`))
      throw FileSystemError.FileNotFound(uri);
    return { type, ctime: 1, mtime: 1, size: this.text.length };
  }

  readDirectory(uri: Uri): [string, FileType][] {
    const inside = uri.path.replace(/\/$/, '');
    return this.path.startsWith(`${inside}/`) && !this.path.slice(inside.length + 1).includes('/')
      ? [[this.path.slice(inside.length + 1), FileType.File]]
      : [];
  }

  readFile(uri: Uri): Uint8Array {
    if (uri.path !== this.path) throw FileSystemError.FileNotFound(uri);
    return new TextEncoder().encode(this.text);
  }

  createDirectory(uri: Uri): void {
    throw FileSystemError.NoPermissions(uri);
  }

  writeFile(uri: Uri): void {
    throw FileSystemError.NoPermissions(uri);
  }

  delete(uri: Uri): void {
    throw FileSystemError.NoPermissions(uri);
  }

  rename(uri: Uri): void {
    throw FileSystemError.NoPermissions(uri);
  }
}

describe('a purpose file in no folder of the workspace', () => {
  it('has all that needs no workspace, and follows the settings beside it', async () => {
    const folder = Uri.joinPath(workspaceRoot(), '..', 'alone');
    await workspace.fs.writeFile(
      Uri.joinPath(folder, '.purposerc.yml'),
      new TextEncoder().encode('rules:\n  missing-change: off\n'),
    );
    const uri = Uri.joinPath(folder, 'team.purpose.md');
    await workspace.fs.writeFile(uri, new TextEncoder().encode(TEXT));
    const document = await workspace.openTextDocument(uri);
    await window.showTextDocument(document);
    const found = await waitForDiagnostics(uri, hasRule('vague-quantity'));
    assert.ok(!hasRule('missing-change')(found));
    assert.ok((await lensesOf(document)).some(({ command }) => command?.title.startsWith('Reading grade')));
    const actions = await actionsOn(document, 'many');
    assert.ok(!actions.some(({ title }) => title.includes('in the workspace')));
    await choose(actions, 'Accept “many” in this file');
    await waitForDiagnostics(uri, (all) => all.length > 0 && !hasRule('vague-quantity')(all));
    assert.match(document.getText(), /^---\nlint:\n {2}accept:\n {4}- many\n---\n# Choir/);
    await commands.executeCommand('undo');
    assert.equal(document.getText(), TEXT);
    await revert();
  });
});

describe('a purpose file on a file system that can only be read', () => {
  const scheme = 'purpose-frozen';
  let provider: Disposable;
  before(() => {
    provider = workspace.registerFileSystemProvider(scheme, new FrozenFile('/shelf/team.purpose.md', TEXT), {
      isReadonly: true,
      isCaseSensitive: true,
    });
  });
  after(() => provider.dispose());

  it('is linted like any other, and not changed by commands that write', async () => {
    const uri = Uri.from({ scheme, path: '/shelf/team.purpose.md' });
    const document = await workspace.openTextDocument(uri);
    await window.showTextDocument(document);
    await waitForDiagnostics(uri, hasRule('vague-quantity'));
    assert.ok((await lensesOf(document)).length > 0);
    const actions = await actionsOn(document, 'many');
    await choose(actions, 'Accept “many” in this file');
    await choose(actions, 'Turn vague-quantity off in this file');
    await choose(actions, 'Ignore vague-quantity here…', 'we mean it');
    assert.equal(document.getText(), TEXT);
    assert.equal(document.isDirty, false);
  });
});

describe('a purpose file that was never saved', () => {
  it('is linted, mended and silenced like any other', async () => {
    const uri = Uri.parse('untitled:fresh.purpose.md');
    const document = await workspace.openTextDocument(uri);
    const editor = await window.showTextDocument(document);
    await editor.edit((edit) => edit.insert(document.positionAt(0), `${TEXT}\nMore.\n`));
    await waitForDiagnostics(uri, hasRule('simplify'));
    await choose(await actionsOn(document, 'utilize'), 'Replace with “use”');
    assert.match(document.getText(), /We use many songs/);
    await commands.executeCommand('undo');
    await choose(await actionsOn(document, 'many'), 'Ignore vague-quantity here…', '');
    assert.equal(
      document.getText(),
      TEXT.replace('We', '<!-- purpose ignore vague-quantity -->\nWe').concat('\nMore.\n'),
    );
    await waitForDiagnostics(uri, (all) => all.length > 0 && !hasRule('vague-quantity')(all));
    assert.ok((await lensesOf(document)).length > 0);
    await revert();
  });
});

describe('a notebook', () => {
  it('is ignored, under any name', async () => {
    const cell = { cell_type: 'markdown', metadata: {}, source: [TEXT] };
    const book = { cells: [cell], metadata: {}, nbformat: 4, nbformat_minor: 5 };
    const uri = await writeFile('book/team.purpose.md.ipynb', JSON.stringify(book));
    const { uri: before } = await openDocument(TEXT, 'book/before.purpose.md');
    await waitForDiagnostics(before, hasRule('vague-quantity'));
    const notebook = await workspace.openNotebookDocument(uri);
    await window.showNotebookDocument(notebook);
    // A cell that is only rendered has no text editor that would request a lens.
    await commands.executeCommand('notebook.cell.edit');
    const { document } = notebook.cellAt(0);
    assert.equal(document.getText(), TEXT);
    assert.equal(document.languageId, 'markdown');
    const lenses = await lensesOf(document);
    assert.deepEqual(
      lenses.filter(({ command }) => command?.title.startsWith('Reading grade')),
      [],
    );
    const actions = await actionsOn(document, 'many');
    assert.deepEqual(
      actions.filter(({ title }) => title.startsWith('Accept')),
      [],
    );
    // When a purpose file that is opened later has its findings, the cell would have had its own.
    const { uri: after } = await openDocument(TEXT, 'book/after.purpose.md');
    await waitForDiagnostics(after, hasRule('vague-quantity'));
    assert.deepEqual(
      languages.getDiagnostics(document.uri).filter(({ source }) => source === 'purpose'),
      [],
    );
    assert.equal(JSON.parse(await readFile(uri)).cells.length, 1);
  });
});
