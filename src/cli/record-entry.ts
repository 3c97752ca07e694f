import { FileError } from '../files/file-access';
import { dirname, relative } from '../files/paths';
import { LARGEST_FILE } from '../files/size-limits';
import { GitProgram } from '../history/git-program';
import type { HistoryRecord } from '../history/record';
import { OtherWordingError, Recorder } from '../history/recorder';
import { recorderGit } from '../history/recorder-git';
import type { EntryDraft } from '../history/recorder-types';
import type { StatementText } from '../history/statement-of';
import { statementFigures } from '../lint/statement-figures';
import { parsePurpose } from '../statement/document';
import { fold } from '../text/fold';
import { type CommandIo, UsageError } from './command';
import { oneLine } from './visible';

/** The statement of a purpose file that must have one; rejects with a `FileError` or a {@link UsageError}. */
export async function statementIn(path: string, named: string, io: CommandIo): Promise<StatementText> {
  const text = new TextDecoder().decode(await io.files.read(path, LARGEST_FILE));
  const { statement, conflict } = parsePurpose(text);
  if (conflict) {
    throw new UsageError(`${named} has conflict markers on line ${conflict.start.line}: resolve them first.`);
  }
  if (!statement || fold(statement.plain) === '') {
    throw new UsageError(`${named} has no statement yet: write one first.`);
  }
  return statement;
}

/**
 * Records a note, reaffirmation or pivot on a statement, which must still be the one on disk. Its author comes from
 * `--author`, git or the system; the author of the statement itself, if history does not have it yet, only from git.
 */
export async function recordEntry(
  path: string,
  draft: EntryDraft,
  about: StatementText,
  author: string | undefined,
  io: CommandIo,
): Promise<HistoryRecord> {
  const who = author?.trim() || (await whoIsIt(path, io));
  try {
    return await recorderFor(who, io).recordEntry(path, draft, about);
  } catch (error) {
    if (!(error instanceof OtherWordingError)) throw error;
    throw new FileError(
      'changed',
      path,
      `${path}: the statement was changed meanwhile: read it, then try again.`,
    );
  }
}

/** The recorder of this run, for which somebody saves. */
export function recorderFor(author: string, io: CommandIo): Recorder {
  return new Recorder({
    files: io.files,
    git: recorderGit(new GitProgram(io.git)),
    now: io.now,
    figuresOf: statementFigures,
    authorOf: async () => author,
  });
}

/** The path of a record for a message. */
export function recordPath(record: HistoryRecord, io: CommandIo): string {
  return oneLine(relative(io.cwd, record.path));
}

/** The user's name from git, else from the system; rejects with a {@link UsageError} if neither has one. */
export async function whoIsIt(path: string, io: CommandIo): Promise<string> {
  const fromGit = await io.git(['config', 'user.name'], dirname(path)).catch(() => '');
  const author = fromGit.trim() || io.env.USER?.trim() || io.env.USERNAME?.trim();
  if (!author) throw new UsageError('Say who you are with --author NAME: neither git nor the system knows.');
  return author;
}
