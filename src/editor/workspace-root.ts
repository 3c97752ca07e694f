import { workspace } from 'vscode';
import { dirname } from '../files/paths';
import { pathOf, uriOf } from './vscode-files';

/** The folder that no copy's source may lead out of: the workspace folder, else the file's own. */
export function copyRoot(path: string): string {
  const folder = workspace.getWorkspaceFolder(uriOf(path));
  return folder ? pathOf(folder.uri) : dirname(path);
}
