import { FileSystemError, FileType, Uri, workspace } from 'vscode';
import {
  type Disposable,
  FAILURES,
  type FileAccess,
  type FileEntry,
  FileError,
  type FileErrorCode,
  type FileStat,
} from '../files/file-access';
import { basename, dirname, join } from '../files/paths';
import { notRegular, tooLarge } from '../files/regular-file';
import { LARGEST_READ } from '../files/size-limits';
import { temporaryName } from '../files/temporary-file';

/** The core's path of a document: the whole URI, decoded, so that paths can be joined as text. */
export function pathOf(uri: Uri): string {
  const authority = uri.authority ? `//${uri.authority}` : '//';
  return `${uri.scheme}:${authority}${uri.path}`;
}

/** The inverse of {@link pathOf}. */
export function uriOf(path: string): Uri {
  const match = /^([A-Za-z][\w+.-]+):\/\/([^/]*)(.*)$/.exec(path);
  return match
    ? Uri.from({ scheme: match[1] ?? 'file', authority: match[2] ?? '', path: match[3] || '/' })
    : Uri.file(path);
}

const CODES: Readonly<Record<string, keyof typeof FAILURES>> = {
  FileNotFound: 'missing',
  EntryNotFound: 'missing',
  FileExists: 'exists',
  EntryExists: 'exists',
  FileIsADirectory: 'not-a-file',
  EntryIsADirectory: 'not-a-file',
  FileNotADirectory: 'not-a-folder',
  EntryNotADirectory: 'not-a-folder',
};

function asFileError(path: string, error: unknown, otherwise: FileErrorCode): FileError {
  if (error instanceof FileError) return error;
  const code = error instanceof FileSystemError ? error.code : '';
  const known = CODES[code];
  const words = known ? FAILURES[known] : `it cannot be ${otherwise === 'unreadable' ? 'read' : 'written'}`;
  return new FileError(known ?? otherwise, path, `${uriOf(path).path}: ${words}.`);
}

/** The file systems of the editor: the disk, a remote machine, a repository in the browser. */
export class VscodeFiles implements FileAccess {
  /** @param disk writes files of the `file` scheme, because `workspace.fs` truncates a file before it writes to it */
  constructor(private readonly disk?: Pick<FileAccess, 'write' | 'create' | 'real'>) {}

  async read(path: string, largest = LARGEST_READ): Promise<Uint8Array> {
    const found = await this.stat(path);
    const shown = uriOf(path).path;
    if (found && found.type !== 'file')
      throw notRegular(path, found.type === 'folder' ? 'a folder' : 'a pipe or device', shown);
    if (found && found.size > largest) throw tooLarge(path, found.size, largest, shown);
    return attempt(path, 'unreadable', () => workspace.fs.readFile(uriOf(path)));
  }

  async real(path: string): Promise<string> {
    const real = this.disk?.real;
    const uri = uriOf(path);
    return real && uri.scheme === 'file' ? pathOf(Uri.file(await real(uri.fsPath))) : path;
  }

  async write(path: string, content: Uint8Array, was?: Uint8Array): Promise<void> {
    const disk = this.#diskPath(path);
    if (disk !== undefined) return this.disk?.write(disk, content, was);
    if (was) {
      const holds = await this.read(path);
      if (holds.length !== was.length || holds.some((byte, at) => byte !== was[at]))
        throw new FileError('changed', path, `${uriOf(path).path}: this file has changed meanwhile.`);
    }
    await attempt(path, 'unwritable', () => workspace.fs.writeFile(uriOf(path), content));
  }

  async create(path: string, content: Uint8Array): Promise<void> {
    const disk = this.#diskPath(path);
    if (disk !== undefined) return this.disk?.create(disk, content);
    // `writeFile` always overwrites. Writing beside the target and moving without overwriting lets only one window
    // succeed.
    if (await this.stat(path))
      throw new FileError('exists', path, `${uriOf(path).path}: something is there already.`);
    const beside = join(dirname(path), temporaryName(basename(path)));
    try {
      await this.write(beside, content);
      await this.rename(beside, path);
    } catch (error) {
      await this.remove(beside).catch(() => undefined);
      throw error;
    }
  }

  async list(path: string): Promise<readonly FileEntry[]> {
    const entries = await attempt(path, 'unreadable', () => workspace.fs.readDirectory(uriOf(path)));
    return entries
      .map(([name, type]): FileEntry => ({ name, type: kindOf(type) }))
      .sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  async stat(path: string): Promise<FileStat | undefined> {
    try {
      const found = await workspace.fs.stat(uriOf(path));
      return { type: kindOf(found.type), size: found.size, modified: found.mtime };
    } catch (error) {
      const failure = asFileError(path, error, 'unreadable');
      if (failure.code === 'missing' || failure.code === 'not-a-folder') return undefined;
      throw failure;
    }
  }

  async rename(from: string, to: string): Promise<void> {
    await attempt(dirname(to), 'unwritable', () => workspace.fs.createDirectory(uriOf(dirname(to))));
    await attempt(from, 'unwritable', () =>
      workspace.fs.rename(uriOf(from), uriOf(to), { overwrite: false }),
    );
  }

  async remove(path: string): Promise<void> {
    await attempt(path, 'unwritable', () => workspace.fs.delete(uriOf(path)));
  }

  watch(path: string, listener: (path: string) => void): Disposable {
    const watcher = workspace.createFileSystemWatcher(`${uriOf(path).fsPath.replaceAll('\\', '/')}{,/**}`);
    const tell = (uri: Uri) => listener(pathOf(uri));
    watcher.onDidChange(tell);
    watcher.onDidCreate(tell);
    watcher.onDidDelete(tell);
    return watcher;
  }

  /** The disk path of a file that {@link disk} writes. */
  #diskPath(path: string): string | undefined {
    const uri = uriOf(path);
    return this.disk && uri.scheme === 'file' ? uri.fsPath : undefined;
  }
}

function kindOf(type: FileType): FileEntry['type'] {
  if (type & FileType.Directory) return 'folder';
  return type & FileType.File ? 'file' : 'other';
}

async function attempt<T>(path: string, otherwise: FileErrorCode, action: () => Thenable<T>): Promise<T> {
  try {
    return await action();
  } catch (error) {
    throw asFileError(path, error, otherwise);
  }
}
