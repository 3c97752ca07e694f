import { type Disposable, EventEmitter, type Uri, type WorkspaceConfiguration, workspace } from 'vscode';
import { dirname } from '../../files/paths';
import { checkConfig } from '../../lint/check-config';
import type { ConfigLayer } from '../../lint/config';
import { CONFIG_NAMES, type ConfigFile, findConfigFile } from '../../lint/config-file';
import { pathOf, VscodeFiles } from '../vscode-files';

/** The settings for a file: the nearest `.purposerc` overrides those of the editor. */
export class Settings implements Disposable {
  readonly #files = new VscodeFiles();
  readonly #found = new Map<string, Promise<ConfigFile | undefined>>();
  readonly #changed = new EventEmitter<void>();
  readonly #disposables: Disposable[] = [this.#changed];

  /** Fires when some setting may have changed. */
  readonly onDidChange = this.#changed.event;

  constructor() {
    const watcher = workspace.createFileSystemWatcher(`**/{${CONFIG_NAMES.join(',')}}`);
    const forget = () => {
      this.#found.clear();
      this.#changed.fire();
    };
    this.#disposables.push(
      watcher,
      watcher.onDidChange(forget),
      watcher.onDidCreate(forget),
      watcher.onDidDelete(forget),
      workspace.onDidChangeWorkspaceFolders(forget),
      workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('purpose')) this.#changed.fire();
      }),
    );
  }

  /** The layers for a file, the lowest precedence first. */
  async layersFor(uri: Uri): Promise<readonly ConfigLayer[]> {
    const file = await this.fileFor(uri);
    const editor = workspace.getConfiguration('purpose', uri);
    const own = checkConfig({
      rules: editor.get<unknown>('rules') ?? {},
      accept: wordsOf(editor, 'accept'),
      flag: wordsOf(editor, 'flag'),
      scope: editor.get<unknown>('scope'),
    }).layer;
    return file ? [own, file.layer] : [own];
  }

  /** The nearest `.purposerc` above a file, up to its workspace folder. */
  async fileFor(uri: Uri): Promise<ConfigFile | undefined> {
    const folder = workspace.getWorkspaceFolder(uri);
    if (uri.scheme === 'untitled' && !folder) return undefined;
    const at = dirname(pathOf(uri));
    const key = `${at}\n${folder?.uri.toString() ?? ''}`;
    const found = this.#found.get(key) ?? findConfigFile(this.#files, at, folder ? pathOf(folder.uri) : at);
    this.#found.set(key, found);
    return found.catch(() => undefined);
  }

  dispose(): void {
    for (const disposable of this.#disposables) disposable.dispose();
  }
}

/** Word lists are merged: those of a workspace do not replace the user's. */
function wordsOf(editor: WorkspaceConfiguration, key: 'accept' | 'flag'): unknown {
  const { globalValue, workspaceValue, workspaceFolderValue } = editor.inspect<unknown>(key) ?? {};
  return [globalValue, workspaceValue, workspaceFolderValue].flatMap((words) => words ?? []);
}
