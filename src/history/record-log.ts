import type { FileAccess } from '../files/file-access';
import { join } from '../files/paths';
import { appendOnce, appendRecord, type Random, type RecordDraft } from './append-record';
import { namesLeft } from './former-names';
import { readRecord, wordingKey } from './read-records';
import type { HistoryRecord } from './record';
import { isRecord } from './record-text';
import { listIfThere, recordsFolder } from './records-folder';

/**
 * Number of records read concurrently: two at first, because the newest two answer most questions; then the maximum.
 */
const FIRST_BATCH = 2;
const LARGEST_BATCH = 16;
/** The timestamp prefix of a record file's name, to the second. */
const STAMP = /^\d{4}-\d{2}-\d{2}T\d{6}Z(?=-)/;
/** Sorts after every timestamp. */
const UNKNOWN = '~';

interface Listed {
  readonly path: string;
  readonly stamp: string;
}

/** The records of one purpose file as a log: appended at its end, read from its end. */
export class RecordLog {
  /** @param formerNames returns former names of the file; called only if there are few records under its own */
  constructor(
    private readonly files: FileAccess,
    readonly purposePath: string,
    private readonly options: {
      readonly formerNames?: () => Promise<readonly string[]>;
      readonly random?: Random | undefined;
    } = {},
  ) {}

  /** Writes one new record. Rejects with a `FileError` if the folder cannot be written. */
  append(draft: RecordDraft): Promise<HistoryRecord> {
    return appendRecord(this.files, this.purposePath, draft, this.options.random);
  }

  /** Appends a record that other processes may also be about to write; see {@link appendOnce}. */
  appendOnce(draft: RecordDraft): ReturnType<typeof appendOnce> {
    return appendOnce(this.files, this.purposePath, draft, this.options.random);
  }

  /**
   * Yields records, newest first, and reads only as far as the caller iterates. Skips unreadable files, and records
   * that an edit session contains.
   * @param former known former names, whose records are included
   */
  async *newest(former: readonly string[] = []): AsyncGenerator<HistoryRecord, void, undefined> {
    let count = 0;
    for await (const record of this.#newestOf([this.purposePath, ...former])) {
      count++;
      yield record;
    }
    if (count >= 2 || !this.options.formerNames) return;
    const names = await namesLeft(this.files, this.purposePath, await this.options.formerNames());
    if (names.length > 0) yield* this.#newestOf(names);
  }

  async *#newestOf(names: readonly string[]): AsyncGenerator<HistoryRecord, void, undefined> {
    const files = (await Promise.all(names.map((name) => this.#list(name)))).flat();
    files.sort((a, b) => (a.stamp < b.stamp ? 1 : a.stamp > b.stamp ? -1 : 0));
    // The time of a renamed record file is known only after reading it.
    const unstamped = files.filter(({ stamp }) => stamp === UNKNOWN).length;
    const folded = new Set<string>();
    let read: HistoryRecord[] = [];
    for (let at = 0, size = FIRST_BATCH; at < files.length; size = Math.min(2 * size, LARGEST_BATCH)) {
      const end = Math.max(at + size, unstamped);
      const batch = await Promise.all(files.slice(at, end).map(({ path }) => readRecord(this.files, path)));
      for (const one of batch) if (one && isRecord(one)) read.push(one);
      at = end;
      read.sort((a, b) => (a.time < b.time ? 1 : a.time > b.time ? -1 : a.path < b.path ? 1 : -1));
      const next = files[at]?.stamp;
      // Names have a resolution of seconds: records in the same second as the next file are not ready yet.
      const ready = next === undefined ? read : read.filter(({ time }) => stampOf(time) > next);
      read = read.slice(ready.length);
      for (const record of ready) {
        for (const wording of record.earlier ?? []) folded.add(wordingKey(wording));
        if (record.type !== 'refine' || !folded.has(wordingKey(record))) yield record;
      }
    }
  }

  async #list(name: string): Promise<Listed[]> {
    const folder = recordsFolder(name);
    const entries = await listIfThere(this.files, folder);
    return entries
      .filter((entry) => entry.type !== 'folder' && /\.md$/i.test(entry.name))
      .map((entry) => ({
        path: join(folder, entry.name),
        stamp: STAMP.exec(entry.name)?.[0] ?? UNKNOWN,
      }));
  }
}

function stampOf(time: string): string {
  return time.replace(/\.\d+Z$/, 'Z').replaceAll(':', '');
}
