import {
  type Disposable,
  type FileAccess,
  type FileEntry,
  FileError,
  type FileStat,
} from '../../../src/files/file-access';
import type { MemoryFiles } from '../support/memory-files';

/** A machine that crashes: operation number `dies` and all later ones fail. */
export class DyingFiles implements FileAccess {
  operations = 0;

  /** @param torn whether the failing operation writes half of its data, as a full disk or a kill may do */
  constructor(
    private readonly inner: MemoryFiles,
    private readonly dies: number,
    private readonly torn = false,
  ) {}

  read(path: string): Promise<Uint8Array> {
    return this.#attempt(path, () => this.inner.read(path));
  }
  write(path: string, content: Uint8Array): Promise<void> {
    return this.#attempt(path, () => this.inner.write(path, content), content);
  }
  create(path: string, content: Uint8Array): Promise<void> {
    return this.#attempt(path, () => this.inner.create(path, content), content);
  }
  list(path: string): Promise<readonly FileEntry[]> {
    return this.#attempt(path, () => this.inner.list(path));
  }
  stat(path: string): Promise<FileStat | undefined> {
    return this.#attempt(path, () => this.inner.stat(path));
  }
  rename(from: string, to: string): Promise<void> {
    return this.#attempt(from, () => this.inner.rename(from, to));
  }
  remove(path: string): Promise<void> {
    return this.#attempt(path, () => this.inner.remove(path));
  }
  watch(path: string, listener: (path: string) => void): Disposable {
    return this.inner.watch(path, listener);
  }

  async #attempt<T>(path: string, run: () => Promise<T>, content?: Uint8Array): Promise<T> {
    const at = this.operations++;
    if (at < this.dies) return run();
    if (at === this.dies && this.torn && content) {
      await this.inner.write(path, content.slice(0, content.length / 2));
    }
    throw new FileError('unwritable', path, `${path}: the machine died.`);
  }
}
