/** A statement at a time. */
export interface Moment {
  /** ISO 8601 in UTC. */
  readonly time: string;
  readonly statement: string;
}

/**
 * Says which record each commit commits: the latest one before it with the same statement, else one that was
 * written after it with no other statement between (the first record of a file that was committed long ago).
 * Order is kept: a later commit never goes with an earlier record than the commit before it.
 * @param records oldest first
 * @param commits oldest first
 * @returns for each commit the index of its record, or `undefined`
 */
export function matchCommits(records: readonly Moment[], commits: readonly Moment[]): (number | undefined)[] {
  const byStatement = new Map<string, number[]>();
  records.forEach(({ statement }, at) => {
    const same = byStatement.get(statement);
    if (same) same.push(at);
    else byStatement.set(statement, [at]);
  });
  let free = 0;
  return commits.map((commit, at) => {
    const same = byStatement.get(commit.statement)?.filter((record) => record >= free) ?? [];
    const earlier = same.findLast((record) => (records[record]?.time ?? '') <= commit.time);
    const next = earlier ?? same.find((record) => isNext(records, commits, record, at, free));
    if (next !== undefined) free = next + 1;
    return next;
  });
}

/** Whether nothing with another statement lies between a commit and a record that is younger. */
function isNext(
  records: readonly Moment[],
  commits: readonly Moment[],
  record: number,
  commit: number,
  free: number,
): boolean {
  const { time, statement } = records[record] ?? { time: '', statement: '' };
  const after = commits[commit + 1];
  if (after && after.time <= time && after.statement !== statement) return false;
  const before = records[record - 1];
  return record <= free || !before || before.time < (commits[commit]?.time ?? '');
}
