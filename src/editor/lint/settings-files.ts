import {
  commands,
  Diagnostic,
  DiagnosticSeverity,
  Disposable,
  languages,
  Range,
  type TextDocument,
  Uri,
  window,
  workspace,
} from 'vscode';
import { basename } from '../../files/paths';
import { CONFIG_NAMES, type ConfigFileProblem, parseConfigFile } from '../../lint/config-file';
import { sayNotDone } from '../messages';
import { openDocumentOf } from '../open-documents';
import { isPurposeDocument } from '../purpose-documents';
import type { Services } from '../services';
import { pathOf, uriOf } from '../vscode-files';
import { SOURCE } from './diagnostics';

const START = `# Settings of Purpose for the purpose files in this folder and below it.
#
# rules:
#   hedge: off                            # off, info, warning or error
#   readability: [warning, { age: 14 }]   # a level and options
# accept:                                 # never marked as vague
#   - our own word
# flag:                                   # always marked
#   - synergy
# files:                                  # purpose files of other names
#   - MISSION.md
`;

/** Reports problems in settings files, and opens the effective one. */
export function registerSettingsFiles(services: Services): Disposable {
  const { lint, settings } = services;
  const collection = languages.createDiagnosticCollection('purpose-settings');
  const show = (uri: Uri, problems: readonly ConfigFileProblem[]) =>
    collection.set(uri, problems.map(toDiagnostic));
  const read = (document: TextDocument): void => {
    if (isSettingsFile(document.uri)) {
      show(document.uri, parseConfigFile(pathOf(document.uri), document.getText()).problems);
    }
  };
  const readAll = () => {
    for (const document of workspace.textDocuments) read(document);
  };
  readAll();
  return Disposable.from(
    collection,
    commands.registerCommand('purpose.openSettingsFile', () => openSettingsFile(services)),
    workspace.onDidOpenTextDocument(read),
    workspace.onDidChangeTextDocument(({ document }) => read(document)),
    // The settings of an open purpose file apply even if no editor shows them.
    lint.onDidLint(async ({ document }) => {
      const file = await settings.fileFor(document.uri);
      if (!file) return;
      for (const path of new Set([file.path, ...file.problems.map((problem) => problem.path)])) {
        const own = file.problems.filter((problem) => problem.path === path);
        // An open settings file is checked as it is typed; findings on ignored ones stay.
        if (path !== file.path || !openDocumentOf(uriOf(path))) show(uriOf(path), own);
      }
    }),
    settings.onDidChange(() => {
      collection.clear();
      readAll();
    }),
  );
}

function isSettingsFile({ path }: Uri): boolean {
  return (CONFIG_NAMES as readonly string[]).includes(basename(path));
}

function toDiagnostic({ line, column, endColumn, message }: ConfigFileProblem): Diagnostic {
  const range = new Range(line - 1, column - 1, line - 1, endColumn - 1);
  const diagnostic = new Diagnostic(range, message, DiagnosticSeverity.Error);
  diagnostic.source = SOURCE;
  return diagnostic;
}

/** Opens the settings file that applies to the active purpose file, or to a folder; creates one if there is none. */
async function openSettingsFile({ files, settings }: Services): Promise<void> {
  const document = window.activeTextEditor?.document;
  const of =
    document && isPurposeDocument(document) && document.uri.scheme !== 'untitled' ? document.uri : undefined;
  const folder = (of && workspace.getWorkspaceFolder(of)) ?? (await someFolder());
  if (!of && !folder)
    return sayNotDone('Open a folder first: a settings file holds for the files of its folder.');
  const found = await settings.fileFor(of ?? Uri.joinPath((folder as { uri: Uri }).uri, 'any.purpose.md'));
  const uri = found
    ? uriOf(found.path)
    : Uri.joinPath(folder?.uri ?? Uri.joinPath(of as Uri, '..'), '.purposerc.yml');
  if (!found) {
    try {
      await files.create(pathOf(uri), new TextEncoder().encode(START));
    } catch {
      return sayNotDone(`${workspace.asRelativePath(uri)} cannot be written here.`);
    }
  }
  await window.showTextDocument(uri);
}

async function someFolder() {
  const folders = workspace.workspaceFolders ?? [];
  return folders.length > 1
    ? window.showWorkspaceFolderPick({ placeHolder: 'For which folder?' })
    : folders[0];
}
