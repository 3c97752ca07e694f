import pLimit from 'p-limit';
import { commands, Disposable, type QuickPickItem, Uri, window, workspace } from 'vscode';
import { basename, dirname, relative } from '../../files/paths';
import { isMarkdownPath } from '../../files/purpose-name';
import { adoptInSettings, renameInSettings } from '../../lint/settings-edit';
import { afterMoves } from '../../share/references';
import { errorMessage } from '../../text/error-message';
import { adoptedFiles, isPurposeFile } from '../adopted-files';
import { askPick } from '../flow/quick-input';
import { changeSettingsFile, createSettingsFile, type SettingsFileEdit } from '../lint/change-settings-file';
import { sayNotDone } from '../messages';
import { searchWorkspace } from '../search-workspace';
import type { Services } from '../services';
import { chooseStatement } from '../statement/choose-statement';
import { pathOf, uriOf } from '../vscode-files';

/** The effect of saving the settings file, for the message that asks the user to save it. */
const PENDING = 'the file is adopted';

/** *Adopt a File…*: a Markdown file of any name becomes a purpose file, under that name. */
export function registerAdopt(services: Services): Disposable {
  // In sequence, because one settings file may list several files of a renamed folder.
  const renames = pLimit(1);
  const follow = (from: Uri, to: Uri): Promise<void> =>
    renames(() => followRename(services, from, to)).catch((error: unknown) =>
      sayNotDone(`${workspace.asRelativePath(to)} is no longer adopted: ${errorMessage(error)}`),
    );
  return Disposable.from(
    commands.registerCommand('purpose.adoptFile', (given?: unknown) => adopt(services, given)),
    workspace.onDidRenameFiles(({ files }) => {
      for (const { oldUri, newUri } of files) {
        for (const uri of adoptedFiles()) {
          const moved = afterMoves(pathOf(uri), [{ from: pathOf(oldUri), to: pathOf(newUri) }]);
          if (moved !== pathOf(uri)) void follow(uri, uriOf(moved));
        }
      }
    }),
  );
}

async function adopt(services: Services, given: unknown): Promise<void> {
  const uri = given instanceof Uri ? given : (inFront() ?? (await pickFile()));
  if (!uri) return;
  const name = workspace.asRelativePath(uri);
  if (isPurposeFile(uri)) {
    await window.showTextDocument(uri);
    void window.showInformationMessage(`${name} is a purpose file already.`);
    return;
  }
  if (!isMarkdownPath(uri.path))
    return sayNotDone(`${name} is not a Markdown file: its name must end with .md.`);
  const folder = workspace.getWorkspaceFolder(uri);
  if (!folder)
    return sayNotDone(`Open the folder of ${name} first: a settings file there names what is adopted.`);
  const document = await workspace.openTextDocument(uri);
  const { isDirty } = document;
  if (!(await chooseStatement(document))) return;
  // Unsaved changes from before are left for the user to save.
  if (!isDirty && document.isDirty && !(await document.save()))
    return sayNotDone(`${name} could not be saved: save it, then adopt it again.`);
  const settings = await nameInSettings(services, uri, folder.uri);
  if (settings === undefined) return;
  await services.adopted.look();
  window.setStatusBarMessage(`${name} is adopted: ${settings} names it.`, 8000);
  await commands.executeCommand('purpose.showHistory', uri);
}

/** The Markdown file in the active tab, unless it is a purpose file already. */
function inFront(): Uri | undefined {
  const uri = window.activeTextEditor?.document.uri;
  return uri && isMarkdownPath(uri.path) && !isPurposeFile(uri) ? uri : undefined;
}

/** Usual names of such files, the likeliest first. */
const LIKELY = /^(?:mission|purpose|vision|charter|manifesto|about|readme)\b/i;

async function pickFile(): Promise<Uri | undefined> {
  const found = await searchWorkspace({
    glob: '**/*.{md,markdown}',
    exclude: '**/{node_modules,.purpose}/**',
    accept: isMarkdownPath,
  });
  const items = found
    .filter((uri) => !isPurposeFile(uri))
    .map((uri): QuickPickItem & { readonly uri: Uri } => ({
      label: basename(uri.path),
      description: workspace.asRelativePath(uri),
      uri,
    }))
    .sort((a, b) => rank(a) - rank(b) || (a.description ?? '').localeCompare(b.description ?? ''));
  if (items.length === 0) {
    void offerToFind();
    return undefined;
  }
  const picked = await askPick({
    title: 'Adopt a file',
    placeholder: 'Which Markdown file says what you are for? It keeps its name and its place',
    items,
  });
  return picked?.kind === 'value' ? picked.value.uri : undefined;
}

/** Without a Markdown file, a new purpose is what the user can begin with. */
async function offerToFind(): Promise<void> {
  const find = 'Find Your Purpose…';
  const message = 'There is no Markdown file to adopt in this workspace.';
  if ((await window.showInformationMessage(message, find)) === find)
    await commands.executeCommand('purpose.find');
}

function rank({ label, description = '' }: QuickPickItem): number {
  return (LIKELY.test(label) ? 0 : 100) + description.split('/').length;
}

/**
 * Adds a file to the nearest settings file, or to a new one in the workspace folder.
 * @returns the settings file as shown; `undefined` if it could not be written, which is reported
 */
async function nameInSettings({ settings }: Services, uri: Uri, folder: Uri): Promise<string | undefined> {
  const found = await settings.fileFor(uri);
  const path = relative(found ? dirname(found.path) : pathOf(folder), pathOf(uri));
  const change: SettingsFileEdit = (text, json) => adoptInSettings(text, path, json);
  return found ? changeSettingsFile(uriOf(found.path), change, PENDING) : createSettingsFile(folder, change);
}

/** Keeps an adopted file adopted when it is renamed in the editor. */
async function followRename({ settings, adopted }: Services, from: Uri, to: Uri): Promise<void> {
  const found = await settings.fileFor(from);
  const folder = found && dirname(found.path);
  // If a settings file further up lists it, past a nearer one, the user must change that.
  if (!found || folder === undefined || !found.files.includes(pathOf(from))) return;
  const [was, now] = [relative(folder, pathOf(from)), relative(folder, pathOf(to))];
  if (now.startsWith('..')) {
    sayNotDone(
      `${workspace.asRelativePath(to)} is outside the folder of the settings that adopted it: adopt it again.`,
    );
    return;
  }
  await changeSettingsFile(
    uriOf(found.path),
    (text, json) => renameInSettings(text, was, now, json),
    PENDING,
  );
  await adopted.look();
}
