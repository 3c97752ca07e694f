import { type FileAccess, FileError } from '../files/file-access';
import { LARGEST_FILE } from '../files/size-limits';
import { type StatementText, statementOf } from './statement-of';

/** The current text in the file or the editor. */
export interface WorkingCopy {
  readonly text: string;
  readonly statement?: StatementText;
  /** When the file was last written; ISO 8601 in UTC, undefined for unsaved text. */
  readonly time?: string;
}

/** Reads the working copy, from the editor's text if it is given. `undefined` if there is no file. */
export async function readWorkingCopy(
  files: FileAccess,
  path: string,
  textInEditor?: string,
): Promise<WorkingCopy | undefined> {
  if (textInEditor !== undefined) return workingCopyOf(textInEditor);
  try {
    const stat = await files.stat(path);
    if (!stat) return undefined;
    const text = new TextDecoder().decode(await files.read(path, LARGEST_FILE));
    return { ...workingCopyOf(text), time: new Date(stat.modified).toISOString() };
  } catch (error) {
    if (error instanceof FileError && error.code === 'missing') return undefined;
    throw error;
  }
}

/** The working copy of an unsaved text. */
export function workingCopyOf(text: string): WorkingCopy {
  const statement = statementOf(text);
  return { text, ...(statement && { statement }) };
}
