import { type FileAccess, FileError } from './file-access';
import { tooLarge } from './regular-file';

/** The largest file that is read as a purpose, in bytes: some 600,000 words. */
export const LARGEST_FILE = 4 * 1024 * 1024;

/**
 * The text of a file, a byte-order mark kept.
 * @throws {FileError} in one clear sentence, where the file is missing, too large, binary or not UTF-8
 */
export async function readText(files: FileAccess, path: string, largest = LARGEST_FILE): Promise<string> {
  return decodeText(await files.read(path, largest), path, largest);
}

/** Bytes as text; see {@link readText}. */
export function decodeText(bytes: Uint8Array, path: string, largest = LARGEST_FILE): string {
  if (bytes.length > largest) throw tooLarge(path, bytes.length, largest);
  if (bytes.subarray(0, 8192).includes(0)) {
    throw new FileError('unreadable', path, `${path}: this is a binary file, not Markdown.`);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new FileError('unreadable', path, `${path}: this is not UTF-8; save it with that encoding.`);
  }
}
