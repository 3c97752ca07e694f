import { type FileAccess, FileError } from './file-access';
import { tooLarge } from './regular-file';
import { LARGEST_FILE } from './size-limits';

/**
 * The text of a file that is not written back: UTF-8, or UTF-16 with a byte-order mark, which is kept.
 * @throws {FileError} with a one-sentence message, if the file is missing, too large or binary
 */
export async function readText(files: FileAccess, path: string, largest = LARGEST_FILE): Promise<string> {
  return decodeAnyText(await files.read(path, largest), path, largest);
}

/** Whether bytes begin with the byte-order mark of UTF-16. */
export function isUtf16([first, second]: Uint8Array): boolean {
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
}

/** Bytes as text; see {@link readText}. */
export function decodeAnyText(bytes: Uint8Array, path: string, largest = LARGEST_FILE): string {
  if (!isUtf16(bytes)) return decodeText(bytes, path, largest);
  if (bytes.length > largest) throw tooLarge(path, bytes.length, largest);
  try {
    const encoding = bytes[0] === 0xff ? 'utf-16le' : 'utf-16be';
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new FileError(
      'unreadable',
      path,
      `${path}: this is not UTF-16, though it begins like it; save it as UTF-8.`,
    );
  }
}

/** Bytes as text, for a caller that writes the file back: only UTF-8, so that no encoding changes. */
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
