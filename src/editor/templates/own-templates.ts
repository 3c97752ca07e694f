import { Uri, workspace } from 'vscode';
import { isAbsolute, join } from '../../files/paths';
import { type LoadedTemplates, loadTemplates, TEMPLATE_FOLDER } from '../../templates/load-templates';
import type { Services } from '../services';
import { pathOf } from '../vscode-files';

/** All templates: those of each workspace folder, those of the folder in the settings, then the built-in ones. */
export function templatesOf({ files }: Pick<Services, 'files'>): Promise<LoadedTemplates> {
  const folders = (workspace.workspaceFolders ?? []).map(({ uri }) => uri);
  const own = folders.map((uri) => join(pathOf(uri), TEMPLATE_FOLDER));
  return loadTemplates(files, [...own, ...foldersInSettings(folders)]);
}

function foldersInSettings(folders: readonly Uri[]): string[] {
  const written = workspace.getConfiguration('purpose').get<unknown>('templates.folder');
  if (typeof written !== 'string' || written.trim() === '') return [];
  const folder = withHome(written.trim().replaceAll('\\', '/'));
  if (!isAbsolute(folder)) return folders.map((uri) => join(pathOf(uri), folder));
  if (/^[A-Za-z][\w+.-]+:\/\//.test(folder)) return [pathOf(Uri.parse(folder))];
  // In the browser, absolute paths belong to the file system of the workspace.
  const [first] = folders;
  const local = !first || first.scheme === 'file' || /^[A-Za-z]:/.test(folder);
  return [pathOf(local ? Uri.file(folder) : first.with({ path: folder }))];
}

/** Expands `~/` to the user's home folder, if the editor runs on a machine that has one. */
function withHome(folder: string): string {
  const { process } = globalThis as { process?: { env?: Record<string, string | undefined> } };
  const home = process?.env?.HOME ?? process?.env?.USERPROFILE;
  return home ? folder.replace(/^~(?=\/|$)/, home.replaceAll('\\', '/')) : folder;
}
