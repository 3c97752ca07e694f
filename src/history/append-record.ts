import { type FileAccess, FileError } from '../files/file-access';
import { join } from '../files/paths';
import { hexHash } from '../text/hash';
import { readRecord } from './read-records';
import { type HistoryRecord, RECORD_VERSION, type RecordContent } from './record';
import { isRecord, serializeRecord, tidyNote, withLineFeeds } from './record-text';
import { recordsFolder } from './records-folder';

/** The content of a new record; {@link appendRecord} adds version, id and file name. */
export type RecordDraft = Omit<RecordContent, 'version' | 'id' | 'extra'>;

/** Returns random letters and digits for file names; replaced in tests. */
export type Random = (length: number) => string;

/** Maximum number of file names tried for a new record; from the third on they are twice as long. */
const MAX_NAMES = 12;

/**
 * Writes one new record to a new file and never changes another.
 * The name begins with the time, so that names sort; if it is taken, another one is tried.
 * Rejects with a `FileError` if the folder cannot be written.
 */
export async function appendRecord(
  files: FileAccess,
  purposePath: string,
  draft: RecordDraft,
  random: Random = randomHex,
): Promise<HistoryRecord> {
  for (let tried = 0; ; tried++) {
    const record = recordOf(purposePath, draft, random(tried < 3 ? 4 : 8));
    try {
      await files.create(record.path, new TextEncoder().encode(serializeRecord(record)));
      return record;
    } catch (error) {
      if (!(error instanceof FileError && error.code === 'exists') || tried >= MAX_NAMES) throw error;
    }
  }
}

/**
 * Like {@link appendRecord}, for a record that several processes may write at the same moment: its file name is derived
 * from its content, so that only one of them creates it.
 * @returns the record, and whether this call wrote it
 */
export async function appendOnce(
  files: FileAccess,
  purposePath: string,
  draft: RecordDraft,
  random: Random = randomHex,
): Promise<{ readonly record: HistoryRecord; readonly isNew: boolean }> {
  const record = recordOf(purposePath, draft, hexHash(`${draft.author}\n${withLineFeeds(draft.statement)}`));
  try {
    await files.create(record.path, new TextEncoder().encode(serializeRecord(record)));
    return { record, isNew: true };
  } catch (error) {
    if (!(error instanceof FileError && error.code === 'exists')) throw error;
  }
  const there = await readRecord(files, record.path);
  if (there && isRecord(there) && there.statement === record.statement)
    return { record: there, isNew: false };
  return { record: await appendRecord(files, purposePath, draft, random), isNew: true };
}

function recordOf(purposePath: string, draft: RecordDraft, suffix: string): HistoryRecord {
  const stamp = draft.time.replace(/\.\d+Z$/, 'Z').replaceAll(':', '');
  const word = (draft.change ?? draft.type).toLowerCase().replace(/[^a-z]+/g, '-');
  const id = `${stamp}-${word}-${suffix}`;
  return {
    ...draft,
    version: RECORD_VERSION,
    id,
    statement: withLineFeeds(draft.statement),
    note: tidyNote(draft.note),
    path: join(recordsFolder(purposePath), `${id}.md`),
  };
}

function randomHex(length: number): string {
  const bytes = globalThis.crypto.getRandomValues(new Uint8Array(length));
  return Array.from(bytes, (byte) => (byte & 15).toString(16)).join('');
}
