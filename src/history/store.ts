import pLimit from 'p-limit';
import { yielder } from '../async/yielding';
import { type FileAccess, type FileEntry, FileError } from '../files/file-access';
import { basename, dirname, join } from '../files/paths';
import { purposeName } from '../files/purpose-name';
import { decodeText, LARGEST_FILE } from '../files/read-text';
import { interruptedWrite, isTemporary } from '../files/temporary-file';
import { hashOf } from '../statement/hash';
import { errorMessage } from '../text/error-message';
import { type HistoryRecord, RECORD_VERSION, type RecordContent, type UnreadableRecord } from './record';
import { isRecord, parseRecord, serializeRecord, tidyNote, withLineFeeds } from './record-text';

/** The content of a new record; the store adds version, id and file name. */
export type RecordDraft = Omit<RecordContent, 'version' | 'id' | 'extra'>;

/** The records of a purpose, and the unreadable files among them. */
export interface Records {
  /** Oldest first. */
  readonly records: readonly HistoryRecord[];
  readonly unreadable: readonly UnreadableRecord[];
}

/** Returns random letters and digits for file names; replaced in tests. */
export type Random = (length: number) => string;

/** Maximum number of records read concurrently. */
const READ_CONCURRENCY = 32;
/** Maximum number of file names tried for a new record; from the third on they are twice as long. */
const MAX_NAMES = 12;

/** Folders in `.purpose` with another use: a purpose of that name stores its records under its whole file name. */
const TAKEN = new Set(['templates']);

/** The folder with the records of a purpose file: `.purpose/NAME` beside it. */
export function recordsFolder(purposePath: string): string {
  const name = purposeName(purposePath);
  const folder = TAKEN.has(name.toLowerCase()) ? basename(purposePath) : name;
  return join(dirname(purposePath), '.purpose', folder);
}

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
  const record = recordOf(purposePath, draft, hashOf(`${draft.author}\n${withLineFeeds(draft.statement)}`));
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

/** The key by which {@link withoutFolded} identifies a wording. */
export function wordingKey({
  time,
  statement,
}: {
  readonly time: string;
  readonly statement: string;
}): string {
  return `${time} ${statement}`;
}

/**
 * Drops records that an edit session contains. Both exist if the process died, or another window had the file open, between
 * writing the edit session and deleting the record that it continues.
 */
export function withoutFolded(records: readonly HistoryRecord[]): readonly HistoryRecord[] {
  const folded = new Set(records.flatMap(({ earlier = [] }) => earlier.map(wordingKey)));
  if (folded.size === 0) return records;
  return records.filter((record) => record.type !== 'refine' || !folded.has(wordingKey(record)));
}

/**
 * Reads all records of a purpose file, oldest first. `unreadable` lists files that cannot be read; a missing folder has
 * no records.
 * @param known records read before, by path: a record never changes, so they are not reread
 */
export async function readRecords(
  files: FileAccess,
  purposePath: string,
  options: { readonly known?: ReadonlyMap<string, HistoryRecord>; readonly signal?: AbortSignal } = {},
): Promise<Records> {
  const folder = recordsFolder(purposePath);
  const entries = await listIfThere(files, folder);
  const paths = entries
    .filter((entry) => entry.type !== 'folder' && /\.md$/i.test(entry.name))
    .map((entry) => join(folder, entry.name));
  const limit = pLimit(READ_CONCURRENCY);
  const yieldIfDue = yielder(options.signal);
  options.signal?.throwIfAborted();
  const read = await limit.map(paths, async (path) => {
    options.signal?.throwIfAborted();
    await yieldIfDue();
    return options.known?.get(path) ?? (await readRecord(files, path));
  });
  const found = read.filter((one) => one !== undefined);
  for (const { name } of entries) {
    const path = join(folder, name);
    if (isTemporary(name)) found.push({ path, problem: interruptedWrite(path) });
  }
  return {
    records: withoutFolded(found.filter(isRecord).sort(byTime)),
    unreadable: found.filter((one): one is UnreadableRecord => !isRecord(one)),
  };
}

/** Merges the records of two folders; of two with the same id, the first folder's is used. */
export function joinRecords(first: Records, second: Records): Records {
  const ids = new Set(first.records.map(({ id }) => id));
  const others = second.records.filter(({ id }) => !ids.has(id));
  return {
    records: withoutFolded([...first.records, ...others].sort(byTime)),
    unreadable: [...first.unreadable, ...second.unreadable],
  };
}

/**
 * Moves the records of a purpose file after the file itself was renamed or moved.
 * If the new name has records already, both histories are merged; a file name that exists on both sides stays behind.
 * @returns the number of moved records
 */
export async function moveRecords(files: FileAccess, from: string, to: string): Promise<number> {
  const [source, target] = [recordsFolder(from), recordsFolder(to)];
  if (source === target) return 0;
  const entries = await listIfThere(files, source);
  if (entries.length === 0) return 0;
  if (!(await files.stat(target))) {
    await files.rename(source, target);
    return entries.length;
  }
  let moved = 0;
  for (const entry of entries) {
    try {
      await files.rename(join(source, entry.name), join(target, entry.name));
      moved++;
    } catch (error) {
      if (!(error instanceof FileError && error.code === 'exists')) throw error;
    }
  }
  return moved;
}

export async function listIfThere(files: FileAccess, folder: string): Promise<readonly FileEntry[]> {
  try {
    return await files.list(folder);
  } catch (error) {
    if (error instanceof FileError && error.code === 'missing') return [];
    throw error;
  }
}

/** Reads one record. `undefined` if the file disappeared between listing and reading: another window has merged it. */
export async function readRecord(
  files: FileAccess,
  path: string,
): Promise<HistoryRecord | UnreadableRecord | undefined> {
  try {
    const bytes = await files.read(path, LARGEST_FILE);
    if (bytes.subarray(0, 8192).includes(0)) decodeText(bytes, path);
    // A few invalid UTF-8 bytes do less harm than a hidden record.
    return parseRecord(path, new TextDecoder().decode(bytes));
  } catch (error) {
    if (error instanceof FileError && error.code === 'missing') return undefined;
    return { path, problem: errorMessage(error) };
  }
}

function byTime(a: HistoryRecord, b: HistoryRecord): number {
  if (a.time !== b.time) return a.time < b.time ? -1 : 1;
  return a.path < b.path ? -1 : 1;
}

function randomHex(length: number): string {
  const bytes = globalThis.crypto.getRandomValues(new Uint8Array(length));
  return Array.from(bytes, (byte) => (byte & 15).toString(16)).join('');
}
