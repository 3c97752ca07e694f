import { type Disposable, type Event, EventEmitter, type Uri, workspace } from 'vscode';
import { Debounce } from '../async/debounce';
import type { FileAccess, FileEntry } from '../files/file-access';
import { OwnFiles } from '../files/ignore-rules';
import { isPurposePath } from '../files/purpose-name';
import { walk } from '../files/walk';
import { type FileKind, isExcluded, searchWorkspace } from './search-workspace';
import { pathOf, uriOf } from './vscode-files';

/** A change of a purpose file; `uri` is `undefined` if the whole list may have changed. */
interface IndexedFileChange {
  readonly kind: 'created' | 'changed' | 'deleted' | 'all';
  readonly uri: Uri | undefined;
}

/** Files that belong to a list regardless of their names. */
interface MoreFiles {
  readonly list: () => readonly Uri[];
  /** Fires when their set has changed. */
  readonly onDidChange: Event<void>;
  /** Fires when one of them was created, deleted or changed. */
  readonly onDidTouch: Event<{ readonly kind: 'created' | 'changed' | 'deleted'; readonly uri: Uri }>;
}

const PURPOSES: FileKind = { glob: '**/*.purpose.md', accept: isPurposePath };

/** Maximum number of folders to walk in a file system without a search. */
const MAX_FOLDERS = 2000;
/** How long to wait for the contents of a new folder, in milliseconds. */
const FOLDER_DEBOUNCE_MS = 300;

/**
 * The purpose files of the workspace: searched once, then updated by the editor's file events. Honours `files.exclude`
 * and `.gitignore`, and skips `.purpose` and the like.
 */
export class WorkspaceFileIndex implements Disposable {
  readonly #changed = new EventEmitter<IndexedFileChange>();
  readonly #disposables: Disposable[] = [this.#changed];
  #list: Promise<Map<string, Uri>> | undefined;
  #own = new Map<string, OwnFiles>();
  readonly #newFolders: Uri[] = [];
  readonly #lookIntoNew = new Debounce(FOLDER_DEBOUNCE_MS, () => {
    for (const folder of topmost(this.#newFolders.splice(0))) void this.#lookInto(folder);
  });

  /** Fires when a purpose file was created, deleted or changed on disk, once {@link list} has been called. */
  readonly onDidChange = this.#changed.event;

  /**
   * @param kind another kind of files to list in the same way
   * @param more files of any name that belong to the list
   */
  constructor(
    private readonly files: FileAccess,
    private readonly kind: FileKind = PURPOSES,
    private readonly more?: MoreFiles,
  ) {}

