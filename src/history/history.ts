import { settlesWithin } from '../async/time-limit';
import type { FileAccess } from '../files/file-access';
import { isWithin } from '../files/paths';
import { askGit, type GitAnswer } from './ask-git';
import { formerNames, readFormerRecords } from './former-names';
import type { GitCommit, GitReader, GitState } from './git-reader';
import { joinRecords, type Records, readRecords } from './read-records';
import type { FiguresOf, HistoryRecord, UnreadableRecord } from './record';
import { type StatementCommit, StatementCommits } from './statement-commits';
import { TimelineCache } from './timeline-cache';
import type { TimelineEntry } from './timeline-entry';
import { readWorkingCopy, type WorkingCopy, workingCopyOf } from './working-copy';

/** Dependencies of a history. */
export interface HistoryDeps {
  readonly files: FileAccess;
  /** Undefined without git, for example on the web. */
  readonly git?: GitReader;
  readonly figuresOf: FiguresOf;
}

/** The history before the oldest entry: nothing, more commits to load, or commits that a shallow clone lacks. */
export type Older = 'none' | 'more' | 'shallow';

interface PageOptions {
  readonly signal?: AbortSignal;
  /** Called after each page with the number of commits read. */
  readonly onProgress?: (progress: { readonly read: number; readonly known: number }) => void;
}

interface RefreshOptions extends PageOptions {
  /** The text in the editor; by default the file is read. */
  readonly workingText?: string;
  /** Paths of record files, or of their folders, that were changed by hand and must be reread. */
  readonly changedRecords?: Iterable<string>;
  /** Records that this process has just written, which need not be read. */
  readonly written?: readonly HistoryRecord[];
  /** Called once or twice on the first read, when there is something to show while the rest is being read. */
  readonly onBeginning?: () => void;
}

/** Git's answer, and the records under all known names of the file. */
interface Answer extends GitAnswer {
  readonly found: Records;
}

/** Number of commits read before anything is shown: about a screenful. */
const FIRST_SIGHT = 12;
/** Number of commits read initially: fast, and more than a screenful. */
const FIRST_PAGE = 60;
/** Maximum number of commits whose texts are read, and held, at a time. */
const PAGE = 400;
/** Users notice a longer wait, in milliseconds. */
const NOTICED = 200;

/**
 * The refinement history of one purpose file, newest first, read page by page. Calls must not overlap.
 * An aborted call rejects with the signal's reason; what was read until then stays, and the next call continues from
 * it.
 */
export class PurposeHistory {
  /** Newest first; every call replaces the array. */
  entries: readonly TimelineEntry[] = [];
  /** Record files that cannot be read. */
  unreadable: readonly UnreadableRecord[] = [];
  older: Older = 'none';
  /** Git's state; `undefined` without git. */
  git: GitState | undefined;

  /** Number of commits that cannot be shown because this clone does not have their texts. */
  get commitsLeftOut(): number {
    return this.#commits?.leftOut ?? 0;
  }

  /** The text of the file or the editor when it was last read. */
  get text(): string {
    return this.#working?.text ?? '';
  }

  readonly #commits: StatementCommits | undefined;
  readonly #timeline: TimelineCache;
  #workingText: string | undefined;
  #records: readonly HistoryRecord[] = [];
  #working: WorkingCopy | undefined;
  #log: readonly GitCommit[] = [];
  /** Whether git has been queried completely at least once. */
  #isOpen = false;
  #logIsWhole = true;
  #read = 0;
  #changed: readonly StatementCommit[] = [];
  #head: string | undefined;

  constructor(
    private readonly deps: HistoryDeps,
    readonly path: string,
  ) {
    this.#timeline = new TimelineCache(deps.figuresOf);
    this.#commits = deps.git && new StatementCommits(deps.git, path);
  }

