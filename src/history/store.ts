import { type Disposable, type FileAccess, type FileEntry, FileError } from '../files/file-access';
import { basename, dirname, join } from '../files/paths';
import { purposeName } from '../files/purpose-name';
import { decodeText, LARGEST_FILE } from '../files/read-text';
import { isTemporary, unfinishedWrite } from '../files/unfinished';
import { pacer } from './pace';
import { type HistoryRecord, RECORD_VERSION, type RecordContent, type UnreadableRecord } from './record';
import { isRecord, parseRecord, serializeRecord, tidyNote, withLineFeeds } from './record-text';

/** What a new record says; version, id and file name are the store's. */
export type RecordDraft = Omit<RecordContent, 'version' | 'id' | 'extra'>;

/** All that was found among the records of a purpose. */
export interface Records {
  /** Oldest first. */
  readonly records: readonly HistoryRecord[];
  readonly unreadable: readonly UnreadableRecord[];
}

/** A source of random letters and digits for file names; replaced in tests. */
export type Random = (length: number) => string;

/** So many files are read at once: more only fills memory. */
const AT_ONCE = 32;
/** So many names are tried before giving up; from the third on they are twice as long. */
const TRIES = 12;

/** The folder that holds the records of a purpose file: `.purpose/NAME` beside it. */
export function recordsFolder(purposePath: string): string {
  return join(dirname(purposePath), '.purpose', purposeName(purposePath));
}

/**
 * Writes one new record to a file of its own and never touches another.
 * The name begins with the time, so that names sort; should it be taken, another one is tried.
 * Rejects with a `FileError` where the folder cannot be written.
 */
export async function appendRecord(
  files: FileAccess,
  purposePath: string,
  draft: RecordDraft,
  random: Random = randomHex,
): Promise<HistoryRecord> {
  const folder = recordsFolder(purposePath);
  const stamp = draft.time.replace(/\.\d+Z$/, 'Z').replaceAll(':', '');
  const word = (draft.change ?? draft.type).toLowerCase().replace(/[^a-z]+/g, '-');
  for (let tried = 0; ; tried++) {
    const id = `${stamp}-${word}-${random(tried < 3 ? 4 : 8)}`;
    const path = join(folder, `${id}.md`);
    const record: HistoryRecord = {
      ...draft,
      version: RECORD_VERSION,
      id,
      statement: withLineFeeds(draft.statement),
      note: tidyNote(draft.note),
      path,
    };
    try {
      await files.create(path, new TextEncoder().encode(serializeRecord(record)));
      return record;
    } catch (error) {
      if (!(error instanceof FileError && error.code === 'exists') || tried >= TRIES) throw error;
    }
  }
}

/**
 * Reads all records of a purpose file, oldest first. A file that cannot be read is named in `unreadable`;
 * no folder means no records.
 * @param known records read before by path: a record never changes, so what is known need not be read again
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
  const read: (HistoryRecord | UnreadableRecord | undefined)[] = [];
  let next = 0;
  const pace = pacer(options.signal);
  const worker = async () => {
    for (let at = next++; at < paths.length; at = next++) {
      options.signal?.throwIfAborted();
      await pace();
      const path = paths[at] ?? '';
      read[at] = options.known?.get(path) ?? (await readRecord(files, path));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  const found = read.filter((one) => one !== undefined);
  for (const { name } of entries) {
    const path = join(folder, name);
    if (isTemporary(name)) found.push({ path, problem: unfinishedWrite(path) });
  }
  return {
    records: found.filter(isRecord).sort(byTime),
    unreadable: found.filter((one): one is UnreadableRecord => !isRecord(one)),
  };
}

/** Records of two folders as those of one purpose; what both have by the same id is taken from the first. */
export function joinRecords(first: Records, second: Records): Records {
  const ids = new Set(first.records.map(({ id }) => id));
  const others = second.records.filter(({ id }) => !ids.has(id));
  return {
    records: [...first.records, ...others].sort(byTime),
    unreadable: [...first.unreadable, ...second.unreadable],
  };
}

/**
 * Brings the records of a purpose file along when it is renamed or moved. Call it after the file itself moved.
 * Where the new name has records already, both histories are kept together; a name in use on both sides stays behind.
 * @returns how many records moved
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

/** Tells of every record that comes, goes or changes, with its path. */
export function watchRecords(
  files: FileAccess,
  purposePath: string,
  listener: (path: string) => void,
): Disposable {
  return files.watch(recordsFolder(purposePath), (path) => {
    if (/\.md$/i.test(basename(path))) listener(path);
  });
}

export async function listIfThere(files: FileAccess, folder: string): Promise<readonly FileEntry[]> {
  try {
    return await files.list(folder);
  } catch (error) {
    if (error instanceof FileError && error.code === 'missing') return [];
    throw error;
  }
}

/** A record as its file says. `undefined` where the file went away between listing and reading: another window folded it. */
export async function readRecord(
  files: FileAccess,
  path: string,
): Promise<HistoryRecord | UnreadableRecord | undefined> {
  try {
    const bytes = await files.read(path);
    if (bytes.length > LARGEST_FILE || bytes.subarray(0, 8192).includes(0)) decodeText(bytes, path);
    // Some letters that are not UTF-8 do less harm than a record that is not shown.
    return parseRecord(path, new TextDecoder().decode(bytes));
  } catch (error) {
    if (error instanceof FileError && error.code === 'missing') return undefined;
    return { path, problem: error instanceof Error ? error.message : String(error) };
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
