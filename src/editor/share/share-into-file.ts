import { type QuickPickItem, Range, Uri, WorkspaceEdit, window, workspace } from 'vscode';
import { basename, dirname, relative } from '../../files/paths';
import { COPY_SHAPE_NAMES, COPY_SHAPES, type CopyShape, renderCopy } from '../../share/copy-shapes';
import { insertCopy } from '../../share/insert-copy';
import { parsePurpose } from '../../statement/document';
import { applyEdits } from '../../text/text-edit';
import { askPick } from '../flow/quick-input';
import { targetDocument } from '../history/target-purpose';
import { sayNotDone } from '../messages';
import { openDocumentOf } from '../open-documents';
import { isPurposeUri } from '../purpose-documents';
import { editOrSay } from '../text-edits';
import { pathOf } from '../vscode-files';
import type { WorkspaceFileIndex } from '../workspace-file-index';
import type { FilesWithCopies } from './files-with-copies';

interface Target extends QuickPickItem {
  readonly uri: Uri;
  readonly isNew: boolean;
}

const TITLE = 'Share into a file';

/** Inserts a shared copy of a purpose's statement into a Markdown file, chosen from a list, and shows it there. */
export async function shareIntoFile(
  files: FilesWithCopies,
  purposeFiles: Pick<WorkspaceFileIndex, 'list'>,
  given: unknown,
): Promise<void> {
  const document = await targetDocument(TITLE, given, purposeFiles);
  if (!document) return;
  const { uri } = document;
  if (uri.scheme === 'untitled') {
    sayNotDone('Save this file first: a copy names the file that it follows.');
    return;
  }
  const folder = workspace.getWorkspaceFolder(uri);
  if (!folder) {
    sayNotDone('Open the folder of this file: copies are updated only within one workspace folder.');
    return;
  }
  const statement = parsePurpose(document.getText()).statement;
  if (!statement) return;
  const items = await targets(files, uri);
  for (;;) {
    const picked = await askPick({
      title: TITLE,
      step: 1,
      totalSteps: 2,
      placeholder: 'Which file should hold a copy of the statement?',
      items,
    });
    if (picked?.kind !== 'value') return;
    const target = picked.value;
    const source = relative(dirname(pathOf(target.uri)), pathOf(uri));
    const shape = await askPick({
      title: TITLE,
      step: 2,
      totalSteps: 2,
      placeholder: 'In which shape?',
      canGoBack: true,
      items: COPY_SHAPE_NAMES.map((one) => ({
        label: COPY_SHAPES[one].label,
        detail: renderCopy(statement, one, source).split('\n')[0] ?? '',
        one,
      })),
    });
    if (shape?.kind === 'back') continue;
    if (shape?.kind === 'value') await insert(target, source, statement, shape.value.one);
    return;
  }
}

async function insert(
  { uri, isNew }: Target,
  source: string,
  statement: Parameters<typeof insertCopy>[2],
  shape: CopyShape,
): Promise<void> {
  if (isNew && !openDocumentOf(uri)) {
    const create = new WorkspaceEdit();
    create.createFile(uri, { ignoreIfExists: true });
    await workspace.applyEdit(create);
  }
  const document = await workspace.openTextDocument(uri);
  const text = document.getText();
  try {
    const found = insertCopy(text, source, statement, { shape });
    if (!found) {
      await window.showTextDocument(document);
      void window.showInformationMessage(`${basename(uri.path)} holds this copy already.`);
      return;
    }
    if (!(await editOrSay(document, [found]))) return;
    const at = applyEdits(text, [found]).indexOf('<!-- purpose:begin', found.offset);
    const place = document.positionAt(Math.max(at, 0));
    await window.showTextDocument(document, { selection: new Range(place, place), preview: false });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    sayNotDone(error.message);
  }
}

/** The Markdown files that could hold a copy: READMEs first, then open files, then the rest. */
async function targets(files: FilesWithCopies, purpose: Uri): Promise<Target[]> {
  const folder = workspace.getWorkspaceFolder(purpose);
  const inFolder = (uri: Uri) => workspace.getWorkspaceFolder(uri)?.uri.toString() === folder?.uri.toString();
  const open = new Set(
    window.tabGroups.all.flatMap(({ tabs }) =>
      tabs.flatMap(({ input }) => (input as { uri?: Uri } | undefined)?.uri?.toString() ?? []),
    ),
  );
  const rank = (uri: Uri) =>
    /^readme\./i.test(basename(uri.path)) ? 0 : open.has(uri.toString()) ? 1 : isPurposeUri(uri) ? 3 : 2;
  const found = (await files.markdown.list())
    .filter((uri) => inFolder(uri) && uri.toString() !== purpose.toString())
    .map((uri) => ({ uri, rank: rank(uri), far: distance(purpose, uri) }))
    .sort((a, b) => a.rank - b.rank || a.far - b.far || (a.uri.path < b.uri.path ? -1 : 1));
  const items = found.map(({ uri }): Target => {
    const path = workspace.asRelativePath(uri, false);
    const name = basename(path);
    return {
      label: name,
      description: [path === name ? '' : dirname(path), open.has(uri.toString()) ? 'open' : '']
        .filter((part) => part !== '')
        .join(' · '),
      uri,
      isNew: false,
    };
  });
  if (found.some((one) => one.rank === 0) || !folder) return items;
  const readme = Uri.joinPath(folder.uri, 'README.md');
  return [{ label: 'README.md', description: 'a new file', uri: readme, isNew: true }, ...items];
}

/** The number of folder steps between two files. */
function distance(a: Uri, b: Uri): number {
  const steps = relative(dirname(a.path), dirname(b.path));
  return steps === '.' ? 0 : steps.split('/').length;
}
