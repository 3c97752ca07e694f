import { type FileAccess, FileError } from '../files/file-access';
import { LARGEST_FILE } from '../files/size-limits';
import { fold } from '../text/fold';
import { type StatementText, statementOf } from './statement-of';

/** The statement of a file on disk. */
export interface SavedWording extends StatementText {
  /** When the file was last written, ISO 8601 in UTC; undefined if the file system does not say. */
  readonly modified?: string;
}

/** The statement of a file on disk; `undefined` if there is no file, or no statement in it. */
export async function readSavedWording(files: FileAccess, path: string): Promise<SavedWording | undefined> {
  try {
    const stat = await files.stat(path);
    if (!stat) return undefined;
    const statement = statementOf(new TextDecoder().decode(await files.read(path, LARGEST_FILE)));
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
