import { FileError } from '../files/file-access';
import { fold } from '../text/fold';
import type { RecordDraft } from './append-record';
import { classifyChange } from './change';
import { continuesSession } from './edit-session';
import type { HistoryRecord } from './record';
import type { RecordLog } from './record-log';
import type { EntryDraft, RecordEvent, RecorderSources } from './recorder-types';
import type { SavedWording } from './saved-wording';
import { plainOf, type StatementText } from './statement-of';

/** A record that is this many ms in the future has a wrong clock; later records need not follow it. */
const CLOCK_TOLERANCE_MS = 24 * 60 * 60 * 1000;

/** The end of the log, as needed for a new record. */
interface End {
  readonly last?: HistoryRecord;
  /** The record before the last. */
  readonly base?: HistoryRecord;
  /** The pivot that no change has followed yet. */
  readonly pivot?: HistoryRecord;
}

/** Writes what the {@link Recorder} decided into the log of one purpose. */
export class WordingWriter {
  constructor(
    private readonly log: RecordLog,
    private readonly sources: RecorderSources,
    private readonly onRecord: (event: RecordEvent) => void,
  ) {}

  /** Records a wording that was found on disk, with its own date and author, unless history has it already. */
  async writeFound(wording: SavedWording): Promise<void> {
    const plain = fold(wording.plain);
    if (plain === '' || this.sources.isOpen?.(plain)) return;
    const end = await this.#end();
    if (end.last && (plainOfRecord(end.last, wording) === plain || (await this.#isKnown(wording)))) return;
    const commit = await this.sources.git?.committed(this.log.purposePath);
    const isCommitted = commit !== undefined && fold(commit.plain) === plain;
    const after = isCommitted || !end.last ? 0 : Date.parse(end.last.time) + 1;
    const now = this.sources.now().getTime();
    const own = isCommitted ? commit.time : wording.modified;
    const written = Math.max(own === undefined ? now : Date.parse(own), after);
    const { kind } = classifyChange(end.last ? plainOfRecord(end.last, wording) : '', plain);
    const pivot = isCommitted ? undefined : end.pivot;
    const { record, isNew } = await this.log.appendOnce({
      time: new Date(Math.min(written, Math.max(now, after))).toISOString(),
      author: isCommitted ? commit.author : '',
      type: 'refine',
      change: pivot ? 'pivot' : kind,
      ...this.sources.figuresOf(wording.plain),
      found: isCommitted ? 'commit' : 'file',
      ...(pivot && { pivot: pivot.id }),
      statement: wording.markdown,
      note: '',
    });
    if (isNew) this.#tell({ record });
  }

  /** The same if history has begun; the first record of a purpose waits for its first change. */
  async writeFoundIfBegun(wording: SavedWording): Promise<void> {
    if ((await this.#end()).last) await this.writeFound(wording);
  }

  /** Records a wording that the author saved, in the edit session of the last record if that has not ended. */
  async writeRefined(now: StatementText, author: string): Promise<void> {
    const plain = fold(now.plain);
    if (plain === '') return;
    const { last, base, pivot } = await this.#end();
    if (last && plainOfRecord(last, now) === plain) return;
    const { isCommitted } = this.sources.git ?? {};
    const joins =
      last &&
      continuesSession(last, author, this.sources.now()) &&
      !(await isCommitted?.call(this.sources.git, last.path));
    const before = joins ? base : last;
    const plainBefore = before ? plainOfRecord(before, now) : '';
    const after = pivot?.id ?? (joins ? last.pivot : undefined);
    const change = after ? 'pivot' : classifyChange(plainBefore, plain).kind;
    const record = await this.log.append({
      ...this.#draft('refine', last, now, author),
      // An edit session that ends with its initial wording is not a change, but keeps the tried wordings.
      ...(plainBefore !== plain && { change, ...(after && { pivot: after }) }),
      ...(joins && {
        since: last.since ?? last.time,
        earlier: [{ time: last.time, statement: last.statement }, ...(last.earlier ?? [])],
      }),
      note: '',
    });
    if (joins) await this.#removeJoined(last);
    this.#tell({ record, ...(joins && { replaces: last.path }) });
  }

  /** Records a note, reaffirmation or pivot on a wording on disk. */
  async writeEntry(draft: EntryDraft, wording: SavedWording, author: string): Promise<HistoryRecord> {
    const adopts = draft.type === 'adopt';
    if (!adopts) await this.writeFound(wording);
    const { last, pivot } = await this.#end();
    const plain = fold(wording.plain);
    const before = last ? plainOfRecord(last, wording) : '';
    const change = pivot ? 'pivot' : classifyChange(before, plain).kind;
    const record = await this.log.append({
      ...this.#draft(draft.type, last, wording, author),
      ...(adopts && before !== plain && { change, ...(pivot && { pivot: pivot.id }) }),
      ...(draft.fit && { fit: draft.fit }),
      ...(draft.phrase?.trim() && { phrase: draft.phrase.trim() }),
      ...(draft.about && { about: draft.about }),
      ...(draft.answers && { answers: draft.answers }),
      ...(draft.type === 'pivot' && last && { previous: last.id }),
      note: draft.note ?? '',
    });
    this.#tell({ record });
    return record;
  }

  /** Reads only the end of the log: two records, and back to the last change if notes followed it. */
  async #end(): Promise<End> {
    const latest = new Date(this.sources.now().getTime() + CLOCK_TOLERANCE_MS).toISOString();
    let last: HistoryRecord | undefined;
    let base: HistoryRecord | undefined;
    let state: HistoryRecord | undefined;
    for await (const record of this.log.newest()) {
      if (record.time > latest) continue;
      if (last) base ??= record;
      else last = record;
      if (record.type === 'pivot' || isChange(record)) state ??= record;
      if (state && base) break;
    }
    return {
      ...(last && { last }),
      ...(base && { base }),
      ...(state?.type === 'pivot' && { pivot: state }),
    };
  }

  async #isKnown(wording: SavedWording): Promise<boolean> {
    const plain = fold(wording.plain);
    for await (const record of this.log.newest()) {
      if ([record, ...(record.earlier ?? [])].some((one) => plainOfRecord(one, wording) === plain))
        return true;
    }
    return false;
  }

  #draft(
    type: string,
    last: HistoryRecord | undefined,
    wording: StatementText,
    author: string,
  ): Omit<RecordDraft, 'note'> {
    // Clocks may differ slightly: a record always gets a later time than its predecessor.
    const after = last ? Date.parse(last.time) + 1 : 0;
    return {
      time: new Date(Math.max(this.sources.now().getTime(), after)).toISOString(),
      author,
      type,
      ...this.sources.figuresOf(wording.plain),
      statement: wording.markdown,
    };
  }

  /** Another window may have deleted it; if it cannot be deleted, readers know that the edit session contains it. */
  async #removeJoined({ path }: HistoryRecord): Promise<void> {
    try {
      await this.sources.files.remove(path);
    } catch (error) {
      if (!(error instanceof FileError)) throw error;
    }
  }

  #tell(event: Omit<RecordEvent, 'path'>): void {
    this.onRecord({ path: this.log.purposePath, ...event });
  }
}

/** The plain text of a record's statement, from the current file if the Markdown is identical. */
function plainOfRecord(record: { readonly statement: string }, now: StatementText): string {
  return record.statement === now.markdown ? fold(now.plain) : plainOf(record.statement);
}

/** Whether the statement differed after it: an edit session that ended with its initial wording only tried others. */
function isChange({ type, change, earlier }: HistoryRecord): boolean {
  return type === 'adopt' || (type === 'refine' && (change !== undefined || !earlier));
}
