import pLimit from 'p-limit';
import { yielder } from '../async/yielding';
import { type FileAccess, FileError } from '../files/file-access';
import { join } from '../files/paths';
import { decodeText } from '../files/read-text';
import { LARGEST_FILE } from '../files/size-limits';
import { interruptedWrite, isTemporary } from '../files/temporary-file';
import { errorMessage } from '../text/error-message';
import type { HistoryRecord, UnreadableRecord } from './record';
import { isRecord, parseRecord } from './record-text';
import { listIfThere, recordsFolder } from './records-folder';

/** The records of a purpose, and the unreadable files among them. */
export interface Records {
  /** Oldest first. */
  readonly records: readonly HistoryRecord[];
  readonly unreadable: readonly UnreadableRecord[];
}

/** Maximum number of records read concurrently. */
const READ_CONCURRENCY = 32;
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
function withoutFolded(records: readonly HistoryRecord[]): readonly HistoryRecord[] {
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
