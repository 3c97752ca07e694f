/** A statement at a time. */
interface DatedStatement {
  /** ISO 8601 in UTC. */
  readonly time: string;
  readonly statement: string;
}

interface DatedCommit extends DatedStatement {
  /** When the commit was last amended; its `time` stays that of the first version. */
  readonly committed?: string;
}

/**
 * Assigns to each commit the record that it contains: the latest earlier one with the same statement, else the latest
 * one before the commit was amended, else a later one with no other statement in between (the first record of a file
 * that was committed long ago). The order is kept: a later commit never gets an earlier record than the previous commit.
 * @param records oldest first
 * @param commits oldest first
 * @returns for each commit the index of its record, or `undefined`
 */
export function matchCommits(
  records: readonly DatedStatement[],
  commits: readonly DatedCommit[],
): (number | undefined)[] {
  const byStatement = new Map<string, number[]>();
  records.forEach(({ statement }, at) => {
    const same = byStatement.get(statement);
    if (same) same.push(at);
    else byStatement.set(statement, [at]);
  });
  const passed = new Map<string, number>();
  let free = 0;
  return commits.map((commit, at) => {
    const same = byStatement.get(commit.statement) ?? [];
    let first = passed.get(commit.statement) ?? 0;
    while ((same[first] ?? free) < free) first++;
    passed.set(commit.statement, first);
    const last =
      lastUntil(records, same, first, commit.time) ??
      lastUntil(records, same, first, amended(commit, commits[at + 1]));
    // If the next record of this statement does not qualify, no later one does.
    const next = last ?? (isNext(records, commits, same[first], at, free) ? same[first] : undefined);
    if (next !== undefined) free = next + 1;
    return next;
  });
}

/**
 * When a commit got its final text. A rebase gives all of its commits a new commit time: then it is the time at which the
 * next one was first made.
 */
function amended({ time, committed = time }: DatedCommit, next: DatedCommit | undefined): string {
  return next && next.time < committed ? next.time : committed;
}

/** The last of these records, from the one at `first` on, that is not newer than `time`. */
function lastUntil(
  records: readonly DatedStatement[],
  same: readonly number[],
  first: number,
  time: string,
): number | undefined {
  let [low, high] = [first, same.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((records[same[middle] ?? 0]?.time ?? '') <= time) low = middle + 1;
    else high = middle;
  }
  return low > first ? same[low - 1] : undefined;
}

/** Whether no other statement is between a commit and a newer record. */
function isNext(
  records: readonly DatedStatement[],
  commits: readonly DatedStatement[],
  record: number | undefined,
  commit: number,
  free: number,
): boolean {
  if (record === undefined) return false;
  const { time, statement } = records[record] ?? { time: '', statement: '' };
  const after = commits[commit + 1];
  if (after && after.time <= time && after.statement !== statement) return false;
  const before = records[record - 1];
  return record <= free || !before || before.time < (commits[commit]?.time ?? '');
}
