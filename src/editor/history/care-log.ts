import { Disposable, EventEmitter, type Uri, workspace } from 'vscode';
import { isWithin } from '../../files/paths';
import { type Care, readCare } from '../../history/care';
import { recordsFolder } from '../../history/store';
import { pathOf, type VscodeFiles } from '../vscode-files';
import type { RecordWriter } from './record-writer';

/** Knows when each purpose was last refined, reaffirmed or noted, and tells when that changes. */
export class CareLog implements Disposable {
  readonly #known = new Map<string, Promise<Care | undefined>>();
  readonly #changed = new EventEmitter<string>();
  readonly #disposables: Disposable[];

  /** The records in or below this folder changed; ask {@link concerns} whose they are. */
  readonly onDidChange = this.#changed.event;

  constructor(
    private readonly files: VscodeFiles,
    writer: RecordWriter,
  ) {
    const watcher = workspace.createFileSystemWatcher('**/.purpose/**');
    const forget = (folder: string) => {
      for (const key of this.#known.keys()) if (isWithin(folder, key)) this.#known.delete(key);
      this.#changed.fire(folder);
    };
    const seen = (uri: Uri) => {
      // A whole folder that comes or goes is told of by its own name alone.
      const [folder] = /^.*?\/\.purpose(?:\/[^/]+)?/.exec(pathOf(uri)) ?? [];
      if (folder) forget(folder);
    };
    this.#disposables = [
      this.#changed,
      watcher,
      watcher.onDidCreate(seen),
      watcher.onDidChange(seen),
      watcher.onDidDelete(seen),
      writer.onDidRecord((path) => forget(recordsFolder(path))),
    ];
  }

  /** The last care of a purpose file; read once and kept. `undefined` where it has no records, or none that can be read. */
  last(uri: Uri): Promise<Care | undefined> {
    const path = pathOf(uri);
    const folder = recordsFolder(path);
    const known = this.#known.get(folder) ?? readCare(this.files, path).catch(() => undefined);
    this.#known.set(folder, known);
    return known;
  }

  /** Whether a folder that {@link onDidChange} names holds the records of this purpose file. */
  concerns(folder: string, uri: Uri): boolean {
    return isWithin(folder, recordsFolder(pathOf(uri)));
  }

  dispose(): void {
    Disposable.from(...this.#disposables).dispose();
  }
}
