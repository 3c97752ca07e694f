import { createTwoFilesPatch } from 'diff';
import { FileError } from '../../files/file-access';
import { isUtf16 } from '../../files/read-text';
import { safeEdits } from '../../lint/fixes';
import type { LintResult } from '../../lint/lint-result';
import { applyEdits } from '../../text/text-edit';
import type { CommandIo } from '../command';
import type { Format } from '../format/report';

/**
 * The text of a linted file with its safe fixes applied; `undefined` if there are none.
 * @throws {FileError} if the file is not UTF-8, so that the text could not be written
 */
export function fixedText(
  { findings, document: { text } }: LintResult,
  path: string,
  bytes: Uint8Array,
): string | undefined {
  const edits = safeEdits(findings, text);
  if (edits.length === 0) return undefined;
  if (isUtf16(bytes))
    throw new FileError('unreadable', path, `${path}: this is UTF-16; save it as UTF-8 to have it fixed.`);
  return applyEdits(text, edits);
}

/**
 * Replaces the linted bytes with a fixed text.
 * @throws {FileError} if the file cannot be written or has changed meanwhile
 */
export async function writeFixed(
  { files }: CommandIo,
  path: string,
  was: Uint8Array,
  text: string,
): Promise<void> {
  await files.write(path, new TextEncoder().encode(text), was);
}

/** The change of a file as a unified diff. */
export function diffOf(path: string, before: string, after: string): string {
  return createTwoFilesPatch(path, path, before, after, undefined, undefined, { context: 2 }).replace(
    /^(?:Index: .*\n)?=+\n/,
    '',
  );
}

/** Prints what `--fix` would change, instead of findings. */
export const diffs: Format = async function* (files) {
  for await (const { diff } of files) if (diff !== undefined) yield diff;
};
