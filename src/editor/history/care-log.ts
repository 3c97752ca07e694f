import pLimit from 'p-limit';
import { Disposable, EventEmitter, type Uri, workspace } from 'vscode';
import { Debounce } from '../../async/debounce';
import { isWithin } from '../../files/paths';
import { type Care, type CommittedCare, readCare, readCommittedCare } from '../../history/last-care';
import { recordsFolder } from '../../history/records-folder';
import { pathOf, type VscodeFiles } from '../vscode-files';
import type { EditorGit, HeadChange } from './editor-git';
import type { RecordWriter } from './record-writer';

/** Git's answers about several files within this time, in milliseconds, are announced as one change. */
const GIT_ANSWERS_MS = 100;

/**
 * Caches when each purpose was last refined, reaffirmed or noted, and announces changes. Records are read at once; git
 * is queried in the background, for each file once until a commit changes it.
 */
export class CareLog implements Disposable {
  /** By folder of records. */
  readonly #known = new Map<string, Promise<Care | undefined>>();
  /** By purpose file: git's answer. */
  readonly #committed = new Map<string, CommittedCare | undefined>();
  /** By purpose file: the last query to git about it. */
  readonly #asked = new Map<string, Promise<void>>();
  readonly #changed = new EventEmitter<string | undefined>();
  readonly #touched = new EventEmitter<string>();
  readonly #disposables: Disposable[];
  readonly #ended = new AbortController();
  /** Queries run in sequence, so that a tree of hundreds of purposes does not start hundreds of processes at once. */
  readonly #asking = pLimit(1);
  readonly #answered = new Debounce(GIT_ANSWERS_MS, () => this.#changed.fire(undefined), { fromFirst: true });
  /** Record files that this window wrote or deleted, which the file watcher will report again. */
  readonly #own = new Set<string>();

  /** Fires when records in or below this folder changed, or any if undefined; see {@link concerns}. */
  readonly onDidChange = this.#changed.event;

  /** Fires when another program added, deleted or changed this record file or folder. */
  readonly onDidTouch = this.#touched.event;

  constructor(
    private readonly files: VscodeFiles,
    private readonly git: EditorGit,
    writer: RecordWriter,
  ) {
    const watcher = workspace.createFileSystemWatcher('**/.purpose/**');
    const seen = (uri: Uri) => {
      if (this.#own.delete(pathOf(uri))) return;
      this.#touched.fire(pathOf(uri));
      // For a whole folder, the watcher reports only the folder itself.
      const [folder] = /^.*?\/\.purpose(?:\/[^/]+)?/.exec(pathOf(uri)) ?? [];
      if (folder) this.#forget(folder);
    };
    this.#disposables = [
      this.#changed,
      this.#touched,
      watcher,
      watcher.onDidCreate(seen),
      watcher.onDidChange(seen),
      watcher.onDidDelete(seen),
      writer.onDidRecord(({ path, record, replaces }) => {
        for (const own of [record?.path, replaces]) if (own !== undefined) this.#own.add(own);
        this.#forget(recordsFolder(path));
      }),
      git.onDidChange((change) => void this.#askAgain(change)),
    ];
  }

  /** The latest care of a purpose file as known so far; `undefined` if there is none yet. */
  last(uri: Uri): Promise<Care | undefined> {
    const path = pathOf(uri);
    if (!this.#asked.has(path)) this.#ask(path);
    const folder = recordsFolder(path);
    const known =
      this.#known.get(folder) ?? readCare(this.files, path, this.#committed.get(path)).catch(() => undefined);
    this.#known.set(folder, known);
    return known;
  }

  /** The latest care of a purpose file, including git's answer. */
  async whole(uri: Uri): Promise<Care | undefined> {
    const path = pathOf(uri);
    if (!this.#asked.has(path)) this.#ask(path);
    await this.#asked.get(path);
    return this.last(uri);
  }

  /** Whether a folder of {@link onDidChange} contains the records of this purpose file. */
  concerns(folder: string | undefined, uri: Uri): boolean {
    return folder === undefined || isWithin(folder, recordsFolder(pathOf(uri)));
  }

  dispose(): void {
    this.#ended.abort();
    this.#answered.dispose();
    Disposable.from(...this.#disposables).dispose();
  }

  #forget(folder: string): void {
    for (const key of this.#known.keys()) if (isWithin(folder, key)) this.#known.delete(key);
    this.#changed.fire(folder);
  }

  #ask(path: string): void {
    const { signal } = this.#ended;
    const answer = this.#asking(async () => {
      if (signal.aborted) return;
      const found = await readCommittedCare(this.git, path, signal).catch(() => undefined);
      if (signal.aborted || isSame(found, this.#committed.get(path))) return;
      this.#committed.set(path, found);
      this.#known.delete(recordsFolder(path));
      this.#answered.schedule();
    });
    this.#asked.set(path, answer);
  }

  async #askAgain(change: HeadChange | undefined): Promise<void> {
    const files = change && (await this.git.filesChanged(change));
    const root = change && pathOf(change.repository.rootUri);
    for (const path of [...this.#asked.keys()]) {
      // Git may know a file by another path, for example behind a link; query it to be sure.
      if (!files || !root || files.has(path) || !isWithin(root, path)) this.#ask(path);
    }
  }
}

function isSame(one: CommittedCare | undefined, other: CommittedCare | undefined): boolean {
  return (
    one?.refined?.commit === other?.refined?.commit &&
    (one?.formerNames ?? []).join('\n') === (other?.formerNames ?? []).join('\n')
  );
}
