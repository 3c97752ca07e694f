import { type Uri, workspace } from 'vscode';
import { platform } from '#platform';
import type { PurposeHistory } from '../../history/history';

/** The sentences above the timeline on what it leaves out. */
export function noticesOn({ unreadable, git }: PurposeHistory, isGone: boolean): string[] {
  const notices = unreadable.slice(0, 3).map(({ problem }) => withShortPath(problem));
  if (unreadable.length > 3) notices.push(`${unreadable.length - 3} more records cannot be read.`);
  if (isGone) notices.unshift('This file is no longer on disk.');
  if (git?.kind === 'unavailable') {
    notices.push(
      workspace.isTrusted
        ? `Commits are left out. ${git.reason}`
        : 'Earlier changes in git appear once you trust this folder.',
    );
  }
  return notices;
}

/** The sentence below the timeline in a browser, where no program can be run; empty elsewhere. */
export function noticeOnGit(uri: Uri): string {
  if (platform.gitAt) return '';
  const author = workspace.getConfiguration('purpose', uri).get('author', '').trim();
  const sign = author === '' ? ' Set purpose.author to sign them.' : '';
  return `There is no git here: only records are shown.${sign}`;
}

/** A message with the file's path relative to the workspace. */
function withShortPath(problem: string): string {
  return problem.replace(/^\S+?:\/\/\S*(?=: this)/, (path) => path.replace(/^.*\/\.purpose\//, '.purpose/'));
}
