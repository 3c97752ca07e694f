import { GitProgram } from '../history/git-program';
import type { HistoryDeps } from '../history/history';
import { statementFigures } from '../lint/statement-figures';
import type { CommandIo } from './command';

/** The sources of a history on the command line: the disk, the git program and the linter's figures. */
export function historyDeps({ files, git }: Pick<CommandIo, 'files' | 'git'>): HistoryDeps {
  return { files, git: new GitProgram(git), figuresOf: statementFigures };
}
