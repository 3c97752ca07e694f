import { type FileAccess, FileError } from '../files/file-access';
import { classifyChange } from './change';
import { readFormerRecords } from './former-names';
import type { FiguresOf, Fit, HistoryRecord } from './record';
import { RECORD_VERSION } from './record';
import { fold, plainOf, type StatementText } from './statement-of';
import { appendRecord, joinRecords, type Random, type RecordDraft, readRecords } from './store';

/** Saves of one author within this time, in ms from the first, make one record. */
export const FOLD_WITHIN = 10 * 60 * 1000;
/** A record this far ahead (ms) was written by a clock that is wrong: what comes now does not wait for it. */
const CLOCK_TOLERANCE = 24 * 60 * 60 * 1000;

/** Who writes a record, when, and what it needs to know. */
export interface Writing {
  readonly statement: StatementText;
  readonly author: string;
  readonly now: Date;
  readonly figuresOf: FiguresOf;
  /** The plain statement before the first record, from git for instance: what the first change is measured against. */
  readonly before?: string;
  /** Names that the file had before, from git: asked for where it has hardly a record under its own. */
  readonly formerNames?: () => Promise<readonly string[]>;
  /** Whether git keeps a record's file already. Such a record is never folded away: two branches that did would conflict. */
  readonly isCommitted?: (path: string) => Promise<boolean>;
  readonly random?: Random;
}

/** What a person says of a purpose without changing its statement, or with adopting a candidate. */
export interface Moment {
  readonly type: 'note' | 'pivot' | 'reaffirm' | 'adopt';
  readonly note?: string;
  readonly fit?: Fit;
  readonly phrase?: string;
  /** The id of an older record, or the hash of a commit, that a note is about. */
  readonly about?: string;
}

/** Records of one purpose are written one after the other within this process. */
const queues = new WeakMap<FileAccess, Map<string, Promise<unknown>>>();

/**
 * Records a refinement where the statement differs from the last record's. Saves by one author within
 * {@link FOLD_WITHIN} fold into one record: the new file is written whole before the one that it replaces goes,
 * so that a kill at any moment leaves every earlier record as it was, at worst with both there.
 * @returns the new record, or `undefined` where there was nothing to record
 */
export function recordRefinement(
  files: FileAccess,
  purposePath: string,
  writing: Writing,
): Promise<HistoryRecord | undefined> {
  return inTurn(files, purposePath, () => refine(files, purposePath, writing));
}

/**
 * Records a fit note, a reaffirmation, a pivot or an adoption. Where the statement changed since the last record
 * (or there is none) that refinement is recorded first, so that each record tells of a statement that history knows.
 * A pivot keeps the old statement and names its record; the next refinement names the pivot.
 */
export function recordMoment(
  files: FileAccess,
  purposePath: string,
  moment: Moment,
  writing: Writing,
): Promise<HistoryRecord> {
  return inTurn(files, purposePath, async () => {
    if (moment.type !== 'adopt') await refine(files, purposePath, writing);
    const records = await recordsUntil(files, purposePath, writing);
    const last = records.at(-1);
    const change = moment.type === 'adopt' ? changeSince(records, last, writing) : undefined;
    return appendRecord(
      files,
      purposePath,
      {
        ...draftOf(moment.type, last, writing),
        ...(change && { change: change.kind, ...(change.pivot && { pivot: change.pivot }) }),
        ...(moment.fit && { fit: moment.fit }),
        ...(moment.phrase?.trim() && { phrase: moment.phrase.trim() }),
        ...(moment.about && { about: moment.about }),
        ...(moment.type === 'pivot' && last && { previous: last.id }),
        note: moment.note ?? '',
      },
      writing.random,
    );
  });
}

