import { userInfo } from 'node:os';
import { NodeFiles } from '../../files/node-files';
import { runGit } from '../../files/node-git';
import { uriOf } from '../vscode-files';
import type { Platform } from './platform';

export const platform: Platform = {
  disk: new NodeFiles(),
  gitAt: (program) => (args, cwd, signal) => runGit(args, uriOf(cwd).fsPath, { signal, program }),
  userName() {
    try {
      return userInfo().username;
    } catch {
      // In some containers the user id has no name.
      return '';
    }
  },
};
