import { type FileAccess, FileError } from '../files/file-access';
import { decodeAnyText } from '../files/read-text';
import { LARGEST_FILE } from '../files/size-limits';
import { fold } from '../text/fold';
import { type StatementText, statementOf } from './statement-of';

/** The statement of a file on disk. */
export interface SavedWording extends StatementText {
  /** When the file was last written, ISO 8601 in UTC; undefined if the file system does not say. */
  readonly modified?: string;
}

/**
 * The statement of a file on disk; `undefined` if there is no file, no statement in it, or no UTF-8 or UTF-16: with
 * another encoding, signs would be wrong.
 */
export async function readSavedWording(files: FileAccess, path: string): Promise<SavedWording | undefined> {
  try {
    const stat = await files.stat(path);
    if (!stat) return undefined;
    const bytes = await files.read(path, LARGEST_FILE);
    const text = textIn(bytes, path);
    const statement = text === undefined ? undefined : statementOf(text);
    if (!statement || fold(statement.plain) === '') return undefined;
    const { plain, markdown } = statement;
    return {
      plain,
      markdown,
      ...(stat.modified > 0 && { modified: new Date(stat.modified).toISOString() }),
    };
  } catch (error) {
    if (error instanceof FileError && error.code === 'missing') return undefined;
    throw error;
  }
}

function textIn(bytes: Uint8Array, path: string): string | undefined {
  try {
    return decodeAnyText(bytes, path);
  } catch (error) {
    if (error instanceof FileError) return undefined;
    throw error;
  }
}
