import {
  type Disposable,
  type FileAccess,
  type FileEntry,
  FileError,
  type FileStat,
} from '../../../src/files/file-access';
import { dirname, normalize } from '../../../src/files/paths';
import { notRegular, tooLarge } from '../../../src/files/regular-file';
import { LARGEST_READ } from '../../../src/files/size-limits';

/** Files in memory, for the core's tests. A folder exists as long as it contains something. */
export class MemoryFiles implements FileAccess {
  readonly #files = new Map<string, { content: Uint8Array; modified: number }>();
  readonly #listeners = new Set<{ path: string; listener: (path: string) => void }>();
  /** The time of the last change, in ms since 1970; every change gets a later time. */
  #clock = Date.UTC(2020, 0, 1);

  /**
   *
   * @param files initial text by path
   * @param now returns the time of a change, in ms since 1970
   */
  constructor(
    files: Readonly<Record<string, string>> = {},
    private readonly now: () => number = () => ++this.#clock,
  ) {
    for (const [path, text] of Object.entries(files))
      this.#put(normalize(path), new TextEncoder().encode(text));
  }

  /** Every path, sorted. */
  get paths(): string[] {
    return [...this.#files.keys()].sort();
  }

  /** The text of a file that must be there. */
  text(path: string): string {
    const file = this.#files.get(normalize(path));
    if (!file) throw new FileError('missing', path, `${path}: there is no such file.`);
    return new TextDecoder('utf-8', { ignoreBOM: true }).decode(file.content);
  }

  async read(path: string, largest = LARGEST_READ): Promise<Uint8Array> {
    const file = this.#files.get(normalize(path));
    if (file && file.content.length > largest) throw tooLarge(path, file.content.length, largest);
    if (file) return file.content.slice();
    if (this.#isFolder(normalize(path))) throw notRegular(path, 'a folder');
    throw new FileError('missing', path, `${path}: there is no such file.`);
  }

  async write(path: string, content: Uint8Array, was?: Uint8Array): Promise<void> {
    if (this.#isFolder(normalize(path)))
      throw new FileError('not-a-file', path, `${path}: this is a folder.`);
    if (was && !isSame(this.#files.get(normalize(path))?.content, was))
      throw new FileError('changed', path, `${path}: another program changed this file meanwhile.`);
    this.#put(normalize(path), content.slice());
    this.#tell(normalize(path));
  }

  async create(path: string, content: Uint8Array): Promise<void> {
    // Checked and set without an await between: of two concurrent writers only one may succeed.
    if (this.#files.has(normalize(path)) || this.#isFolder(normalize(path)))
      throw new FileError('exists', path, `${path}: something is there already.`);
    await this.write(path, content);
  }

  async list(path: string): Promise<readonly FileEntry[]> {
    const folder = normalize(path);
    if (this.#files.has(folder)) throw new FileError('not-a-folder', path, `${path}: this is a file.`);
    if (!this.#isFolder(folder)) throw new FileError('missing', path, `${path}: there is no such folder.`);
    const prefix = folder === '/' ? '/' : `${folder}/`;
    const entries = new Map<string, FileEntry>();
    for (const file of this.#files.keys()) {
      if (!file.startsWith(prefix)) continue;
      const [name = '', ...below] = file.slice(prefix.length).split('/');
      entries.set(name, { name, type: below.length > 0 ? 'folder' : 'file' });
    }
    return [...entries.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  async stat(path: string): Promise<FileStat | undefined> {
    const at = normalize(path);
    const file = this.#files.get(at);
    if (file) return { type: 'file', size: file.content.length, modified: file.modified };
    return this.#isFolder(at) ? { type: 'folder', size: 0, modified: 0 } : undefined;
  }

  async rename(from: string, to: string): Promise<void> {
    const [source, target] = [normalize(from), normalize(to)];
    if (await this.stat(target)) throw new FileError('exists', to, `${to}: something is there already.`);
    const moved = [...this.#files].filter(([path]) => path === source || path.startsWith(`${source}/`));
    if (moved.length === 0) throw new FileError('missing', from, `${from}: there is no such file.`);
    for (const [path, file] of moved) {
      this.#files.delete(path);
      this.#files.set(target + path.slice(source.length), file);
      this.#tell(path);
      this.#tell(target + path.slice(source.length));
    }
  }

  async remove(path: string): Promise<void> {
    if (!this.#files.delete(normalize(path))) {
      throw new FileError('missing', path, `${path}: there is no such file.`);
    }
    this.#tell(normalize(path));
  }

  watch(path: string, listener: (path: string) => void): Disposable {
    const entry = { path: normalize(path), listener };
    this.#listeners.add(entry);
    return { dispose: () => this.#listeners.delete(entry) };
  }

  #put(path: string, content: Uint8Array): void {
    this.#files.set(path, { content, modified: this.now() });
  }

  #isFolder(path: string): boolean {
    const prefix = path === '/' ? '/' : `${path}/`;
    return path === '/' || [...this.#files.keys()].some((file) => file.startsWith(prefix));
  }

  #tell(path: string): void {
    for (const entry of [...this.#listeners]) {
      if (entry.path === path || path.startsWith(`${entry.path}/`) || entry.path === dirname(path)) {
        entry.listener(path);
      }
    }
  }
}

function isSame(one: Uint8Array | undefined, other: Uint8Array): boolean {
  return one?.length === other.length && one.every((byte, at) => byte === other[at]);
}
