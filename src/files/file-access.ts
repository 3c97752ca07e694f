/** One entry of a folder. */
export interface FileEntry {
  readonly name: string;
  readonly type: 'file' | 'folder' | 'other';
}

/** File metadata: size in bytes, last change in ms since 1970. */
export interface FileStat {
  readonly type: 'file' | 'folder' | 'other';
  readonly size: number;
  readonly modified: number;
}

/** Ends a registration or watch; repeated calls do nothing. */
export interface Disposable {
  dispose(): void;
}

/** Why a file operation failed, as a code for the caller. */
export type FileErrorCode =
  | 'missing'
  | 'exists'
  | 'changed'
  | 'unreadable'
  | 'unwritable'
  | 'not-a-file'
  | 'not-a-folder';

/** The failures that every file system has a code for, as the end of a sentence about the path. */
export const FAILURES = {
  missing: 'there is no such file or folder',
  exists: 'something is there already',
  'not-a-file': 'this is a folder, not a file',
  'not-a-folder': 'this is not a folder',
} as const;

/** The failure of an operation on a file; its message is a sentence that names the file. */
export class FileError extends Error {
  override readonly name = 'FileError';
  constructor(
    readonly code: FileErrorCode,
    readonly path: string,
    message: string,
  ) {
    super(message);
  }
}

/**
 * The file system interface of the core.
 *
 * A path is a string with `/` between its parts: an absolute path on disk, or a whole URI in the editor.
 * Split and join paths only with `paths.ts`. Every method rejects with a {@link FileError}.
 */
export interface FileAccess {
  /**
   * The bytes of a regular file; fails with `not-a-file` for a folder, pipe or device.
   * @param largest in bytes (default `LARGEST_READ`); fails with `unreadable` if the file has more
   */
  read(path: string, largest?: number): Promise<Uint8Array>;
  /** The path with every link followed, as far as it exists. Undefined on file systems without links. */
  real?(path: string): Promise<string>;
  /**
   * Replaces a file, or creates it and the folders above it. A write that fails or is interrupted changes nothing.
   * @param was the expected current bytes; fails with `changed` if the file has others
   */
  write(path: string, content: Uint8Array, was?: Uint8Array): Promise<void>;
  /** Creates a new file atomically; fails with `exists` if the path exists. */
  create(path: string, content: Uint8Array): Promise<void>;
  /** The entries of a folder, sorted by name; fails with `missing` if there is no such folder. */
  list(path: string): Promise<readonly FileEntry[]>;
  /** `undefined` if the path does not exist. */
  stat(path: string): Promise<FileStat | undefined>;
  /** Moves a file or folder; fails with `exists` if the target exists. */
  rename(from: string, to: string): Promise<void>;
  /** Removes one file. */
  remove(path: string): Promise<void>;
  /** Reports every change to the file, or to anything below the folder, at `path`. */
  watch(path: string, listener: (path: string) => void): Disposable;
}
