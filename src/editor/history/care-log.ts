import pLimit from 'p-limit';
import { Disposable, EventEmitter, type Uri, workspace } from 'vscode';
import { Debounce } from '../../async/debounce';
import { isWithin } from '../../files/paths';
import { type Care, type CommittedCare, readCare, readCommittedCare } from '../../history/care';
import { recordsFolder } from '../../history/store';
import { pathOf, type VscodeFiles } from '../vscode-files';
import type { EditorGit, HeadChange } from './editor-git';
import type { RecordWriter } from './record-writer';

/** What git answers about several files within this time, in milliseconds, is announced as one change. */
const GIT_ANSWERS_MS = 100;

/**
 * Caches when each purpose was last refined, reaffirmed or noted, and announces changes of that. Records answer at once;
 * git is asked in the background, about each file once until a commit changes it.
 */
export class CareLog implements Disposable {
  /** By folder of records. */
  readonly #known = new Map<string, Promise<Care | undefined>>();
  /** By purpose file: what git said. */
  readonly #committed = new Map<string, CommittedCare | undefined>();
  /** By purpose file: the last question to git about it. */
  readonly #asked = new Map<string, Promise<void>>();
  readonly #changed = new EventEmitter<string | undefined>();
  readonly #touched = new EventEmitter<string>();
  readonly #disposables: Disposable[];
  readonly #ended = new AbortController();
  /** One file after the other: a tree of hundreds of purposes must not start hundreds of programs at once. */
  readonly #asking = pLimit(1);
  readonly #answered = new Debounce(GIT_ANSWERS_MS, () => this.#changed.fire(undefined), { fromFirst: true });
  /** Record files that this window wrote or removed: the watcher will tell of them again. */
  readonly #own = new Set<string>();

  /** The records in or below this folder changed, or any, if none is named; {@link concerns} tells whose they are. */
  readonly onDidChange = this.#changed.event;

  /** Somebody else added, removed or changed the file or folder at this path among the records of some purpose. */
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
      // A whole folder that comes or goes is told of by its own name alone.
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

  /** The last care of a purpose file, as far as it is known by now; `undefined` where there is none yet. */
  last(uri: Uri): Promise<Care | undefined> {
    const path = pathOf(uri);
    if (!this.#asked.has(path)) this.#ask(path);
    const folder = recordsFolder(path);
    const known =
      this.#known.get(folder) ?? readCare(this.files, path, this.#committed.get(path)).catch(() => undefined);
    this.#known.set(folder, known);
    return known;
  }

  /** The last care of a purpose file, git waited for. */
  async whole(uri: Uri): Promise<Care | undefined> {
    const path = pathOf(uri);
    if (!this.#asked.has(path)) this.#ask(path);
    await this.#asked.get(path);
    return this.last(uri);
  }

  /** Whether a folder that {@link onDidChange} names holds the records of this purpose file. */
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
      // What git knows by another name, behind a link for instance, is asked about to be sure.
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
