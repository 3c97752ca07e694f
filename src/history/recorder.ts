import { KeyedQueue } from '../async/keyed-queue';
import type { HistoryRecord } from './record';
import { RecordLog } from './record-log';
import type { Moment, RecordEvent, RecorderSources } from './recording';
import { readSavedWording, type SavedWording } from './saved-wording';
import { fold, type StatementText, statementOf } from './statement-of';
import { WordingWriter } from './wording-writer';

/** The file on disk has no statement that could be recorded. */
export class NoStatementError extends Error {
  override readonly name = 'NoStatementError';
}

/**
 * Decides what to record when a purpose file is opened, saved or commented on, so that no saved wording is lost and
 * none is invented:
 * - the wording on disk is recorded before another one replaces it;
 * - every saved wording is recorded, after automatic saves once it has been unchanged for a while;
 * - notes, reaffirmations and pivots are about the wording on disk, never about unsaved text.
 *
 * It does not depend on the editor or the clock; calls for one file run in sequence.
 */
export class Recorder {
  readonly #queue = new KeyedQueue();
  /** By purpose file: the wording known to be on disk. */
  readonly #onDisk = new Map<string, SavedWording | undefined>();
  /** By purpose file: the wording that a save in progress replaces; the disk may be reread before the save ends. */
  readonly #saving = new Map<string, SavedWording | undefined>();
  /** By purpose file: the wording of an automatic save, until it counts as settled. */
  readonly #resting = new Map<string, StatementText>();
  /** By purpose file: replaced wordings that could not be recorded yet. */
  readonly #unsafe = new Map<string, SavedWording[]>();
  /** Purpose files whose next save is recorded differently. */
  readonly #held = new Set<string>();

  /** @param onRecord called with every written record */
  constructor(
    private readonly sources: RecorderSources,
    private readonly onRecord: (event: RecordEvent) => void = () => {},
  ) {}

