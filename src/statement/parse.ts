import { PurposeDocument } from './document';
import type { PurposeFile } from './purpose-file';

/**
 * Parses a purpose file. Accepts any text and never throws: missing parts are `undefined`, errors in the front matter
 * are in its `problems`.
 */
export function parsePurpose(text: string): PurposeFile {
  return PurposeDocument.of(text).file;
}
