import { type HistoryRecord, RECORD_VERSION } from './record';

/** Saves of one author within this time, counted from the first, share one record. In milliseconds. */
export const SITTING_MS = 10 * 60 * 1000;

/** Whether a wording that an author saves at a time belongs into the record of the last save. */
export function mayJoin(last: HistoryRecord, author: string, now: Date): boolean {
  if (last.type !== 'refine' || last.author !== author || last.found) return false;
  // A newer version, or a person, wrote something there that the new file would not have.
  if (last.version > RECORD_VERSION || last.extra || last.note !== '' || last.fit) return false;
  const age = now.getTime() - Date.parse(last.since ?? last.time);
  return age >= 0 && age < SITTING_MS;
}