  /** The file was opened, or changed on disk by another program: reads its current wording. */
  opened(path: string): Promise<void> {
    const reading = this.#readNow(path);
    return this.#queue.run(path, async () => {
      const wording = await reading;
      this.#onDisk.set(path, wording);
      if (wording && this.#resting.get(path)?.plain !== wording.plain) this.#resting.delete(path);
    });
  }

  /** The file was closed: records a pending automatic save, drops other state. */
  async closed(path: string): Promise<void> {
    await this.rested(path);
    this.#onDisk.delete(path);
    this.#saving.delete(path);
  }

  /**
   * A text is about to be saved. Resolves once the wording that it replaces is recorded. The save need not wait for it:
   * the editor waits for a second only.
   */
  beforeSave(path: string, text: string): Promise<void> {
    const reading = this.#readNow(path);
    return this.#queue.run(path, async () => {
      const read = await reading;
      // On a slow disk, the save may have overtaken the read, which then found the new wording.
      const isLate = read !== undefined && fold(read.plain) === plainIn(text);
      const before = (isLate && this.#onDisk.get(path)) || read;
      this.#onDisk.set(path, before);
      this.#saving.set(path, before);
      const resting = this.#resting.get(path);
      if (!before || fold(resting?.plain ?? '') === fold(before.plain)) return;
      if (fold(before.plain) === plainIn(text)) return;
      this.#replaces(path, before);
      await this.#secure(path);
    });
  }

  /**
   * A text was saved.
   * @param isAutomatic the editor saved while the author types: the wording counts only after {@link rested}
   * @returns whether to call {@link rested} later
   */
  saved(path: string, text: string, isAutomatic = false): Promise<boolean> {
    return this.#queue.run(path, async () => {
      const before = await this.#wordingBefore(path);
      const now = statementOf(text);
      const plain = fold(now?.plain ?? '');
      const resting = this.#resting.get(path);
      this.#resting.delete(path);
      this.#onDisk.set(path, now && plain !== '' ? this.#savedNow(now) : undefined);
      const changed = plain !== fold(before?.plain ?? '');
      // The wording of an automatic save that was replaced before it settled is not recorded.
      if (before && changed && fold(resting?.plain ?? '') !== fold(before.plain))
        this.#replaces(path, before);
      await this.#secure(path);
      if (!now || plain === '' || this.sources.isOpen?.(plain) || this.#held.has(path)) return false;
      if (!changed && !resting) {
        await this.#writer(path).foundAmongOthers(before ?? this.#savedNow(now));
        return false;
      }
      if (isAutomatic) {
        this.#resting.set(path, now);
        return true;
      }
      await this.#writer(path).refined(now, await this.sources.authorOf(path));
      return false;
    });
  }

  /** The user has created a file with this text. */
  async created(path: string, text: string): Promise<void> {
    await this.#queue.run(path, async () => this.#saving.set(path, undefined));
    await this.saved(path, text);
  }

  /** The wording that a save replaces: as read right before it, else as when the file was opened, else as committed. */
  async #wordingBefore(path: string): Promise<SavedWording | undefined> {
    if (this.#saving.has(path)) {
      const before = this.#saving.get(path);
      this.#saving.delete(path);
      return before;
    }
    if (this.#onDisk.has(path)) return this.#onDisk.get(path);
    const commit = await this.sources.git?.committed(path);
    return commit && { plain: commit.plain, markdown: commit.markdown, modified: commit.time };
  }

  /** The wording of an automatic save has settled, or the file is closed: records it. */
  rested(path: string): Promise<void> {
    return this.#queue.run(path, () => this.#settle(path));
  }

  /**
   * Records a note, reaffirmation or pivot on the wording on disk, and before that the wording itself if history does
   * not have it. Rejects with a {@link NoStatementError}, or with a `FileError` if nothing can be read or written.
   */
  moment(path: string, moment: Moment): Promise<HistoryRecord> {
    return this.#queue.run(path, async () => {
      await this.#secure(path);
      await this.#settle(path);
      const wording = await readSavedWording(this.sources.files, path);
      if (!wording) throw new NoStatementError('The saved file has no statement.');
      this.#onDisk.set(path, wording);
      const author = moment.author?.trim() || (await this.sources.authorOf(path));
      return this.#writer(path).moment(moment, wording, author);
    });
  }

  /**
   * Records a save as the adoption of a candidate instead of a refinement.
   * @param save saves the file; records nothing if it resolves to `false`
   */
  async adopt(path: string, moment: Moment, save: () => PromiseLike<boolean>): Promise<boolean> {
    this.#held.add(path);
    try {
      if (!(await save())) return false;
      this.#resting.delete(path);
      await this.moment(path, { ...moment, type: 'adopt' });
      return true;
    } finally {
      this.#held.delete(path);
    }
  }

  /** Another wording replaces this one. */
  #replaces(path: string, wording: SavedWording): void {
    const unsafe = this.#unsafe.get(path) ?? [];
    if (unsafe.some(({ plain }) => plain === wording.plain)) return;
    this.#unsafe.set(path, [...unsafe, wording]);
  }

  /** Records replaced wordings. If writing fails, the next save tries again. */
  async #secure(path: string): Promise<void> {
    for (const wording of this.#unsafe.get(path) ?? []) await this.#writer(path).found(wording);
    this.#unsafe.delete(path);
  }

  /** Starts to read before the queue is free: another program or a save may replace the wording meanwhile. */
  #readNow(path: string): Promise<SavedWording | undefined> {
    const reading = readSavedWording(this.sources.files, path);
    // The queue may get to it only after it has failed, which must not count as an unhandled rejection.
    reading.catch(() => undefined);
    return reading;
  }

  async #settle(path: string): Promise<void> {
    const resting = this.#resting.get(path);
    if (!resting) return;
    this.#resting.delete(path);
    await this.#writer(path).refined(resting, await this.sources.authorOf(path));
  }

  #savedNow({ plain, markdown }: StatementText): SavedWording {
    return { plain, markdown, modified: this.sources.now().toISOString() };
  }

  #writer(path: string): WordingWriter {
    const { files, git, random } = this.sources;
    const formerNames = git && (() => git.formerNames(path));
    const log = new RecordLog(files, path, { random, ...(formerNames && { formerNames }) });
    return new WordingWriter(log, this.sources, this.onRecord);
  }
}

function plainIn(text: string): string {
  return fold(statementOf(text)?.plain ?? '');
}
