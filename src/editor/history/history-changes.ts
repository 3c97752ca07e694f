import { Disposable, RelativePattern, Uri, workspace } from 'vscode';
import { Debounce } from '../../async/debounce';
import { dirname, isWithin } from '../../files/paths';
import type { HistoryRecord } from '../../history/record';
import { recordsFolder } from '../../history/records-folder';
import type { TimelineEntry } from '../../history/timeline-entry';
import { pathOf } from '../vscode-files';
import type { HistoryServices } from './history-services';
import { TouchedRecords } from './touched-records';

/** Debounce after a keystroke or a changed file, in milliseconds. */
const REFRESH_DEBOUNCE_MS = 300;

/** The work after changes, each kind including the ones before it: apply the typed text, read commits, read all again. */
const DUE = ['text', 'commits', 'refresh'] as const;
type Due = (typeof DUE)[number];

/** The state of the history that decides which changes concern it. */
interface Shown {
  readonly entries: readonly TimelineEntry[];
  /** Whether the file was missing at the last read. */
  readonly isGone: boolean;
}

/** The changes of one purpose and its records since the history was read. */
export class HistoryChanges implements Disposable {
  readonly #path: string;
  readonly #disposables: Disposable[];
  readonly #later: Debounce;
  /** Records that changed on disk. */
  readonly touched = new TouchedRecords();
  /** Records that this window wrote, which need not be read. */
  readonly #written: HistoryRecord[] = [];
  /** The folders of the shown records. */
  #folders: { readonly entries?: readonly TimelineEntry[]; readonly paths: ReadonlySet<string> } = {
    paths: new Set(),
  };
  #due: Due | undefined;

  /** @param onDue called once for changes that follow each other closely */
  constructor(
    uri: Uri,
    services: Pick<HistoryServices, 'writer' | 'care' | 'git'>,
    private readonly shown: () => Shown,
    onDue: (due: Due) => void,
  ) {
    this.#path = pathOf(uri);
    this.#later = new Debounce(REFRESH_DEBOUNCE_MS, () => {
      const due = this.#due ?? 'refresh';
      this.#due = undefined;
      onDue(due);
    });
    const isOurs = (other: Uri) => other.toString() === uri.toString();
    // The name of the file may contain characters that a pattern gives a meaning to.
    const watcher = workspace.createFileSystemWatcher(
      new RelativePattern(Uri.joinPath(uri, '..'), '*.md'),
      false,
      true,
    );
    const createdOrDeleted = (other: Uri) => {
      // While the file is gone, a new file beside it may be the same one under another name.
      if (isOurs(other) || this.shown().isGone) this.#soon('refresh');
    };
    this.#disposables = [
      watcher,
      watcher.onDidCreate(createdOrDeleted),
      watcher.onDidDelete(createdOrDeleted),
      workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (isOurs(document.uri) && contentChanges.length > 0) this.#soon('text');
      }),
      workspace.onDidSaveTextDocument((document) => {
        if (isOurs(document.uri)) this.#soon('refresh');
      }),
      services.writer.onDidRecord(({ path, record }) => {
        if (path !== this.#path) return;
        if (record) this.#written.push(record);
        this.#soon('refresh');
      }),
      services.care.onDidTouch((path) => {
        if (!this.#concerns(path)) return;
        this.touched.add(path);
        this.#soon('refresh');
      }),
      services.git.onDidChange(() => this.#soon('commits')),
    ];
  }

  /** Returns the records that this window wrote, once. */
  takeWritten(): readonly HistoryRecord[] {
    return this.#written.splice(0);
  }

  dispose(): void {
    this.#later.dispose();
    Disposable.from(...this.#disposables).dispose();
  }

  #soon(due: Due): void {
    if (this.#due === undefined || DUE.indexOf(due) > DUE.indexOf(this.#due)) this.#due = due;
    this.#later.schedule();
  }

  /** Whether a path is, contains, or is inside a folder of shown records, including those under former names. */
  #concerns(path: string): boolean {
    return [...this.#recordFolders()].some((folder) => isWithin(folder, path) || isWithin(path, folder));
  }

  /** Cached, because a change of branch may touch thousands of records at a time. */
  #recordFolders(): ReadonlySet<string> {
    const { entries } = this.shown();
    if (this.#folders.entries !== entries) {
      const folders = entries.flatMap(({ record }) => (record ? [dirname(record.path)] : []));
      this.#folders = { entries, paths: new Set([recordsFolder(this.#path), ...folders]) };
    }
    return this.#folders.paths;
  }
}
