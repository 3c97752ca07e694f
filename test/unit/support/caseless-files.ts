import { normalize } from '../../../src/files/paths';
import { MemoryFiles } from './memory-files';

/** Files in memory with case-insensitive, case-preserving names, as on Windows and macOS. */
export class CaselessFiles extends MemoryFiles {
  /** The path with the case in which its existing part was created. */
  #made(path: string): string {
    const wanted = normalize(path);
    const parts = wanted.split('/');
    for (let count = parts.length; count > 0; count--) {
      const start = parts.slice(0, count).join('/').toLowerCase();
      const made = this.paths.find((one) => `${one.toLowerCase()}/`.startsWith(`${start}/`));
      if (made !== undefined) return made.slice(0, start.length) + wanted.slice(start.length);
    }
    return wanted;
  }

  async real(path: string) {
    return this.#made(path);
  }
  override read(path: string, largest?: number) {
    return super.read(this.#made(path), largest);
  }
  override write(path: string, content: Uint8Array, was?: Uint8Array) {
    return super.write(this.#made(path), content, was);
  }
  override create(path: string, content: Uint8Array) {
    return super.create(this.#made(path), content);
  }
  override list(path: string) {
    return super.list(this.#made(path));
  }
  override stat(path: string) {
    return super.stat(this.#made(path));
  }
  override remove(path: string) {
    return super.remove(this.#made(path));
  }
}
