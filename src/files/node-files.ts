import { watch as watchNode } from 'node:fs';
import { mkdir, readdir, readFile, rename, stat, unlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import {
  type Disposable,
  type FileAccess,
  type FileEntry,
  FileError,
  type FileErrorCode,
  type FileStat,
} from './file-access';

type Doing = 'read' | 'write';

function asFileError(path: string, doing: Doing, error: unknown): FileError {
  const code = (error as NodeJS.ErrnoException).code ?? '';
  const known: Record<string, [FileErrorCode, string]> = {
    ENOENT: ['missing', 'there is no such file or folder'],
    EEXIST: ['exists', 'something is there already'],
    EISDIR: ['not-a-file', 'this is a folder, not a file'],
    ENOTDIR: ['not-a-folder', 'this is not a folder'],
  };
  const [kind, words] = known[code] ?? [
    doing === 'read' ? 'unreadable' : 'unwritable',
    `it cannot be ${doing === 'read' ? 'read' : 'written'} (${code || String(error)})`,
  ];
  return new FileError(kind, path, `${path}: ${words}.`);
}

/** The files of this machine. */
export class NodeFiles implements FileAccess {
  async read(path: string): Promise<Uint8Array> {
    return readFile(path).catch((error: unknown) => Promise.reject(asFileError(path, 'read', error)));
  }

  async write(path: string, content: Uint8Array): Promise<void> {
    await this.#put(path, content, 'w');
  }

  async create(path: string, content: Uint8Array): Promise<void> {
    await this.#put(path, content, 'wx');
  }

  async list(path: string): Promise<readonly FileEntry[]> {
    try {
      const entries = await readdir(path, { withFileTypes: true });
      return entries
        .map(
          (entry): FileEntry => ({
            name: entry.name,
            type: entry.isFile() ? 'file' : entry.isDirectory() ? 'folder' : 'other',
          }),
        )
        .sort((a, b) => (a.name < b.name ? -1 : 1));
    } catch (error) {
      throw asFileError(path, 'read', error);
    }
  }

  async stat(path: string): Promise<FileStat | undefined> {
    try {
      const found = await stat(path);
      const type = found.isFile() ? 'file' : found.isDirectory() ? 'folder' : 'other';
      return { type, size: found.size, modified: found.mtimeMs };
    } catch (error) {
      const failure = asFileError(path, 'read', error);
      if (failure.code === 'missing' || failure.code === 'not-a-folder') return undefined;
      throw failure;
    }
  }

  async rename(from: string, to: string): Promise<void> {
    if (await this.stat(to)) throw new FileError('exists', to, `${to}: something is there already.`);
    try {
      await mkdir(dirname(to), { recursive: true });
      await rename(from, to);
    } catch (error) {
      throw asFileError(from, 'write', error);
    }
  }

  async remove(path: string): Promise<void> {
    await unlink(path).catch((error: unknown) => Promise.reject(asFileError(path, 'write', error)));
  }

  watch(path: string, listener: (path: string) => void): Disposable {
    const watcher = watchNode(path, (_event, name) => listener(name ? join(path, name) : path));
    watcher.on('error', () => watcher.close());
    return { dispose: () => watcher.close() };
  }

  async #put(path: string, content: Uint8Array, flag: 'w' | 'wx'): Promise<void> {
    try {
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, content, { flag });
    } catch (error) {
      throw asFileError(path, 'write', error);
    }
  }
}
