import { createTwoFilesPatch } from 'diff';
import { FileError } from '../../files/file-access';
import { isUtf16 } from '../../files/read-text';
import { safeEdits } from '../../lint/fixes';
import type { LintResult } from '../../lint/lint-result';
import { applyEdits } from '../../text/text-edit';
import type { CommandIo } from '../command';
import type { Format } from '../format/report';

/** The text of a linted file with its safe fixes applied; `undefined` if there are none. */
export function fixedText({ findings, document: { text } }: LintResult): string | undefined {
  const edits = safeEdits(findings, text);
  return edits.length > 0 ? applyEdits(text, edits) : undefined;
}

/**
 * Replaces the linted bytes with a fixed text.
 * @throws {FileError} if the file cannot be written, has changed meanwhile or is not UTF-8
 */
export async function writeFixed(
  { files }: CommandIo,
  path: string,
  was: Uint8Array,
  text: string,
): Promise<void> {
  if (isUtf16(was))
    throw new FileError('unreadable', path, `${path}: this is UTF-16; save it as UTF-8 to have it fixed.`);
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
