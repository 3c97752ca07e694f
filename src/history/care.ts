import type { FileAccess } from '../files/file-access';
import { join } from '../files/paths';
import type { HistoryRecord } from './record';
import { isRecord } from './record-text';
import { listIfThere, readRecord, recordsFolder } from './store';
import { isState } from './timeline';

/** The last times that somebody cared for a purpose, as its records tell; what never happened is missing. */
export interface Care {
  /** The newest record of all. */
  readonly last: HistoryRecord;
  /** When the statement last changed. */
  readonly refined?: HistoryRecord;
  readonly reaffirmed?: HistoryRecord;
  /** The last note on how it fits. */
  readonly noted?: HistoryRecord;
}

/** So many files are read at once, so many at most: names begin with the time, so that the newest come first. */
const BATCH = 8;
const MOST = 64;

/** Reads the newest records of a purpose file only: cheap enough for a line over the statement. */
export async function readCare(files: FileAccess, purposePath: string): Promise<Care | undefined> {
  const folder = recordsFolder(purposePath);
  const names = (await listIfThere(files, folder))
    .filter(({ name, type }) => type !== 'folder' && /\.md$/i.test(name))
    .map(({ name }) => name)
    .reverse();
  const found: HistoryRecord[] = [];
  for (let at = 0; at < Math.min(names.length, MOST); at += BATCH) {
    const batch = names.slice(at, at + BATCH).map((name) => readRecord(files, join(folder, name)));
    for (const read of await Promise.all(batch)) if (read && isRecord(read)) found.push(read);
    const care = careOf(found);
    if (care?.refined && care.noted && care.reaffirmed) return care;
  }
  return careOf(found);
}

function careOf(records: readonly HistoryRecord[]): Care | undefined {
  const newest = [...records].sort((a, b) => (a.time < b.time ? 1 : a.time > b.time ? -1 : 0));
  const [last] = newest;
  if (!last) return undefined;
  const refined = newest.find(isState);
  const reaffirmed = newest.find(({ type }) => type === 'reaffirm');
  const noted = newest.find(({ type }) => type === 'note');
  return { last, ...(refined && { refined }), ...(reaffirmed && { reaffirmed }), ...(noted && { noted }) };
}
