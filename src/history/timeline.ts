import { fold } from '../text/fold';
import { afterRemoval, type Change, classifyChange } from './change';
import { matchCommits } from './match-commits';
import type { EarlierWording, FiguresOf, HistoryRecord } from './record';
import type { StatementCommit } from './statement-commits';
import { plainOf as plainOfMarkdown, type StatementText } from './statement-of';
import type { Step, TimelineEntry } from './timeline-entry';

export interface TimelineInput {
  /** Oldest first. */
  readonly records: readonly HistoryRecord[];
  /** Newest first, as from git. */
  readonly commits: readonly StatementCommit[];
  /** The current statement in the file or the editor; undefined without a file. */
  readonly working?: { readonly statement?: StatementText; readonly time?: string; readonly author?: string };
  /** The plain statement of the newest commit; undefined without git or a commit. */
  readonly head?: string;
  readonly hasGit?: boolean;
  /** Whether the oldest of `commits` is at the end of a shallow clone, so that its predecessor is unknown. */
  readonly shallow?: boolean;
  /** Whether git has not answered completely: a wording without a record may turn out to be an old one. */
  readonly unfinished?: boolean;
  readonly figuresOf: FiguresOf;
  /** Converts a record's Markdown to plain text; memoised by the caller. */
  readonly plainOf?: (markdown: string) => string;
  /** Classifies a change; memoised by the caller. */
  readonly changeOf?: (before: string, after: string) => Change;
}

interface Item {
  readonly time: string;
  readonly record?: HistoryRecord;
  readonly commit?: StatementCommit;
}

/** Whether a record is a state of the statement, rather than a comment on it. */
export function setsStatement(record: HistoryRecord): boolean {
  return record.type === 'refine' || record.type === 'adopt';
}

