import { constants, type Stats } from 'node:fs';
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

/**
 * Reads to the end, because the reported size may be wrong for a file that is being written or that the system
 * generates.
 */
async function readAll(file: FileHandle, path: string, size: number, largest: number): Promise<Uint8Array> {
  let bytes = Buffer.allocUnsafe(size + 1);
  let length = 0;
  for (;;) {
    if (length === bytes.length) {
      if (length > largest) throw tooLarge(path, length, largest);
      bytes = Buffer.concat([bytes], length + Math.max(CHUNK, length));
    }
    const { bytesRead } = await file.read(bytes, length, bytes.length - length, null);
    if (bytesRead === 0) break;
    length += bytesRead;
  }
  if (length > largest) throw tooLarge(path, length, largest);
  return new Uint8Array(bytes.buffer, bytes.byteOffset, length);
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
