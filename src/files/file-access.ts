/** One entry of a folder. */
export interface FileEntry {
  readonly name: string;
  readonly type: 'file' | 'folder' | 'other';
}

/** What is known of a file without reading it: size in bytes, last change in ms since 1970. */
export interface FileStat {
  readonly type: 'file' | 'folder' | 'other';
  readonly size: number;
  readonly modified: number;
}

/** Stops what it was handed out for; calling it again does nothing. */
export interface Disposable {
  dispose(): void;
}

/** Why a file operation failed, in words that a caller can act on. */
export type FileErrorCode =
  | 'missing'
  | 'exists'
  | 'changed'
  | 'unreadable'
  | 'unwritable'
  | 'not-a-file'
  | 'not-a-folder';

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
 * All that the core asks of a file system.
 *
 * A path is a string with `/` between its parts: an absolute path on disk, or a whole URI in the editor.
 * Take paths apart and put them together with `paths.ts` only. Every method rejects with a {@link FileError}.
 */
export interface FileAccess {
  /**
   * The bytes of a regular file; fails with `not-a-file` for a folder, pipe or device.
   * @param largest in bytes; fails with `unreadable` where the file has more; `LARGEST_READ` where left out
   */
  read(path: string, largest?: number): Promise<Uint8Array>;
  /** The path with every link on the way followed, as far as it exists. Left out where there are no links. */
  real?(path: string): Promise<string>;
  /**
   * Replaces a file, or makes it and the folders above it. A write that fails or is interrupted leaves what was there.
   * @param was the bytes that the file must still hold; fails with `changed` where it holds others
   */
  write(path: string, content: Uint8Array, was?: Uint8Array): Promise<void>;
  /** Makes a new file, whole or not at all; fails with `exists` where something is there already. */
  create(path: string, content: Uint8Array): Promise<void>;
  /** The entries of a folder, sorted by name; fails with `missing` where there is none. */
  list(path: string): Promise<readonly FileEntry[]>;
  /** `undefined` where there is nothing. */
  stat(path: string): Promise<FileStat | undefined>;
  /** Moves a file or folder; fails with `exists` where the target is there already. */
  rename(from: string, to: string): Promise<void>;
  /** Removes one file. */
  remove(path: string): Promise<void>;
  /** Tells of every change to the file, or to anything below the folder, at `path`. */
  watch(path: string, listener: (path: string) => void): Disposable;
}
