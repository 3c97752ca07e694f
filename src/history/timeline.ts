import { type Change, classifyChange } from './change';
import type { StatementCommit } from './commits';
import { matchCommits } from './match';
import type { EarlierWording, Figures, FiguresOf, HistoryRecord } from './record';
import type { ReviewAnswers } from './review-questions';
import { fold, plainOf as plainOfMarkdown, type StatementText } from './statement-of';

/** A wording that was saved on the way to the one of its entry. */
export interface Step {
  /** ISO 8601 in UTC. */
  readonly time: string;
  /** As it reads; `markdown` as it is written. */
  readonly statement: string;
  readonly markdown: string;
}

/** One moment of a purpose's history. */
export interface Entry {
  /** Unlike any other entry's and the same on every reading: for the place in a list. */
  readonly key: string;
  /**
   * `working` is what is not saved or committed yet; `refine` a change of the statement, from a record, a commit or
   * both; the rest are a record's types, those of newer versions included.
   */
  readonly kind: 'working' | 'refine' | 'note' | 'pivot' | 'reaffirm' | 'adopt' | (string & {});
  /** ISO 8601 in UTC; when the statement was first so. Missing for work that was never saved. */
  readonly time?: string;
  readonly author: string;
  /** The statement as read at that time; empty where it was taken out. */
  readonly statement: string;
  readonly markdown: string;
  /** The statement before, where the entry changed it; missing for the first one and for notes. */
  readonly previous?: string;
  /** Missing where nothing changed, and for the oldest entry of a shallow clone. */
  readonly change?: Change;
  readonly figures: Figures;
  /** The wordings that a sitting passed on its way to this one, newest first. */
  readonly steps?: readonly Step[];
  /** What the author wrote about it; a commit's subject stands in `commit`. */
  readonly note: string;
  readonly fit?: string;
  readonly phrase?: string;
  /** What was answered to the questions of a review. */
  readonly answers?: ReviewAnswers;
  /** For a note on an older wording: the id of its record, or the hash of its commit. */
  readonly about?: string;
  /** Whether git keeps this statement in no commit yet; `false` where there is no git. */
  readonly uncommitted: boolean;
  readonly record?: { readonly id: string; readonly path: string };
  readonly commit?: {
    readonly hash: string;
    readonly subject: string;
    readonly author: string;
    readonly time: string;
    /** The file's path at that commit. */
    readonly path: string;
  };
  /** For a pivot: the id of the record with the old statement. */
  readonly replaces?: string;
  /** For the first change after a pivot: the id of the pivot's record. */
  readonly pivot?: string;
}

export interface TimelineInput {
  /** Oldest first. */
  readonly records: readonly HistoryRecord[];
  /** Newest first, as git gives them. */
  readonly commits: readonly StatementCommit[];
  /** What stands in the file or the editor now; left out where there is no file. */
  readonly working?: { readonly statement?: StatementText; readonly time?: string; readonly author?: string };
  /** The plain statement of the newest commit; left out where there is no git or nothing committed. */
  readonly head?: string;
  readonly hasGit?: boolean;
  /** Whether the oldest of `commits` stands at the end of a shallow clone: what was before is not known. */
  readonly shallow?: boolean;
  /** Whether git is still being asked, or lacks texts: what no record tells of may yet turn out to be old. */
  readonly unfinished?: boolean;
  readonly figuresOf: FiguresOf;
  /** Reads the plain text from a record's Markdown; a remembering one saves work when more is loaded. */
  readonly plainOf?: (markdown: string) => string;
  /** How a change is named; a remembering one saves work when more is loaded. */
  readonly changeOf?: (before: string, after: string) => Change;
}

interface Item {
  readonly time: string;
  readonly record?: HistoryRecord;
  readonly commit?: StatementCommit;
}

/** Whether a record stands for a state of the statement, as against something said about it. */
export function isState(record: HistoryRecord): boolean {
  return record.type === 'refine' || record.type === 'adopt';
}

