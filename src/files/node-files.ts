import { type Stats, statSync, watch as watchNode } from 'node:fs';
import { lstat, mkdir, readdir, rename, stat, unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import {
  type Disposable,
  FAILURES,
  type FileAccess,
  type FileEntry,
  FileError,
  type FileErrorCode,
  type FileStat,
} from './file-access';
import { createAtomically, replaceAtomically } from './node-atomic-write';
import { readRegular, readRegularBlocking, realPath } from './node-read';
import { LARGEST_READ } from './size-limits';

type Doing = 'read' | 'write';

const WHY_UNREADABLE: Readonly<Record<string, [FileErrorCode, string]>> = {
  ELOOP: ['not-a-file', 'this link leads back to itself'],
  ENXIO: ['not-a-file', 'this is a socket, not a file'],
};

const WHY_UNWRITABLE: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'your disk quota is used up',
  EROFS: 'the file system is read-only',
  EACCES: 'the file or its folder does not allow writing',
  EPERM: 'the file or its folder does not allow writing',
  EBUSY: 'another program is using the file',
};

function asFileError(path: string, doing: Doing, error: unknown): FileError {
  if (error instanceof FileError) return error;
  const code = (error as NodeJS.ErrnoException).code ?? '';
  const known: Record<string, [FileErrorCode, string]> = {
    ENOENT: ['missing', FAILURES.missing],
    EEXIST: ['exists', FAILURES.exists],
    EISDIR: ['not-a-file', FAILURES['not-a-file']],
    ENOTDIR: ['not-a-folder', FAILURES['not-a-folder']],
    ENOTREG: ['not-a-file', 'this is not a regular file, so nothing was written'],
    EDANGLING: ['unwritable', 'this link leads nowhere, so nothing was written'],
    ECHANGED: ['changed', 'another program changed this file meanwhile, so it was left as it is'],
  };
  const why = WHY_UNWRITABLE[code];
  const [kind, words] = known[code] ??
    (doing === 'read' ? WHY_UNREADABLE[code] : undefined) ?? [
      doing === 'read' ? 'unreadable' : 'unwritable',
      doing === 'write' && why
        ? `${why}, so nothing was written (${code})`
        : `it cannot be ${doing === 'read' ? 'read' : 'written'} (${code || String(error)})`,
    ];
  return new FileError(kind, path, `${path}: ${words}.`);
}

/** A broken link is not the same as a missing file. */
async function withLinkSeen(path: string, failure: FileError): Promise<FileError> {
  if (failure.code !== 'missing') return failure;
  const link = await lstat(path).catch(() => undefined);
  return link?.isSymbolicLink()
    ? new FileError('not-a-file', path, `${path}: this link leads nowhere.`)
    : failure;
}

/** How files are read: see {@link readRegular}. */
interface Reading {
  readonly read: (path: string, largest: number) => Uint8Array | Promise<Uint8Array>;
  readonly stat: (path: string) => Stats | Promise<Stats>;
}

/** Blocks the thread while it reads: see {@link readRegularBlocking}. */
export const BLOCKING: Reading = { read: readRegularBlocking, stat: (path) => statSync(path) };

/** The files of this machine. */
export class NodeFiles implements FileAccess {
  constructor(private readonly reading: Reading = { read: readRegular, stat }) {}

  async read(path: string, largest = LARGEST_READ): Promise<Uint8Array> {
    try {
      return await this.reading.read(path, largest);
    } catch (error) {
      const failure = await withLinkSeen(path, asFileError(path, 'read', error));
      // Node lists a name that is not UTF-8 with replacement characters, by which no file can be opened.
      if (failure.code !== 'missing' || !path.includes('\uFFFD')) throw failure;
      throw new FileError('unreadable', path, `${path}: its name is not UTF-8; rename it.`);
    }
  }

  real(path: string): Promise<string> {
    return realPath(path);
  }

  async write(path: string, content: Uint8Array, was?: Uint8Array): Promise<void> {
    await replaceAtomically(path, content, was).catch((error: unknown) =>
      Promise.reject(asFileError(path, 'write', error)),
    );
  }

  async create(path: string, content: Uint8Array): Promise<void> {
    await createAtomically(path, content).catch((error: unknown) =>
      Promise.reject(asFileError(path, 'write', error)),
    );
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
      const found = await this.reading.stat(path);
      const type = found.isFile() ? 'file' : found.isDirectory() ? 'folder' : 'other';
      return { type, size: found.size, modified: found.mtimeMs };
    } catch (error) {
      const failure = await withLinkSeen(path, asFileError(path, 'read', error));
      if (failure.code !== 'missing' && failure.code !== 'not-a-folder') throw failure;
      return undefined;
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
}
