import { userInfo } from 'node:os';
import { NodeFiles } from '../../files/node-files';
import { runGit } from '../../files/node-git';
import { GitProgram } from '../../history/git-program';
import type { RunGit } from '../../history/git-reader';
import { uriOf } from '../vscode-files';
import type { Platform } from './platform';

export const platform: Platform = {
  disk: new NodeFiles(),
  gitAt(program) {
    const run: RunGit = (args, cwd, signal, input) =>
      runGit(args, uriOf(cwd).fsPath, { signal, program, input });
    return { run, reader: new GitProgram(run) };
  },
  userName() {
    try {
      return userInfo().username;
    } catch {
      // In some containers the user id has no name.
      return '';
    }
  },
};
