import { type HistoryRecord, RECORD_VERSION } from './record';

/** Saves of one author within this time in milliseconds, from the first, share one record. */
const EDIT_SESSION_MS = 10 * 60 * 1000;

/** Whether a new wording of an author belongs in the record of the last save. */
export function continuesSession(last: HistoryRecord, author: string, now: Date): boolean {
  if (last.type !== 'refine' || last.author !== author || last.found) return false;
  // A newer version, or a person, has added content that the new file would not have.
  if (last.version > RECORD_VERSION || last.extra || last.note !== '' || last.fit) return false;
  const age = now.getTime() - Date.parse(last.since ?? last.time);
  return age >= 0 && age < EDIT_SESSION_MS;
}