  /**
   * Reads records, the working copy and the newest commits, initially and after a change.
   * Loads as many commits as before, without rereading known ones.
   */
  async refresh(options: RefreshOptions = {}): Promise<void> {
    const { signal } = options;
    const { files } = this.deps;
    const known = this.#known(options.changedRecords, options.written);
    const wanted = Math.max(this.#read, FIRST_PAGE);
    const asking = askGit(this.deps.git, this.path, wanted, signal);
    // If reading a file fails first, nothing awaits `asking` any more.
    asking.catch(() => undefined);
    const [own, working] = await Promise.all([
      readRecords(files, this.path, { known, ...aborting(signal) }),
      readWorkingCopy(files, this.path, options.workingText),
    ]);
    this.#working = working;
    this.#workingText = options.workingText;
    const onBeginning = this.#isOpen ? undefined : options.onBeginning;
    // If git is slow, the entries without it are shown meanwhile.
    if (onBeginning && this.deps.git && !(await settlesWithin(NOTICED, asking))) {
      this.#take(own);
      await this.#merge(signal);
      onBeginning();
    }
    const said = await asking;
    const answer = { ...said, found: await this.#withFormer(own, said, known, signal) };
    if (onBeginning && said.log.length > FIRST_SIGHT) {
      await this.#readNewest(FIRST_SIGHT, answer, signal);
      onBeginning();
    }
    await this.#readNewest(wanted, answer, signal);
    this.#isOpen = true;
    options.onProgress?.({ read: this.#read, known: this.#log.length });
  }

  /**
   * Loads older commits until there are `count` more entries, or all are loaded.
   * @param count number of entries; `Infinity` loads all
   */
  async more(count = 30, options: PageOptions = {}): Promise<void> {
    const { signal } = options;
    if (this.older !== 'more' || !this.#commits) return;
    if (!this.#isOpen) return this.#again(options);
    if (!this.#logIsWhole) {
      const log = (await this.deps.git?.log(this.path, aborting(signal))) ?? [];
      // A commit was made meanwhile, so the loaded log is no longer the newest part.
      if (log[this.#log.length - 1]?.hash !== this.#log.at(-1)?.hash) return this.#again(options);
      const own = { records: this.#records, unreadable: this.unreadable };
      const found = await this.#withFormer(own, { log, git: this.git }, this.#known(), signal);
      signal?.throwIfAborted();
      this.#take(found);
      this.#log = log;
      this.#logIsWhole = true;
    }
    const target = this.#changed.length + count;
    const page = Math.min(PAGE, Math.max(FIRST_PAGE, count));
    try {
      while (this.#read < this.#log.length && this.#changed.length < target) {
        const end = Math.min(this.#read + page, this.#log.length);
        const isRecorded = this.#isRecordedIn(this.#records);
        const found = await this.#commits.changed(this.#log, this.#read, end, { signal, isRecorded });
        await this.#timeline.prepare(found, signal);
        signal?.throwIfAborted();
        this.#changed = [...this.#changed, ...found];
        this.#read = end;
        options.onProgress?.({ read: end, known: this.#log.length });
      }
    } finally {
      // Merge once for all pages, because a merge is linear in the number of entries. Includes what was read before a
      // failure.
      await this.#merge(signal);
    }
  }

  /** Updates the newest entry from the editor's text, without reading files or git. */
  async work(text: string): Promise<void> {
    this.#workingText = text;
    this.#working = workingCopyOf(text);
    await this.#merge();
  }

  /** Reads the newest commits, stores all results, and merges. */
  async #readNewest(
    count: number,
    { git, log, found, logIsWhole }: Answer,
    signal?: AbortSignal,
  ): Promise<void> {
    const isRecorded = this.#isRecordedIn(found.records);
    const reading = { signal, working: this.#working, isRecorded };
    const commits = (await this.#commits?.changed(log, 0, count, reading)) ?? [];
    await this.#timeline.prepare(commits, signal);
    const newest = log[0]?.after;
    const head = newest && (await this.#commits?.statementAt(newest, signal));
    signal?.throwIfAborted();
    this.#take(found);
    this.git = git;
    this.#log = log;
    this.#logIsWhole = logIsWhole;
    this.#read = Math.min(log.length, count);
    this.#changed = commits;
    this.#head = head?.plain;
    await this.#merge(signal);
  }

  /** Whether a record has a wording; reads the records lazily. */
  #isRecordedIn(records: readonly HistoryRecord[]): (plain: string) => boolean {
    let wordings: ReadonlySet<string> | undefined;
    return (plain) => {
      wordings ??= new Set(records.map(({ statement }) => this.#timeline.plainOf(statement)));
      return wordings.has(plain);
    };
  }

  async #again(options: PageOptions): Promise<void> {
    const text = this.#workingText;
    await this.refresh({ ...options, ...(text !== undefined && { workingText: text }) });
  }

  #known(
    changed: Iterable<string> = [],
    written: readonly HistoryRecord[] = [],
  ): ReadonlyMap<string, HistoryRecord> {
    const paths = [...changed];
    const same = [...this.#records, ...written].filter(
      ({ path }) => !paths.some((other) => isWithin(other, path)),
    );
    return new Map(same.map((record) => [record.path, record]));
  }

  async #withFormer(
    own: Records,
    { git, log }: Pick<GitAnswer, 'git' | 'log'>,
    known: ReadonlyMap<string, HistoryRecord>,
    signal?: AbortSignal,
  ): Promise<Records> {
    const names = formerNames(log, git, this.path);
    if (names.length === 0) return own;
    const former = await readFormerRecords(this.deps.files, this.path, names, { known, ...aborting(signal) });
    return joinRecords(own, former);
  }

  #take({ records, unreadable }: Records): void {
    this.#records = records;
    this.unreadable = unreadable;
  }

  /** Completes a merge once begun, so that all state is consistent; an aborted caller stops afterwards. */
  async #merge(signal?: AbortSignal): Promise<void> {
    const last = this.#log[this.#read - 1];
    const unfinished = this.git === undefined && this.deps.git !== undefined;
    const more = unfinished || !this.#logIsWhole || this.#read < this.#log.length;
    const cutOff = this.git?.kind === 'repository' && this.git.shallow && last?.isRoot === true;
    const older = more ? 'more' : cutOff ? 'shallow' : 'none';
    const entries = await this.#timeline.merge({
      records: this.#records,
      commits: this.#changed,
      ...(this.#working && { working: this.#working }),
      ...(this.#head !== undefined && { head: this.#head }),
      hasGit: this.git?.kind === 'repository',
      shallow: older === 'shallow' && this.#changed.at(-1)?.commit === last,
      unfinished: unfinished || this.commitsLeftOut > 0,
    });
    // Records older than the oldest commit read so far are held back, or commits would be inserted between them later.
    const reached = last?.time ?? '';
    this.older = older;
    this.entries = more ? entries.filter(({ time }) => time === undefined || time >= reached) : entries;
    signal?.throwIfAborted();
  }
}

/** Opens the history of a purpose file without older commits, which {@link PurposeHistory.more} loads. */
export async function openHistory(
  deps: HistoryDeps,
  path: string,
  options: RefreshOptions = {},
): Promise<PurposeHistory> {
  const history = new PurposeHistory(deps, path);
  await history.refresh(options);
  return history;
}

/** A complete history, with all commits. */
export async function wholeHistory(
  deps: HistoryDeps,
  path: string,
  options: Parameters<PurposeHistory['more']>[1] = {},
): Promise<PurposeHistory> {
  const history = await openHistory(deps, path);
  if (history.older === 'more') await history.more(Number.POSITIVE_INFINITY, options);
  return history;
}

function aborting(signal: AbortSignal | undefined): { signal?: AbortSignal } {
  return signal ? { signal } : {};
}
