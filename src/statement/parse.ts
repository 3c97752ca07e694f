import { PurposeDocument } from './document';
import type { PurposeFile } from './purpose-file';

/**
 * Takes a purpose file apart. Any text is a purpose file: nothing throws, what is missing is `undefined`, what is
 * wrong in the front matter is named in its `problems`.
 */
export function parsePurpose(text: string): PurposeFile {
  return PurposeDocument.of(text).file;
}
