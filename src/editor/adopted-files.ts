import {
  commands,
  Disposable,
  type DocumentFilter,
  EventEmitter,
  RelativePattern,
  Uri,
  workspace,
} from 'vscode';
import { basename, dirname } from '../files/paths';
import { isPurposePath } from '../files/purpose-name';
import { AdoptedFiles } from '../lint/adopted-files';
import { CONFIG_NAMES } from '../lint/config-file';
import { pathOf, uriOf, type VscodeFiles } from './vscode-files';
import { WorkspaceFileIndex } from './workspace-file-index';

/** The context key for menus: the adopted files as URIs. */
const KEY = 'purpose.adopted';

const changed = new EventEmitter<void>();
const touched = new EventEmitter<{ readonly kind: 'created' | 'changed' | 'deleted'; readonly uri: Uri }>();

/** The adopted files of this window, by path. */
let adopted: ReadonlyMap<string, Uri> = new Map();

/** Fires when the set of adopted files has changed. */
export const onDidChangeAdopted = changed.event;

/** Fires when an adopted file was created, deleted or changed on disk. */
export const onDidTouchAdopted = touched.event;

/** Whether a URI is that of a purpose file, by its name or because a settings file lists it. */
export function isPurposeFile(uri: Uri): boolean {
  return isPurposePath(uri.path) || adopted.has(pathOf(uri));
}

/** Whether a file of another name is adopted as a purpose file. */
export function isAdopted(uri: Uri): boolean {
  return adopted.has(pathOf(uri));
}

/** The adopted files of this window; some may not exist. */
export function adoptedFiles(): readonly Uri[] {
  return [...adopted.values()];
}

/** The selector for our language features, in any file system. */
export function purposeSelector(): readonly DocumentFilter[] {
  return [
    { language: 'markdown', pattern: '**/*.purpose.md' },
    ...adoptedFiles().map((uri) => ({
      language: 'markdown',
      scheme: uri.scheme,
      pattern: patternOf(uri),
    })),
  ];
}

/** Registers a feature for all purpose files, and again whenever their set changes. It runs in no other file. */
export function forPurposeFiles(register: (selector: readonly DocumentFilter[]) => Disposable): Disposable {
  let current = register(purposeSelector());
  return Disposable.from(
    onDidChangeAdopted(() => {
      current.dispose();
      current = register(purposeSelector());
    }),
    new Disposable(() => current.dispose()),
  );
}

/** Calls back when a purpose file, of the name or adopted, was changed or deleted on disk. */
export function watchPurposeFiles(changed: (uri: Uri) => void, deleted?: (uri: Uri) => void): Disposable {
  const watcher = workspace.createFileSystemWatcher('**/*.purpose.md', true, false, !deleted);
  watcher.onDidChange(changed);
  if (deleted) watcher.onDidDelete(deleted);
  return Disposable.from(
    watcher,
    onDidTouchAdopted(({ kind, uri }) => (kind === 'deleted' ? deleted?.(uri) : changed(uri))),
  );
}

/** Reads which files the settings files of the workspace adopt, and follows their changes. */
export class AdoptedWorkspace implements Disposable {
  readonly #configs: WorkspaceFileIndex;
  readonly #disposables: Disposable;
  #watching = Disposable.from();
  #turn = 0;
  #isDisposed = false;
  #looking: Promise<void> = Promise.resolve();

  constructor(private readonly files: VscodeFiles) {
    this.#configs = new WorkspaceFileIndex(files, {
      glob: `**/{${CONFIG_NAMES.join(',')}}`,
      accept: (name) => (CONFIG_NAMES as readonly string[]).includes(basename(name)),
    });
    this.#disposables = Disposable.from(
      this.#configs,
      this.#configs.onDidChange(() => void this.look()),
    );
    void this.look();
  }

  /** Rereads the settings files; once this resolves, the adopted files are up to date. */
  look(): Promise<void> {
    this.#looking = this.#lookNow();
    return this.#looking;
  }

  async #lookNow(): Promise<void> {
    const turn = ++this.#turn;
    const found = new Map<string, Uri>();
    const reader = new AdoptedFiles(this.files);
    // The editor reports a settings file that was just written only after a moment.
    for (const uri of await this.#configs.listAfresh()) {
      for (const path of await reader.namedIn(dirname(pathOf(uri))).catch(() => []))
        if (!isPurposePath(path)) found.set(path, uriOf(path));
    }
    if (this.#isDisposed) return;
    if (turn !== this.#turn) return this.#looking;
    if (found.size === adopted.size && [...found.keys()].every((path) => adopted.has(path))) return;
    await this.#take(found);
  }

  dispose(): void {
    this.#isDisposed = true;
    this.#watching.dispose();
    this.#disposables.dispose();
    adopted = new Map();
  }

  async #take(found: ReadonlyMap<string, Uri>): Promise<void> {
    adopted = found;
    this.#watching.dispose();
    this.#watching = Disposable.from(...adoptedFiles().map(watch));
    changed.fire();
    const keys = adoptedFiles().map((uri) => uri.toString());
    await commands.executeCommand('setContext', KEY, keys);
  }
}

/** A pattern for exactly this file, even if its name contains glob characters. */
function patternOf(uri: Uri): RelativePattern {
  return new RelativePattern(Uri.joinPath(uri, '..'), basename(uri.path).replace(/[*?{}[\]]/g, '[$&]'));
}

function watch(uri: Uri): Disposable {
  const watcher = workspace.createFileSystemWatcher(patternOf(uri));
  watcher.onDidCreate((one) => touched.fire({ kind: 'created', uri: one }));
  watcher.onDidChange((one) => touched.fire({ kind: 'changed', uri: one }));
  watcher.onDidDelete((one) => touched.fire({ kind: 'deleted', uri: one }));
  return watcher;
}