/** Merges records, commits and the working copy into one list, newest first. */
export function timeline(input: TimelineInput): TimelineEntry[] {
  const steps = timelineSteps(input);
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

/** The same in small steps, so that a long history can be merged without blocking; the last one returns the list. */
export function* timelineSteps(input: TimelineInput): Generator<void, TimelineEntry[]> {
  const plainOf = input.plainOf ?? plainOfMarkdown;
  const plain = new Map<HistoryRecord, string>();
  for (const record of input.records) {
    plain.set(record, plainOf(record.statement));
    yield;
  }
  const commits = [...input.commits].reverse();
  const ids = new Set(input.records.map(({ id }) => id));
  const items = inOrder(input.records, commits, (record) => plain.get(record) ?? '');
  const changeOf = input.changeOf ?? classifyChange;
  const entries: TimelineEntry[] = [];
  let hadStatement = false;
  let state: { readonly statement: string; readonly committed: boolean } | undefined;
  for (const { record, commit, time } of items) {
    const statement = record ? (plain.get(record) ?? '') : fold(commit?.statement?.plain ?? '');
    const unknownBefore = input.shallow === true && commit !== undefined && commit === commits[0];
    // A commit is compared with its own parent, regardless of commits on other branches, unless uncommitted drafts are
    // in between.
    const own = commit && (!state || state.committed) ? (commit.before ?? '') : undefined;
    const previous = unknownBefore && !state ? undefined : (own ?? state?.statement ?? '');
    const changed =
      previous !== undefined && previous !== statement && (commit || statement !== state?.statement);
    entries.push({
      ...entryOf(record, commit, time, statement, input.figuresOf),
      ...(record?.pivot && ids.has(record.pivot) && { pivot: record.pivot }),
      ...(record?.earlier && { steps: stepsOf(record.earlier, plainOf) }),
      ...(changed && { change: named(changeIn(hadStatement, changeOf(previous, statement)), record, ids) }),
      ...(changed && previous !== '' && { previous }),
    });
    hadStatement ||= statement !== '';
    state = { statement, committed: commit !== undefined || (state?.committed === true && !changed) };
    yield;
  }
  return markUncommitted(entries, input, changeOf).reverse();
}

function changeIn(hadStatement: boolean, change: Change): Change {
  return hadStatement ? afterRemoval(change) : change;
}

function stepsOf(earlier: readonly EarlierWording[], plainOf: (markdown: string) => string): Step[] {
  return earlier.map(({ time, statement }) => ({ time, statement: plainOf(statement), markdown: statement }));
}

/** A recorded pivot overrides the classification by word counts, unless the pivot was removed. */
function named(change: Change, record: HistoryRecord | undefined, ids: ReadonlySet<string>): Change {
  if (record?.change !== 'pivot' || change.kind === 'start' || change.kind === 'again') return change;
  return record.pivot && !ids.has(record.pivot) ? change : { ...change, kind: 'pivot' };
}

function entryOf(
  record: HistoryRecord | undefined,
  found: StatementCommit | undefined,
  time: string,
  statement: string,
  figuresOf: FiguresOf,
): Omit<TimelineEntry, 'change' | 'previous'> {
  const commit = found?.commit;
  const { grade, vague, words } = record ?? {};
  const recorded = grade !== undefined && vague !== undefined && words !== undefined;
  const recordFirst = record && (!commit || isIn(record, commit));
  return {
    key: record?.path ?? commit?.hash ?? '',
    kind: record?.type ?? 'refine',
    time,
    author: (recordFirst ? record.author : commit?.author) || commit?.author || '',
    statement,
    markdown: record?.statement ?? found?.statement?.markdown ?? '',
    figures: recorded ? { grade, vague, words } : figuresOf(statement),
    note: record?.note ?? '',
    uncommitted: false,
    ...(record?.fit && { fit: record.fit }),
    ...(record?.phrase && { phrase: record.phrase }),
    ...(record?.answers && { answers: record.answers }),
    ...(record?.about && { about: record.about }),
    ...(record && { record: { id: record.id, path: record.path } }),
    ...(commit && {
      commit: {
        hash: commit.hash,
        subject: commit.subject,
        author: commit.author,
        time: commit.time,
        path: commit.after?.path ?? commit.before?.[0]?.path ?? '',
      },
    }),
    ...(record?.type === 'pivot' && record.previous && { replaces: record.previous }),
  };
}

/** Adds the current statement if no entry has it, and marks what no commit has. Entries are oldest first. */
function markUncommitted(
  entries: TimelineEntry[],
  input: TimelineInput,
  changeOf: (before: string, after: string) => Change,
): TimelineEntry[] {
  const { working } = input;
  if (!working) return entries;
  const now = fold(working.statement?.plain ?? '');
  const last = entries.at(-1)?.statement ?? '';
  const head = input.head ?? '';
  const uncommitted = input.hasGit === true && now !== head;
  if (input.hasGit && last !== head) markLast(entries);
  const hadStatement = entries.some(({ statement }) => statement !== '');
  if (now !== last) {
    // After `git stash` or `git checkout`, the file has a committed wording again, below one that is only recorded.
    const again =
      working.time !== undefined && now !== '' && !uncommitted
        ? entries.findLast(({ commit, statement }) => commit && statement === now)?.commit
        : undefined;
    entries.push({
      key: 'working',
      kind: 'working',
      ...(working.time && { time: working.time }),
      author: working.author ?? '',
      statement: now,
      markdown: working.statement?.markdown ?? '',
      ...(!(input.unfinished && last === '') && { change: changeIn(hadStatement, changeOf(last, now)) }),
      ...(last !== '' && { previous: last }),
      figures: input.figuresOf(now),
      note: '',
      uncommitted,
      ...(again && { commit: again }),
    });
  }
  return entries;
}

/** Marks the last change as not committed, if it is only recorded. */
function markLast(entries: TimelineEntry[]): void {
  const at = entries.findLastIndex((entry) => entry.change);
  const entry = entries[at];
  if (entry && !entry.commit) entries[at] = { ...entry, uncommitted: true };
}

/** Whether a record was there when its commit was made or amended: then its time and author are those of the wording. */
function isIn(record: HistoryRecord, { time, committed = time }: StatementCommit['commit']): boolean {
  return record.time <= committed || record.time <= time;
}

/** Items oldest first. Commits keep git's order even if their clocks disagree; so do records. */
function inOrder(
  records: readonly HistoryRecord[],
  commits: readonly StatementCommit[],
  plainOf: (record: HistoryRecord) => string,
): Item[] {
  const states = records.filter(setsStatement);
  const pairs = matchCommits(
    states.map((record) => ({ time: record.time, statement: plainOf(record) })),
    commits.map(({ commit: { time, committed }, statement }) => ({
      time,
      ...(committed && { committed }),
      statement: fold(statement?.plain ?? ''),
    })),
  );
  const matched = new Set<HistoryRecord>();
  const items: Item[] = [];
  let reached = '';
  commits.forEach((commit, at) => {
    const record = states[pairs[at] ?? -1];
    if (record) matched.add(record);
    const first = record && isIn(record, commit.commit) ? record.time : commit.commit.time;
    const time = first > reached ? first : reached;
    reached = time;
    items.push({ time, commit, ...(record && { record }) });
  });
  for (const record of records) if (!matched.has(record)) items.push({ time: record.time, record });
  return items.sort((a, b) => (a.time < b.time ? -1 : a.time > b.time ? 1 : 0));
}
