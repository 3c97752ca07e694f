import { SnippetString, type TextDocument, Uri, WorkspaceEdit, window, workspace } from 'vscode';
import { purposeName } from '../../files/purpose-name';
import { readFileName, suggestedFileName } from '../../templates/file-name';
import { toSnippet } from '../../templates/snippet';
import { hasOpenBlank } from '../../text/open-blanks';
import { askText, type Step, type TypedMessage } from '../flow/quick-input';
import { isPurposeUri } from '../purpose-documents';
import type { Services } from '../services';
import { pathOf } from '../vscode-files';

type Files = Pick<Services, 'files'>;

/** The folder for a new purpose: the given one, the only one, or a chosen one. */
export async function chooseFolder(given: Uri | undefined): Promise<{ readonly folder?: Uri } | undefined> {
  if (given) return { folder: given };
  const folders = workspace.workspaceFolders ?? [];
  const [only] = folders;
  if (folders.length < 2) return only ? { folder: only.uri } : {};
  const picked = await window.showWorkspaceFolderPick({
    placeHolder: 'In which folder should the purpose live?',
    ignoreFocusOut: true,
  });
  return picked && { folder: picked.uri };
}

interface NameOptions {
  /** The folder for the file; without one it becomes an untitled document. */
  readonly folder: Uri | undefined;
  /** The title from which the default name is derived. */
  readonly from: string;
  readonly title: string;
  /** The number of the last step, from 1. */
  readonly step?: number;
  readonly canGoBack?: boolean;
}

/** Asks for the name of a new purpose file; it must not exist yet. */
export async function askName({ files }: Files, options: NameOptions): Promise<Step<Uri> | undefined> {
  const { folder } = options;
  const check = async (typed: string): Promise<TypedMessage | undefined> => {
    const read = readFileName(typed);
    if ('problem' in read) return read;
    const uri = placeOf(folder, read.path);
    if (await isTaken(files, uri)) return { problem: `${read.path} is there already: choose another name.` };
    return { help: folder ? `Makes ${workspace.asRelativePath(uri)}` : `Opens ${read.path}, not saved yet` };
  };
  const step = await askText({
    title: options.title,
    step: options.step,
    totalSteps: options.step,
    value: await freeName(files, folder, suggestedFileName(options.from)),
    prompt: 'A name for the file; .purpose.md is added',
    placeholder: 'team',
    canGoBack: options.canGoBack ?? false,
    onType: check,
  });
  if (step?.kind !== 'value') return step;
  const read = readFileName(step.value);
  return 'path' in read ? { kind: 'value', value: placeOf(folder, read.path) } : undefined;
}

/** The first free name of `team`, `team-2`, `team-3` … */
async function freeName(files: Files['files'], folder: Uri | undefined, name: string): Promise<string> {
  for (let number = 1; number < 100; number++) {
    const tried = number === 1 ? name : `${name}-${number}`;
    const read = readFileName(tried);
    if ('path' in read && !(await isTaken(files, placeOf(folder, read.path)))) return tried;
  }
  return name;
}

function placeOf(folder: Uri | undefined, path: string): Uri {
  return folder ? Uri.joinPath(folder, path) : Uri.from({ scheme: 'untitled', path });
}

async function isTaken(files: Files['files'], uri: Uri): Promise<boolean> {
  if (workspace.textDocuments.some((document) => document.uri.toString() === uri.toString())) return true;
  if (uri.scheme === 'untitled') return false;
  return (await files.stat(pathOf(uri)).catch(() => undefined)) !== undefined;
}

/**
 * Creates a purpose file and opens it. Never overwrites; one undo reverts it.
 * @param blanks whether each open blank becomes a tab stop, the first one selected
 * @throws {Error} with a one-sentence message if it could not be created
 */
export async function createPurpose(
  uri: Uri,
  text: string,
  blanks: 'as tab stops' | 'as it is' = 'as tab stops',
): Promise<void> {
  if (uri.scheme !== 'untitled') {
    const edit = new WorkspaceEdit();
    const contents = new TextEncoder().encode(text);
    edit.createFile(
      uri,
      { overwrite: false, ignoreIfExists: false, contents },
      { needsConfirmation: false, label: `New purpose: ${purposeName(uri.path)}` },
    );
    if (!(await workspace.applyEdit(edit))) {
      throw new Error(
        `${workspace.asRelativePath(uri)} could not be made: is it there already, or is the folder read-only?`,
      );
    }
  }
  const document = await workspace.openTextDocument(uri);
  const editor = await window.showTextDocument(document, { preview: false });
  const stops = blanks === 'as tab stops' && hasOpenBlank(text);
  if (uri.scheme !== 'untitled' && !stops) return;
  const { lineAt, lineCount } = document;
  const whole = lineAt(0).range.union(lineAt(lineCount - 1).range);
  const isTaken = await editor.insertSnippet(snippetOf(text, stops), whole);
  if (uri.scheme === 'untitled' && !isTaken) throw notFilled(document);
  // Only tab stops were added: the text on disk is the text in the editor.
  if (uri.scheme !== 'untitled') await document.save();
}

/** The purpose file for a command to fill: a given one without text. */
export async function emptyPurpose(target: Uri | undefined): Promise<TextDocument | undefined> {
  if (!target || !isPurposeUri(target)) return undefined;
  const document = await workspace.openTextDocument(target);
  return document.getText().trim() === '' ? document : undefined;
}

/** Fills an empty purpose file with a text, its blanks as tab stops; the user saves it. */
export async function fillPurpose(document: TextDocument, text: string): Promise<void> {
  const editor = await window.showTextDocument(document, { preview: false });
  if (document.getText().trim() !== '')
    throw new Error(`${workspace.asRelativePath(document.uri)} has a text by now, which stays as it is.`);
  const { lineAt, lineCount } = document;
  const whole = lineAt(0).range.union(lineAt(lineCount - 1).range);
  if (!(await editor.insertSnippet(snippetOf(text, true), whole))) throw notFilled(document);
}

function notFilled({ uri }: TextDocument): Error {
  return new Error(`${workspace.asRelativePath(uri)} did not take the text: try again, or is it read-only?`);
}

/** A snippet with blanks as tab stops, or with everything escaped. */
function snippetOf(text: string, stops: boolean): SnippetString {
  return stops ? new SnippetString(toSnippet(text)) : new SnippetString().appendText(text);
}
