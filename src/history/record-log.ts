import type { FileAccess } from '../files/file-access';
import { join } from '../files/paths';
import { namesLeft } from './former-names';
import type { HistoryRecord } from './record';
import { isRecord } from './record-text';
import {
  appendOnce,
  appendRecord,
  listIfThere,
  type Random,
  type RecordDraft,
  readRecord,
  recordsFolder,
  wordingKey,
} from './store';

/** Records read concurrently: at first, since the newest two answer most questions, and at most. */
const FIRST_BATCH = 2;
const LARGEST_BATCH = 16;
/** The time that the name of a record's file begins with, to the second. */
const STAMP = /^\d{4}-\d{2}-\d{2}T\d{6}Z(?=-)/;
/** After every stamp. */
const UNKNOWN = '~';

interface Listed {
  readonly path: string;
  readonly stamp: string;
}

/** The records of one purpose file as a log: appended at its end, read from its end. */
export class RecordLog {
  /** @param formerNames names that the file had before; asked for only where hardly a record is under its own */
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

  /** Writes a record that other processes may be about to write, too; see {@link appendOnce}. */
  appendOnce(draft: RecordDraft): ReturnType<typeof appendOnce> {
    return appendOnce(this.files, this.purposePath, draft, this.options.random);
  }

  /**
   * Yields records, newest first, and reads no further than the caller asks. Files that cannot be read are left out,
   * and so are records that a sitting holds already.
   * @param former names that the file is known to have had before: their records are read among its own
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
    // Files that somebody renamed tell their time only once they are read.
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
      // Names tell seconds: of those in the second of the next file, that one may be the newest.
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
