import { fold } from '../text/fold';
import { recentNames } from './former-names';
import type { GitReader } from './git-reader';
import { lastStatementCommit } from './last-care';
import type { RecorderGit } from './recorder-types';

/** The git queries of a recorder, by a reader. If git fails, the answers are empty. */
export function recorderGit(git: GitReader): RecorderGit {
  return {
    async committed(path) {
      const { found } = await lastStatementCommit(git, path).catch(() => ({ found: undefined }));
      if (!found?.statement) return undefined;
      const { commit, statement } = found;
      const { plain, markdown } = statement;
      return { plain: fold(plain), markdown, time: commit.time, author: commit.author };
    },
    isCommitted: (record) => git.isCommitted(record).catch(() => false),
    formerNames: (path) => recentNames(git, path),
  };
}
