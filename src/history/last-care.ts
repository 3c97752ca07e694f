import type { FileAccess } from '../files/file-access';
import { basename } from '../files/paths';
import { formerNames, namesLeft } from './former-names';
import type { GitCommit, GitReader } from './git-reader';
import type { HistoryRecord } from './record';
import { RecordLog } from './record-log';
import { type StatementCommit, StatementCommits } from './statement-commits';
import { plainOf } from './statement-of';
import { setsStatement } from './timeline';

/** An act of care for a purpose: a record, or a commit that changed the statement. */
export interface CareEvent extends Pick<HistoryRecord, 'time' | 'author' | 'type' | 'statement'> {
  /** Path of the record's file. */
  readonly path?: string;
  /** The hash of the commit. */
  readonly commit?: string;
}

/** The latest acts of care for a purpose; undefined if there was none of the kind. */
export interface Care {
  /** The latest of all. */
  readonly last: CareEvent;
  /** The latest change of the statement. */
  readonly refined?: CareEvent;
  readonly reaffirmed?: HistoryRecord;
  /** The latest note on how it fits; a note on an earlier wording does not count. */
  readonly noted?: HistoryRecord;
}

/** The part of a purpose's care that comes from git. */
export interface CommittedCare {
  /** The newest commit that changed the statement. */
  readonly refined?: CareEvent;
  /** Former names of the file, as far back as commits were read; their records belong to it. */
  readonly formerNames: readonly string[];
}

/** Maximum number of records to read: older ones say little about the current care. */
const MAX_RECORDS = 64;

/** Numbers of commits to query until one is found that changed the statement: mostly it is one of the last few. */
const REACHES = [8, 64, undefined];
/** Number of commits of a long log that are examined at a time. */
const PAGE = 200;

/**
 * Reads only the newest records of a purpose file, and combines them with git's answer: cheap enough for a code lens.
 */
export async function readCare(
  files: FileAccess,
  purposePath: string,
  committed?: CommittedCare,
): Promise<Care | undefined> {
  const former = await namesLeft(files, purposePath, committed?.formerNames ?? []);
  const found: HistoryRecord[] = [];
  for await (const record of new RecordLog(files, purposePath).newest(former)) {
    found.push(record);
    if (
      found.length >= MAX_RECORDS ||
      setsStatement(record) ||
      record.type === 'note' ||
      record.type === 'reaffirm'
    ) {
      const care = careOf(found, committed?.refined);
      if (found.length >= MAX_RECORDS || (found.some(setsStatement) && care?.noted && care.reaffirmed))
        return care;
    }
  }
  return careOf(found, committed?.refined);
}

/** Asks git for the newest commit that changed the statement, and for former names of the file. */
export async function readCommittedCare(
  git: GitReader,
  purposePath: string,
  signal?: AbortSignal,
): Promise<CommittedCare> {
  const { found, log } = await lastStatementCommit(git, purposePath, signal);
  const formerNames = await formerNamesOf(git, purposePath, log);
  return found ? { refined: eventOf(found), formerNames } : { formerNames };
}

/** The newest commit that changed the statement, and the part of the log that was read to find it, newest first. */
export async function lastStatementCommit(
  git: GitReader,
  purposePath: string,
  signal?: AbortSignal,
): Promise<{ readonly found?: StatementCommit; readonly log: readonly GitCommit[] }> {
  const asked = signal ? { signal } : {};
  const commits = new StatementCommits(git, purposePath);
  for (const reach of REACHES) {
    const log = await git.log(purposePath, { ...asked, ...(reach !== undefined && { limit: reach }) });
    const isWhole = reach === undefined || log.length < reach;
    // If the log continues, the oldest commit read has nothing to be compared with.
    const end = isWhole ? log.length : log.length - 1;
    for (let at = 0; at < end; at += PAGE) {
      const [found] = await commits.changed(log, at, Math.min(at + PAGE, end), asked);
      if (found) return { found, log };
    }
    if (isWhole) return { log };
  }
  return { log: [] };
}

function eventOf({ commit: { author, hash, time }, statement }: StatementCommit): CareEvent {
  return { time, author, type: 'refine', statement: statement?.markdown ?? '', commit: hash };
}

async function formerNamesOf(git: GitReader, path: string, log: readonly GitCommit[]): Promise<string[]> {
  const paths = new Set(
    log.flatMap(({ after, before = [] }) => [after?.path, ...before.map((one) => one.path)]),
  );
  paths.delete(undefined);
  // Finding the names takes another query, which hardly any file needs.
  if (log.length === 0) return [];
  return paths.size < 2 && log[0]?.after?.path.endsWith(basename(path))
    ? []
    : formerNames(log, await git.state(path), path);
}

function careOf(records: readonly HistoryRecord[], committed: CareEvent | undefined): Care | undefined {
  const newest = [...records].sort(newestFirst);
  const refined = joined(newest.find(setsStatement), committed);
  const reaffirmed = newest.find(({ type }) => type === 'reaffirm');
  const noted = newest.find(({ type, about }) => type === 'note' && !about);
  const said = newest.find((record) => !setsStatement(record));
  const [last] = [refined, said].filter((event) => event !== undefined).sort(newestFirst);
  if (!last) return undefined;
  return { last, ...(refined && { refined }), ...(reaffirmed && { reaffirmed }), ...(noted && { noted }) };
}

/**
 * A record and the commit that contains it are one change, dated by the earlier of the two; of two changes the later
 * counts.
 */
function joined(record: HistoryRecord | undefined, commit: CareEvent | undefined): CareEvent | undefined {
  if (!record || !commit) return record ?? commit;
  const isSame = plainOf(record.statement) === plainOf(commit.statement);
  return record.time < commit.time === isSame ? record : commit;
}

function newestFirst(a: CareEvent, b: CareEvent): number {
  return a.time < b.time ? 1 : a.time > b.time ? -1 : 0;
}
