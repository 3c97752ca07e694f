import { workspace } from 'vscode';
import { platform } from '#platform';
import { uriOf } from '../vscode-files';
import type { EditorGit } from './editor-git';

/**
 * The author of new records: the setting `purpose.author`, else git's user name, else the system's; empty on the web.
 */
export async function authorFor(path: string, git: EditorGit): Promise<string> {
  const set = workspace.getConfiguration('purpose', uriOf(path)).get<string>('author', '').trim();
  return set || (await git.userName(path)) || platform.userName();
}