async function refine(
  files: FileAccess,
  purposePath: string,
  writing: Writing,
): Promise<HistoryRecord | undefined> {
  const statement = fold(writing.statement.plain);
  if (statement === '') return undefined;
  const records = await recordsUntil(files, purposePath, writing);
  const last = records.at(-1);
  if (last && plainIn(last, writing) === statement) return undefined;
  const folded = last && (await canFold(last, writing)) ? last : undefined;
  const base = folded ? records.at(-2) : last;
  if (folded && base && plainIn(base, writing) === statement) {
    // Tried and taken back within the time of one record: nothing has changed.
    await removeFolded(files, folded);
    return undefined;
  }
  const { kind, pivot } = changeSince(folded ? records.slice(0, -1) : records, base, writing);
  const record = await appendRecord(
    files,
    purposePath,
    {
      ...draftOf('refine', last, writing),
      change: kind,
      ...(folded && { since: folded.since ?? folded.time }),
      ...(pivot && { pivot }),
      note: '',
    },
    writing.random,
  );
  if (folded) await removeFolded(files, folded);
  return record;
}

/** The records that the next one comes after. */
async function recordsUntil(
  files: FileAccess,
  purposePath: string,
  { now, formerNames }: Writing,
): Promise<HistoryRecord[]> {
  let found = await readRecords(files, purposePath);
  // The last two are what a record is measured against.
  if (found.records.length < 2 && formerNames) {
    found = joinRecords(found, await readFormerRecords(files, purposePath, await formerNames()));
  }
  const latest = new Date(now.getTime() + CLOCK_TOLERANCE).toISOString();
  return found.records.filter((record) => record.time <= latest);
}

function draftOf(type: string, last: HistoryRecord | undefined, writing: Writing): Omit<RecordDraft, 'note'> {
  // Two clocks differ by a little: a record still comes after the one that it follows.
  const after = last ? Date.parse(last.time) + 1 : 0;
  return {
    time: new Date(Math.max(writing.now.getTime(), after)).toISOString(),
    author: writing.author,
    type,
    ...writing.figuresOf(writing.statement.plain),
    statement: writing.statement.markdown,
  };
}

/** The kind of change, and the pivot that it follows where it is the first one after it. */
function changeSince(
  records: readonly HistoryRecord[],
  base: HistoryRecord | undefined,
  writing: Writing,
): { kind: string; pivot?: string } {
  const pivot = records.findLast(({ type }) => type === 'pivot' || type === 'refine' || type === 'adopt');
  if (pivot?.type === 'pivot') return { kind: 'pivot', pivot: pivot.id };
  const now = fold(writing.statement.plain);
  const before = base ? plainIn(base, writing) : fold(writing.before ?? '');
  // The first record of a statement that git has as it is changes nothing: history starts with it.
  return { kind: classifyChange(before === now ? '' : before, now).kind };
}

/** What a record's statement reads: as the file says now, where it is the same to the letter. */
function plainIn(record: HistoryRecord, { statement }: Writing): string {
  return record.statement === statement.markdown ? fold(statement.plain) : plainOf(record.statement);
}

async function canFold(last: HistoryRecord, writing: Writing): Promise<boolean> {
  if (last.type !== 'refine' || last.author !== writing.author) return false;
  // What a newer version or a person put there is not ours to fold away.
  if (last.version > RECORD_VERSION || last.extra || last.note !== '' || last.fit) return false;
  const age = writing.now.getTime() - Date.parse(last.since ?? last.time);
  if (!(age >= 0 && age < FOLD_WITHIN)) return false;
  return !(await writing.isCommitted?.(last.path));
}

/** The newer record is there already: one that another window folded first, or that cannot go, does no harm. */
async function removeFolded(files: FileAccess, record: HistoryRecord): Promise<void> {
  try {
    await files.remove(record.path);
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
  }
}

function inTurn<T>(files: FileAccess, purposePath: string, task: () => Promise<T>): Promise<T> {
  const queue = queues.get(files) ?? new Map<string, Promise<unknown>>();
  queues.set(files, queue);
  const result = (queue.get(purposePath) ?? Promise.resolve()).then(task, task);
  queue.set(purposePath, result);
  const done = () => {
    if (queue.get(purposePath) === result) queue.delete(purposePath);
  };
  result.then(done, done);
  return result;
}
