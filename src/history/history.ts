import { type FileAccess, FileError } from '../files/file-access';
import { type Change, classifyChange } from './change';
import { type StatementCommit, StatementCommits } from './commits';
import type { GitCommit, GitReader, GitState } from './git';
import { pacer } from './pace';
import type { Figures, FiguresOf, HistoryRecord, UnreadableRecord } from './record';
import { fold, plainOf, type StatementText, statementOf, statementReader } from './statement-of';
import { readRecords } from './store';
import { type Entry, timeline } from './timeline';

/** What a history is read with. */
export interface HistoryDeps {
  readonly files: FileAccess;
  /** Left out where there is no git, in the web for instance. */
  readonly git?: GitReader;
  readonly figuresOf: FiguresOf;
}

/** What lies beyond the oldest entry: nothing, more commits to load, or what a shallow clone left behind. */
export type Older = 'none' | 'more' | 'shallow';

export interface Reading {
  readonly signal?: AbortSignal;
  /** Told after each page how many of the commits that touched the file have been read. */
  readonly onProgress?: (progress: { readonly read: number; readonly known: number }) => void;
}

export interface Opening extends Reading {
  /** The text in the editor; left out, the file's own is read. */
  readonly workingText?: string;
}

/** Commits read to begin with: quick to have, more than a screen shows. */
const FIRST_PAGE = 60;
/** Most commits whose texts are read in one go. */
const PAGE = 200;

/**
 * The refinement history of one purpose file, newest first, read page by page. Calls must not overlap.
 * An aborted call rejects with the signal's reason; what was read until then stays, and the next call goes on from it.
 */
export class PurposeHistory {
  /** Newest first; replaced as a whole by {@link refresh} and {@link more}. */
  entries: readonly Entry[] = [];
  /** Files among the records that cannot be read. */
  unreadable: readonly UnreadableRecord[] = [];
  older: Older = 'none';
  /** What git said; `undefined` where there is none to ask. */
  git: GitState | undefined;

  readonly #commits: StatementCommits | undefined;
  readonly #changes = new Map<string, Change>();
  readonly #figures = new Map<string, Figures>();
  readonly #plain = new Map<string, string>();
  #workingText: string | undefined;
  #records: readonly HistoryRecord[] = [];
  #working: { statement?: StatementText; time?: string } | undefined;
  #log: readonly GitCommit[] = [];
  #logIsWhole = true;
  #read = 0;
  #changed: readonly StatementCommit[] = [];
  #head: string | undefined;

  constructor(
    private readonly deps: HistoryDeps,
    readonly path: string,
  ) {
    this.#commits = deps.git && new StatementCommits(deps.git, path, statementReader());
  }