/** Merges records, commits and the working copy into one list, newest first. */
export function timeline(input: TimelineInput): Entry[] {
  const steps = timelineSteps(input);
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

/** The same in small steps, so that a long history need not be merged in one go; the last one gives the list. */
export function* timelineSteps(input: TimelineInput): Generator<void, Entry[]> {
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
  const entries: Entry[] = [];
  let state: { readonly statement: string; readonly committed: boolean } | undefined;
  for (const { record, commit, time } of items) {
    const statement = record ? (plain.get(record) ?? '') : fold(commit?.statement?.plain ?? '');
    const unknownBefore = input.shallow === true && commit !== undefined && commit === commits[0];
    // A commit tells itself what it changed, whatever was committed on another branch meanwhile;
    // not so where drafts that were never committed lie between.
    const own = commit && (!state || state.committed) ? (commit.before ?? '') : undefined;
    const previous = unknownBefore && !state ? undefined : (own ?? state?.statement ?? '');
    const changed =
      previous !== undefined && previous !== statement && (commit || statement !== state?.statement);
    entries.push({
      ...entryOf(record, commit, time, statement, input.figuresOf),
      ...(record?.pivot && ids.has(record.pivot) && { pivot: record.pivot }),
      ...(record?.earlier && { steps: stepsOf(record.earlier, plainOf) }),
      ...(changed && { change: named(changeOf(previous, statement), record, ids) }),
      ...(changed && previous !== '' && { previous }),
    });
    state = { statement, committed: commit !== undefined || (state?.committed === true && !changed) };
    yield;
  }
  return markUncommitted(entries, input, changeOf).reverse();
}

function stepsOf(earlier: readonly EarlierWording[], plainOf: (markdown: string) => string): Step[] {
  return earlier.map(({ time, statement }) => ({ time, statement: plainOf(statement), markdown: statement }));
}

/** The writer's word that it is a pivot overrides the count of words, unless the pivot was taken back. */
function named(change: Change, record: HistoryRecord | undefined, ids: ReadonlySet<string>): Change {
  if (record?.change !== 'pivot' || change.kind === 'start') return change;
  return record.pivot && !ids.has(record.pivot) ? change : { ...change, kind: 'pivot' };
}

function entryOf(
  record: HistoryRecord | undefined,
  found: StatementCommit | undefined,
  time: string,
  statement: string,
  figuresOf: FiguresOf,
): Omit<Entry, 'change' | 'previous'> {
  const commit = found?.commit;
  const { grade, vague, words } = record ?? {};
  const recorded = grade !== undefined && vague !== undefined && words !== undefined;
  const recordFirst = record && (!commit || record.time <= commit.time);
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

/** Adds what stands in the file now where no entry has it, and marks what no commit has. Entries are oldest first. */
function markUncommitted(
  entries: Entry[],
  input: TimelineInput,
  changeOf: (before: string, after: string) => Change,
): Entry[] {
  const { working } = input;
  if (!working) return entries;
  const now = fold(working.statement?.plain ?? '');
  const last = entries.at(-1)?.statement ?? '';
  const uncommitted = input.hasGit === true && now !== (input.head ?? '');
  if (now !== last) {
    entries.push({
      key: 'working',
      kind: 'working',
      ...(working.time && { time: working.time }),
      author: working.author ?? '',
      statement: now,
      markdown: working.statement?.markdown ?? '',
      ...(!(input.unfinished && last === '') && { change: changeOf(last, now) }),
      ...(last !== '' && { previous: last }),
      figures: input.figuresOf(now),
      note: '',
      uncommitted,
    });
  } else if (uncommitted) {
    const at = entries.findLastIndex((entry) => entry.change);
    const entry = entries[at];
    if (entry && !entry.commit) entries[at] = { ...entry, uncommitted };
  }
  return entries;
}

/** Items oldest first. Commits keep git's order even where their clocks disagree; so do records. */
function inOrder(
  records: readonly HistoryRecord[],
  commits: readonly StatementCommit[],
  plainOf: (record: HistoryRecord) => string,
): Item[] {
  const states = records.filter(isState);
  const pairs = matchCommits(
    states.map((record) => ({ time: record.time, statement: plainOf(record) })),
    commits.map(({ commit, statement }) => ({ time: commit.time, statement: fold(statement?.plain ?? '') })),
  );
  const matched = new Set<HistoryRecord>();
  const items: Item[] = [];
  let reached = '';
  commits.forEach((commit, at) => {
    const record = states[pairs[at] ?? -1];
    if (record) matched.add(record);
    const first = record && record.time < commit.commit.time ? record.time : commit.commit.time;
    const time = first > reached ? first : reached;
    reached = time;
    items.push({ time, commit, ...(record && { record }) });
  });
  for (const record of records) if (!matched.has(record)) items.push({ time: record.time, record });
  return items.sort((a, b) => (a.time < b.time ? -1 : a.time > b.time ? 1 : 0));
}
