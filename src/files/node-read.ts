import { closeSync, constants, fstatSync, openSync, readSync, type Stats, statSync } from 'node:fs';
import { type FileHandle, open, realpath, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { notRegular, tooLarge } from './regular-file';

const CHUNK = 64 * 1024;
/** Opening a pipe must not wait for a writer. Windows has no such flags. */
const FLAGS = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOCTTY ?? 0);

/**
 * The bytes of a regular file. The opened file is checked again, because it may have been replaced since.
 * Rejects with a `FileError` for anything but a regular file and for one that is too large, otherwise as Node does.
 * @param largest in bytes
 */
export async function readRegular(path: string, largest: number): Promise<Uint8Array> {
  // Opening some devices has side effects, so they are excluded before.
  mustBeRegular(path, await stat(path));
  const file = await open(path, FLAGS);
  try {
    const found = await file.stat();
    mustBeRegular(path, found);
    if (found.size > largest) throw tooLarge(path, found.size, largest);
    return await readAll(file, path, found.size, largest);
  } finally {
    await file.close();
  }
}

async function readAll(file: FileHandle, path: string, size: number, largest: number): Promise<Uint8Array> {
  const content = new Content(path, size, largest);
  for (;;) {
    const [bytes, from] = content.room();
    const { bytesRead } = await file.read(bytes, from, bytes.length - from, null);
    if (bytesRead === 0) return content.finish();
    content.length += bytesRead;
  }
}

/**
 * {@link readRegular} that blocks this thread. For a program with nothing else to do: for a small file it takes a tenth of
 * the processor time, because no other thread is involved.
 * @throws {FileError} as {@link readRegular}
 */
export function readRegularBlocking(path: string, largest: number): Uint8Array {
  mustBeRegular(path, statSync(path));
  const file = openSync(path, FLAGS);
  try {
    const found = fstatSync(file);
    mustBeRegular(path, found);
    if (found.size > largest) throw tooLarge(path, found.size, largest);
    const content = new Content(path, found.size, largest);
    for (;;) {
      const [bytes, from] = content.room();
      const read = readSync(file, bytes, from, bytes.length - from, null);
      if (read === 0) return content.finish();
      content.length += read;
    }
  } finally {
    closeSync(file);
  }
}

/**
 * The bytes of a file as they are read. It is read to the end, because the reported size may be wrong for a file that is
 * being written or that the system generates.
 */
class Content {
  length = 0;
  #bytes: Buffer;

  constructor(
    readonly path: string,
    size: number,
    readonly largest: number,
  ) {
    this.#bytes = Buffer.allocUnsafe(size + 1);
  }

  /** A buffer, and the place in it for the next bytes. */
  room(): readonly [Buffer, number] {
    if (this.length === this.#bytes.length) {
      this.#mustFit();
      this.#bytes = Buffer.concat([this.#bytes], this.length + Math.max(CHUNK, this.length));
    }
    return [this.#bytes, this.length];
  }

  finish(): Uint8Array {
    this.#mustFit();
    return new Uint8Array(this.#bytes.buffer, this.#bytes.byteOffset, this.length);
  }

  #mustFit(): void {
    if (this.length > this.largest) throw tooLarge(this.path, this.length, this.largest);
  }
}

function mustBeRegular(path: string, found: Stats): void {
  if (!found.isFile()) throw notRegular(path, kindOf(found));
}

function kindOf(found: Stats): string {
  if (found.isDirectory()) return 'a folder';
  if (found.isFIFO()) return 'a named pipe';
  return found.isSocket() ? 'a socket' : 'a device';
}

/** The path with every link followed, as far as it exists; `/`-separated. */
export async function realPath(path: string): Promise<string> {
  try {
    return slashed(await realpath(path));
  } catch {
    const above = dirname(path);
    return above === path ? slashed(path) : slashed(join(await realPath(above), basename(path)));
  }
}

function slashed(path: string): string {
  return process.platform === 'win32' ? path.replaceAll('\\', '/') : path;
}
