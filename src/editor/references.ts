import {
  Disposable,
  DocumentLink,
  type FileWillRenameEvent,
  Location,
  languages,
  Position,
  type Range,
  type TextDocument,
  type Uri,
  WorkspaceEdit,
  workspace,
} from 'vscode';
import { FileError } from '../files/file-access';
import { isWithin } from '../files/paths';
import { isMarkdownPath } from '../files/purpose-name';
import { readText } from '../files/read-text';
import { walk } from '../files/walk';
import { ReferenceEdits } from '../share/reference-edits';
import { type Moves, type Reference, referencesIn, targetOf } from '../share/references';
import { isPurposeFile } from './adopted-files';
import { sayNotDone } from './messages';
import { openDocumentOf } from './open-documents';
import { spanRange } from './purpose-documents';
import type { Services } from './services';
import { addEdits } from './text-edits';
import { pathOf, uriOf } from './vscode-files';

/** How long the editor waits by default for participants in a rename, in milliseconds. */
const EDITORS_PATIENCE = 60_000;
/** The share of that time that we use: the editor drops a later answer silently. */
const OUR_PART = 0.7;
/** Maximum number of concurrent file reads. */
const BATCH = 16;
/** Markdown files above this size in bytes are skipped. */
const LARGEST = 1024 * 1024;

/** Links from `serves:` and the markers of copies to their purpose file, kept up to date when it is renamed. */
export function registerReferences(services: Services): Disposable {
  const markdown = { language: 'markdown' };
  return Disposable.from(
    languages.registerDocumentLinkProvider(markdown, {
      provideDocumentLinks: (document) =>
        referencesOf(document).flatMap(({ range, target }) => {
          const link = new DocumentLink(range, target);
          link.tooltip = 'Open the purpose';
          return [link];
        }),
    }),
    languages.registerDefinitionProvider(markdown, {
      async provideDefinition(document, position) {
        const found = referencesOf(document).find(({ range }) => range.contains(position));
        if (!found || !(await services.files.stat(pathOf(found.target)))) return undefined;
        return new Location(found.target, new Position(0, 0));
      },
    }),
    workspace.onWillRenameFiles((event) => event.waitUntil(editFor(services, event))),
  );
}

function referencesOf(document: TextDocument): readonly { readonly range: Range; readonly target: Uri }[] {
  const text = document.getText();
  if (document.uri.scheme === 'untitled' || !/purpose:begin|^---/.test(text)) return [];
  const path = pathOf(document.uri);
  return referencesIn(path, text, isPurposeFile(document.uri)).flatMap((reference: Reference) => {
    const target = targetOf(path, reference);
    if (target === undefined) return [];
    return [{ range: spanRange(document, reference), target: uriOf(target) }];
  });
}

async function editFor(services: Services, { files, token }: FileWillRenameEvent): Promise<WorkspaceEdit> {
  const moves: Moves = files.map(({ oldUri, newUri }) => ({ from: pathOf(oldUri), to: pathOf(newUri) }));
  const found = new ReferenceEdits(moves, (path) => isPurposeFile(uriOf(path)));
  const patience = workspace.getConfiguration('files').get('participants.timeout', EDITORS_PATIENCE);
  const until = Date.now() + patience * OUR_PART;
  let looked = 0;
  let batch: Uri[] = [];
  const lookThrough = async (): Promise<void> => {
    const texts = await Promise.all(batch.map((uri) => textOf(services, uri)));
    for (const [index, uri] of batch.entries()) found.add(pathOf(uri), texts[index] ?? '');
    looked += batch.length;
    batch = [];
  };
  for await (const uri of touchedBy(services, moves)) {
    if (token.isCancellationRequested) return editOf(found);
    batch.push(uri);
    if (batch.length < BATCH) continue;
    await lookThrough();
    if (Date.now() < until) continue;
    sayNotDone(
      `Only ${looked} Markdown files could be looked through in time: others may still name the purpose as it was. On the command line, “purpose lint” and “purpose share --check” find them.`,
    );
    return editOf(found);
  }
  await lookThrough();
  return editOf(found);
}

/** The edits for the texts of this moment: the user may have typed while files were read. */
function editOf(found: ReferenceEdits): WorkspaceEdit {
  const edit = new WorkspaceEdit();
  const now = (path: string) => openDocumentOf(uriOf(path))?.getText();
  for (const { path, text, edits } of found.all(now)) addEdits(edit, uriOf(path), text, edits);
  return edit;
}

async function textOf({ files }: Services, uri: Uri): Promise<string> {
  const open = openDocumentOf(uri);
  if (open) return open.getText();
  return (await readText(files, pathOf(uri), LARGEST).catch(() => '')).replace(/^\uFEFF/, '');
}

/** The files that may refer to a moved file, and moved files with references. */
async function* touchedBy(services: Services, moves: Moves): AsyncGenerator<Uri> {
  const moving = (path: string) => moves.some(({ from }) => isWithin(from, path));
  const purposes = (await services.purposeFiles.list()).map(pathOf);
  const purposeMoves = purposes.some(moving) || moves.some(({ from }) => isPurposeFile(uriOf(from)));
  // Any file can refer to a purpose that moves; if no purpose moves, only the references in moved files change.
  const places = purposeMoves
    ? (workspace.workspaceFolders ?? []).map(({ uri }) => pathOf(uri))
    : moves.map(({ from }) => from);
  // Workspace folders may be nested: two edits of one range would make the editor undo the rename.
  const seen = new Set<string>();
  const isNew = (path: string) => !seen.has(path) && seen.add(path);
  for (const place of places) {
    if (isMarkdownPath(place)) {
      if (isNew(place)) yield uriOf(place);
      continue;
    }
    try {
      for await (const path of walk(services.files, place, { accept: isMarkdownPath })) {
        if (isNew(path)) yield uriOf(path);
      }
    } catch (error) {
      // Neither a folder nor a text, for example a picture.
      if (!(error instanceof FileError)) throw error;
    }
  }
}