  /**
   * Reads records, the working copy and the newest commits: to begin with, and again when something changed.
   * As many commits as were loaded before are loaded again; what is known is not read twice.
   * @param options.changedRecords paths of record files that somebody edited by hand: those are read anew
   */
  async refresh(options: Opening & { readonly changedRecords?: readonly string[] } = {}): Promise<void> {
    const { signal } = options;
    const changed = new Set(options.changedRecords);
    const known = new Map(
      this.#records.filter(({ path }) => !changed.has(path)).map((record) => [record.path, record]),
    );
    const [found, working, git] = await Promise.all([
      readRecords(this.deps.files, this.path, { known, ...(signal && { signal }) }),
      this.#readWorking(options.workingText),
      this.deps.git?.state(this.path, signal),
    ]);
    const wanted = Math.max(this.#read, FIRST_PAGE);
    // One more than is read: a reader that cannot tell a commit's parents needs the next older one.
    const limit = { limit: wanted + 1, ...aborting(signal) };
    const log = (git?.kind === 'repository' && (await this.deps.git?.log(this.path, limit))) || [];
    const commits = (await this.#commits?.changed(log, 0, wanted, signal)) ?? [];
    await this.#prepare(commits, signal);
    const newest = log[0]?.after;
    const head = newest && (await this.#commits?.statementAt(newest, signal));
    signal?.throwIfAborted();
    this.#records = found.records;
    this.unreadable = found.unreadable;
    this.#working = working;
    this.#workingText = options.workingText;
    this.git = git;
    this.#log = log;
    this.#logIsWhole = log.length <= wanted;
    this.#read = Math.min(log.length, wanted);
    this.#changed = commits;
    this.#head = head?.plain;
    this.#merge();
    options.onProgress?.({ read: this.#read, known: this.#log.length });
  }

  /**
   * Loads older commits until there are so many more entries, or all are there.
   * @param count entries wanted; `Infinity` loads all
   */
  async more(count = 30, options: Reading = {}): Promise<void> {
    const { signal } = options;
    if (this.older !== 'more' || !this.#commits) return;
    if (!this.#logIsWhole) {
      const log = (await this.deps.git?.log(this.path, aborting(signal))) ?? [];
      // Somebody committed meanwhile: what was read no longer is the beginning.
      if (log[this.#log.length - 1]?.hash !== this.#log.at(-1)?.hash) {
        const text = this.#workingText;
        await this.refresh({ ...options, ...(text !== undefined && { workingText: text }) });
        return;
      }
      this.#log = log;
      this.#logIsWhole = true;
    }
    const target = this.#changed.length + count;
    const page = Math.min(PAGE, Math.max(FIRST_PAGE, count));
    while (this.#read < this.#log.length && this.#changed.length < target) {
      const end = Math.min(this.#read + page, this.#log.length);
      const found = await this.#commits.changed(this.#log, this.#read, end, signal);
      await this.#prepare(found, signal);
      signal?.throwIfAborted();
      this.#changed = [...this.#changed, ...found];
      this.#read = end;
      this.#merge();
      options.onProgress?.({ read: end, known: this.#log.length });
    }
  }

  /** Takes what stands in the editor now into the newest entry; asks neither files nor git. */
  work(text: string): void {
    const statement = statementOf(text);
    this.#workingText = text;
    this.#working = statement ? { statement } : {};
    this.#merge();
  }

  /** Counts ahead, with rests, what the merge would otherwise count in one go. */
  async #prepare(commits: readonly StatementCommit[], signal?: AbortSignal): Promise<void> {
    const pace = pacer(signal);
    for (const { statement, before = '' } of commits) {
      const now = fold(statement?.plain ?? '');
      this.#figuresOf(now);
      this.#changeOf(before, now);
      await pace();
    }
  }

  #figuresOf(statement: string): Figures {
    return remember(this.#figures, statement, this.deps.figuresOf);
  }

  #changeOf(before: string, after: string): Change {
    return remember(this.#changes, `${before}\n${after}`, () => classifyChange(before, after));
  }

  async #readWorking(
    text: string | undefined,
  ): Promise<{ statement?: StatementText; time?: string } | undefined> {
    const { files } = this.deps;
    let time: string | undefined;
    let working = text;
    if (working === undefined) {
      try {
        const stat = await files.stat(this.path);
        if (!stat) return undefined;
        time = new Date(stat.modified).toISOString();
        working = new TextDecoder().decode(await files.read(this.path));
      } catch (error) {
        if (error instanceof FileError && error.code === 'missing') return undefined;
        throw error;
      }
    }
    const statement = statementOf(working);
    return { ...(statement && { statement }), ...(time && { time }) };
  }

  #merge(): void {
    const last = this.#log[this.#read - 1];
    const more = !this.#logIsWhole || this.#read < this.#log.length;
    const cutOff = this.git?.kind === 'repository' && this.git.shallow && last?.isRoot === true;
    this.older = more ? 'more' : cutOff ? 'shallow' : 'none';
    const entries = timeline({
      records: this.#records,
      commits: this.#changed,
      ...(this.#working && { working: this.#working }),
      ...(this.#head !== undefined && { head: this.#head }),
      hasGit: this.git?.kind === 'repository',
      shallow: this.older === 'shallow' && this.#changed.at(-1)?.commit === last,
      figuresOf: (statement) => this.#figuresOf(statement),
      plainOf: (markdown) => remember(this.#plain, markdown, plainOf),
      changeOf: (before, after) => this.#changeOf(before, after),
    });
    // Records from before the oldest commit read so far wait, or commits would appear between them later.
    const reached = last?.time ?? '';
    this.entries = more ? entries.filter(({ time }) => time === undefined || time >= reached) : entries;
  }
}

/** Opens the history of a purpose file: everything but older commits, for which see {@link PurposeHistory.more}. */
export async function openHistory(
  deps: HistoryDeps,
  path: string,
  options: Opening = {},
): Promise<PurposeHistory> {
  const history = new PurposeHistory(deps, path);
  await history.refresh(options);
  return history;
}

function aborting(signal: AbortSignal | undefined): { signal?: AbortSignal } {
  return signal ? { signal } : {};
}

function remember<T>(known: Map<string, T>, key: string, find: (key: string) => T): T {
  const before = known.get(key);
  if (before !== undefined) return before;
  const found = find(key);
  known.set(key, found);
  return found;
}