  /** Every purpose file of the workspace, sorted by path within its folder. */
  async list(): Promise<readonly Uri[]> {
    if (!this.#list) {
      if (this.#disposables.length === 1) this.#watch();
      const list = this.#search();
      this.#list = list;
      // After a failed search the next caller searches again.
      list.catch(() => {
        if (this.#list === list) this.#list = undefined;
      });
    }
    return [...(await this.#list).values()].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  }

  /** The same from a new search, because the editor reports new files late and sometimes not at all. */
  async listAfresh(): Promise<readonly Uri[]> {
    const known = this.#list;
    if (known) {
      const [list, found] = await Promise.all([known, this.#search()]);
      for (const [key, uri] of found) {
        if (list.has(key)) continue;
        list.set(key, uri);
        if (known === this.#list) this.#tell('created', uri);
      }
    }
    return this.list();
  }

  dispose(): void {
    for (const disposable of this.#disposables) disposable.dispose();
  }

  async #search(): Promise<Map<string, Uri>> {
    const list = new Map<string, Uri>();
    const found = await searchWorkspace(this.kind);
    const wanted = await Promise.all(found.map((uri) => this.#isOwn(uri)));
    found.forEach((uri, index) => {
      if (wanted[index]) list.set(uri.toString(), uri);
    });
    for (const { uri: folder } of workspace.workspaceFolders ?? []) {
      // A file system in the browser may have no search, which then finds nothing.
      const searched = folder.scheme === 'file' || found.some((uri) => isBelow(folder, uri));
      if (!searched) for await (const uri of this.#walk(folder)) list.set(uri.toString(), uri);
    }
    const named = this.more?.list() ?? [];
    const there = await Promise.all(named.map((uri) => this.files.stat(pathOf(uri)).catch(() => undefined)));
    named.forEach((uri, index) => {
      if (there[index]?.type === 'file') list.set(uri.toString(), uri);
    });
    return list;
  }

  async *#walk(folder: Uri): AsyncGenerator<Uri> {
    let folders = 0;
    const files: Pick<FileAccess, 'list' | 'read' | 'stat'> = {
      read: (path) => this.files.read(path),
      stat: (path) => this.files.stat(path),
      list: async (path): Promise<readonly FileEntry[]> =>
        ++folders > MAX_FOLDERS || isExcluded(uriOf(path)) ? [] : this.files.list(path),
    };
    try {
      for await (const path of walk(files as FileAccess, pathOf(folder), { accept: this.kind.accept })) {
        const uri = uriOf(path);
        if (!isExcluded(uri)) yield uri;
      }
    } catch {
      // The folder was deleted or cannot be read, which the editor reports itself.
    }
  }

  async #isOwn(uri: Uri): Promise<boolean> {
    const folder = workspace.getWorkspaceFolder(uri);
    if (!folder || !this.kind.accept(uri.path)) return false;
    const key = folder.uri.toString();
    const own = this.#own.get(key) ?? new OwnFiles(this.files, pathOf(folder.uri));
    this.#own.set(key, own);
    return own.has(pathOf(uri)).catch(() => true);
  }

  #watch(): void {
    const watcher = workspace.createFileSystemWatcher(this.kind.glob);
    const ignores = workspace.createFileSystemWatcher('**/.gitignore');
    // The editor reports a new or deleted folder as one event, often without its contents.
    const folders = workspace.createFileSystemWatcher('**', false, true, false);
    const again = () => this.#forget();
    if (this.more) {
      this.#disposables.push(
        this.more.onDidChange(again),
        this.more.onDidTouch(({ kind, uri }) => {
          if (kind === 'changed') this.#tell(kind, uri);
          else again();
        }),
      );
    }
    this.#disposables.push(
      watcher,
      ignores,
      folders,
      watcher.onDidCreate((uri) => void this.#created(uri)),
      watcher.onDidChange((uri) => void this.#has(uri).then((has) => has && this.#tell('changed', uri))),
      watcher.onDidDelete((uri) => void this.#deleted(uri)),
      ignores.onDidCreate(again),
      ignores.onDidChange(again),
      ignores.onDidDelete(again),
      folders.onDidCreate((uri) => this.#mayHoldFiles(uri)),
      folders.onDidDelete((uri) => void this.#deleted(uri)),
      this.#lookIntoNew,
      workspace.onDidRenameFiles(({ files }) => {
        if (files.some(({ newUri }) => !/\.\w+$/.test(newUri.path))) again();
      }),
      workspace.onDidChangeWorkspaceFolders(again),
      workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('files.exclude')) again();
      }),
    );
  }

  #forget(): void {
    this.#list = undefined;
    this.#own = new Map();
    this.#tell('all', undefined);
  }

  async #has(uri: Uri): Promise<boolean> {
    return (await this.#list)?.has(uri.toString()) ?? false;
  }

  async #created(uri: Uri): Promise<void> {
    const list = this.#list;
    if (!list || isExcluded(uri) || !(await this.#isOwn(uri))) return;
    (await list).set(uri.toString(), uri);
    if (list === this.#list) this.#tell('created', uri);
  }

  /** Searches a folder that was just created, together with others created at the same time. */
  #mayHoldFiles(uri: Uri): void {
    const name = uri.path.slice(uri.path.lastIndexOf('/') + 1);
    if (name.includes('.') || /\/(?:node_modules|\.git)\//.test(uri.path)) return;
    this.#newFolders.push(uri);
    this.#lookIntoNew.schedule();
  }

  async #lookInto(folder: Uri): Promise<void> {
    const known = await this.#list;
    for await (const uri of this.#walk(folder)) if (!known?.has(uri.toString())) await this.#created(uri);
  }

  async #deleted(uri: Uri): Promise<void> {
    const list = this.#list;
    if (!list) return;
    const known = await list;
    for (const [key, file] of [...known]) {
      if (file.path !== uri.path && !isBelow(uri, file)) continue;
      known.delete(key);
      if (list === this.#list) this.#tell('deleted', file);
    }
  }

  #tell(kind: IndexedFileChange['kind'], uri: Uri | undefined): void {
    this.#changed.fire({ kind, uri });
  }
}

/** Drops folders that are inside another one. */
function topmost(uris: readonly Uri[]): readonly Uri[] {
  const sorted = [...uris].sort((a, b) => a.path.length - b.path.length);
  const found: Uri[] = [];
  for (const uri of sorted) {
    if (!found.some((above) => above.path === uri.path || isBelow(above, uri))) found.push(uri);
  }
  return found;
}

function isBelow(folder: Uri, uri: Uri): boolean {
  return (
    folder.scheme === uri.scheme &&
    folder.authority === uri.authority &&
    uri.path.startsWith(folder.path.endsWith('/') ? folder.path : `${folder.path}/`)
  );
}
