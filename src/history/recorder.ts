import { KeyedQueue } from '../async/keyed-queue';
import { fold } from '../text/fold';
import type { HistoryRecord } from './record';
import { RecordLog } from './record-log';
import type { EntryDraft, RecordEvent, RecorderSources } from './recorder-types';
import { readSavedWording, type SavedWording } from './saved-wording';
import { plainOf, type StatementText, statementOf } from './statement-of';
import { WordingWriter } from './wording-writer';

/** The file on disk has no statement that could be recorded. */
class NoStatementError extends Error {
  override readonly name = 'NoStatementError';
}

/** The statement on disk is not the one that an entry is about. */
export class OtherWordingError extends Error {
  override readonly name = 'OtherWordingError';
}

/** The adoption of a candidate, until its save is recorded. */
interface Adoption {
  readonly draft: EntryDraft;
  readonly statement: Pick<StatementText, 'plain'>;
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
  readonly #unsettled = new Map<string, StatementText>();
  /** By purpose file: replaced wordings that could not be recorded yet. */
  readonly #unrecorded = new Map<string, SavedWording[]>();
  /** By purpose file: the adoption whose save has not been recorded yet. */
  readonly #adopting = new Map<string, Adoption>();

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
      // Between the two events of a save, another wording is the one that is being saved.
      if (!wording || this.#saving.has(path)) return;
      if (this.#unsettled.get(path)?.plain !== wording.plain) this.#unsettled.delete(path);
    });
  }

  /** The file was closed: records a pending automatic save, drops other state. */
  closed(path: string): Promise<void> {
    // In the queue, since an editor may open the file again at once.
    return this.#queue.run(path, () => {
      this.#onDisk.delete(path);
      this.#saving.delete(path);
      return this.#recordUnsettled(path);
    });
  }

  /**
   * The file was renamed: records a pending automatic save under its old name, then moves its records.
   * @param move moves all records of the old name
   */
  renamed<T>(path: string, move: () => Promise<T>): Promise<T> {
    return this.#queue.run(path, async () => {
      const recorded = this.#recordUnsettled(path);
      await recorded.catch(() => undefined);
      const moved = await move();
      await recorded;
      return moved;
    });
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
      const unsettled = this.#unsettled.get(path);
      if (!before || fold(unsettled?.plain ?? '') === fold(before.plain)) return;
      if (fold(before.plain) === plainIn(text)) return;
      this.#markReplaced(path, before);
      await this.#recordReplaced(path);
    });
  }

  /**
   * A text was saved.
   * @param text what was written; `undefined` if only the disk has it
   * @param isAutomatic the editor saved while the author types: the wording counts only after {@link settled}
   * @returns whether to call {@link settled} later
   */
  saved(path: string, text: string | undefined, isAutomatic = false): Promise<boolean> {
    const written = text === undefined ? this.#readNow(path) : statementOf(text);
    return this.#queue.run(path, async () => this.#recordSaved(path, await written, isAutomatic));
  }

  /** The user has created a file with this text. */
  async created(path: string, text: string): Promise<void> {
    // One task: a save of the user between two would take the new wording for one that history need not begin with.
    await this.#queue.run(path, () => {
      this.#saving.set(path, undefined);
      return this.#recordSaved(path, statementOf(text), false);
    });
  }

  async #recordSaved(path: string, now: StatementText | undefined, isAutomatic: boolean): Promise<boolean> {
    const before = await this.#wordingBefore(path);
    const plain = fold(now?.plain ?? '');
    const unsettled = this.#unsettled.get(path);
    this.#unsettled.delete(path);
    this.#onDisk.set(path, now && plain !== '' ? this.#savedNow(now) : undefined);
    const changed = plain !== fold(before?.plain ?? '');
    // The wording of an automatic save that was replaced before it settled is not recorded.
    if (before && changed && fold(unsettled?.plain ?? '') !== fold(before.plain))
      this.#markReplaced(path, before);
    await this.#recordReplaced(path);
    if (!now || plain === '') return false;
    const adoption = this.#adopting.get(path);
    if (adoption && isSame(adoption.statement, now)) {
      await this.#writeEntry(path, adoption.draft, this.#savedNow(now));
      this.#adopting.delete(path);
      return false;
    }
    if (this.sources.isOpen?.(plain)) return false;
    if (!changed && !unsettled) {
      await this.#writer(path).writeFoundIfBegun(before ?? this.#savedNow(now));
      return false;
    }
    if (isAutomatic) {
      this.#unsettled.set(path, now);
      return true;
    }
    await this.#writer(path).writeRefined(now, await this.sources.authorOf(path));
    return false;
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
  settled(path: string): Promise<void> {
    return this.#queue.run(path, () => this.#recordUnsettled(path));
  }

  /**
   * Records a note, reaffirmation or pivot on the wording on disk, and before that the wording itself if history does
   * not have it. Rejects with a {@link NoStatementError}, or with a `FileError` if nothing can be read or written.
   * @param about the statement that the user was asked about; rejects with an {@link OtherWordingError}, and records
   * nothing, if another one is on disk
   */
  recordEntry(path: string, draft: EntryDraft, about?: Pick<StatementText, 'plain'>): Promise<HistoryRecord> {
    return this.#queue.run(path, async () => {
      const wording = await readSavedWording(this.sources.files, path);
      if (!wording) throw new NoStatementError('The saved file has no statement, or is not in UTF-8.');
      if (about && !isSame(about, wording))
        throw new OtherWordingError('The statement was changed meanwhile: look at it, then try again.');
      await this.#recordReplaced(path);
      await this.#recordUnsettled(path);
      this.#onDisk.set(path, wording);
      return this.#writeEntry(path, draft, wording);
    });
  }

  /**
   * Whether history has an entry of a type on a statement.
   * @param since ISO 8601, only the date: older entries do not count
   */
  async hasEntry(
    path: string,
    type: EntryDraft['type'],
    { plain, markdown }: StatementText,
    since: string,
  ): Promise<boolean> {
    for await (const record of this.#log(path).newest()) {
      if (record.time.slice(0, 10) < since) return false;
      if (record.type !== type) continue;
      if (record.statement === markdown || plainOf(record.statement) === fold(plain)) return true;
    }
    return false;
  }

  async #writeEntry(path: string, draft: EntryDraft, wording: SavedWording): Promise<HistoryRecord> {
    const author = draft.author?.trim() || (await this.sources.authorOf(path));
    return this.#writer(path).writeEntry(draft, wording, author);
  }

  /**
   * Records a save as the adoption of a candidate instead of a refinement. Saves of other statements meanwhile are
   * recorded as usual.
   * @param statement the adopted one, as it will be saved
   * @param save saves the file; if it resolves to `false` and the file was not saved, nothing is recorded
   */
  async adopt(
    path: string,
    draft: EntryDraft,
    statement: Pick<StatementText, 'plain'>,
    save: () => PromiseLike<boolean>,
  ): Promise<boolean> {
    const adoption: Adoption = { draft: { ...draft, type: 'adopt' }, statement };
    this.#adopting.set(path, adoption);
    try {
      const isSaved = await save();
      // The record of the save is queued by now.
      const isRecorded = await this.#queue.run(path, async () => this.#adopting.get(path) !== adoption);
      if (isRecorded) return true;
      if (!isSaved) return false;
      // The save has no record: recording is off here, or writing the record failed.
      this.#unsettled.delete(path);
      await this.recordEntry(path, adoption.draft, statement);
      return true;
    } finally {
      if (this.#adopting.get(path) === adoption) this.#adopting.delete(path);
    }
  }

  /** Another wording replaces this one. */
  #markReplaced(path: string, wording: SavedWording): void {
    const unsafe = this.#unrecorded.get(path) ?? [];
    if (unsafe.some(({ plain }) => plain === wording.plain)) return;
    this.#unrecorded.set(path, [...unsafe, wording]);
  }

  /** Records replaced wordings. If writing fails, the next save tries again. */
  async #recordReplaced(path: string): Promise<void> {
    for (const wording of this.#unrecorded.get(path) ?? []) await this.#writer(path).writeFound(wording);
    this.#unrecorded.delete(path);
  }

  /** Starts to read before the queue is free: another program or a save may replace the wording meanwhile. */
  #readNow(path: string): Promise<SavedWording | undefined> {
    const reading = readSavedWording(this.sources.files, path);
    // The queue may get to it only after it has failed, which must not count as an unhandled rejection.
    reading.catch(() => undefined);
    return reading;
  }

  async #recordUnsettled(path: string): Promise<void> {
    const unsettled = this.#unsettled.get(path);
    if (!unsettled) return;
    this.#unsettled.delete(path);
    await this.#writer(path).writeRefined(unsettled, await this.sources.authorOf(path));
  }

  #savedNow({ plain, markdown }: StatementText): SavedWording {
    return { plain, markdown, modified: this.sources.now().toISOString() };
  }

  #writer(path: string): WordingWriter {
    return new WordingWriter(this.#log(path), this.sources, this.onRecord);
  }

  #log(path: string): RecordLog {
    const { files, git, random } = this.sources;
    const formerNames = git && (() => git.formerNames(path));
    return new RecordLog(files, path, { random, ...(formerNames && { formerNames }) });
  }
}

function plainIn(text: string): string {
  return fold(statementOf(text)?.plain ?? '');
}

function isSame(one: Pick<StatementText, 'plain'>, other: Pick<StatementText, 'plain'>): boolean {
  return fold(one.plain) === fold(other.plain);
}
