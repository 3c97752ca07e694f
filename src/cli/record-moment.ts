import { dirname, relative } from '../files/paths';
import { recentNames } from '../history/former-names';
import type { GitReader } from '../history/git';
import { GitProgram } from '../history/git-program';
import type { HistoryRecord } from '../history/record';
import { type Moment, recordMoment } from '../history/refine';
import { fold, type StatementText, statementOf } from '../history/statement-of';
import { statementFigures } from '../lint/statement-figures';
import { type CommandIo, UsageError } from './command';

/** The statement of a purpose file that must have one; rejects with a `FileError` or a {@link UsageError}. */
export async function statementIn(path: string, named: string, io: CommandIo): Promise<StatementText> {
  const statement = statementOf(new TextDecoder().decode(await io.files.read(path)));
  if (!statement || fold(statement.plain) === '') {
    throw new UsageError(`${named} has no statement yet: write one before you record how it fits.`);
  }
  return statement;
}

/** Records a moment of a purpose's history; who did it is said by `--author`, git or the system. */
export async function recordFromCommand(
  path: string,
  statement: StatementText,
  moment: Moment,
  author: string | undefined,
  io: CommandIo,
): Promise<HistoryRecord> {
  const git = new GitProgram(io.git);
  const before = await committedStatement(git, path);
  return recordMoment(io.files, path, moment, {
    statement,
    author: author?.trim() || (await whoIsIt(path, io)),
    now: io.now(),
    figuresOf: statementFigures,
    isCommitted: (record) => git.isCommitted(record),
    formerNames: () => recentNames(git, path),
    ...(before && { before: before.plain }),
  });
}

/** Tells where a record stands. */
export function told(record: HistoryRecord, io: CommandIo): string {
  return relative(io.cwd, record.path);
}

async function committedStatement(git: GitReader, path: string): Promise<StatementText | undefined> {
  try {
    const [commit] = await git.log(path, { limit: 1 });
    const [text] = commit?.after ? await git.texts(path, [commit.after]) : [];
    return text === undefined ? undefined : statementOf(text);
  } catch {
    // Git only makes the first record's change more exact: without it there is simply none before.
    return undefined;
  }
}

async function whoIsIt(path: string, io: CommandIo): Promise<string> {
  const fromGit = await io.git(['config', 'user.name'], dirname(path)).catch(() => '');
  const author = fromGit.trim() || io.env.USER?.trim() || io.env.USERNAME?.trim();
  if (!author) throw new UsageError('Say who you are with --author NAME: neither git nor the system knows.');
  return author;
}
