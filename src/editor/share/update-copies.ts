import { type QuickPickItem, type Uri, window, workspace } from 'vscode';
import type { CopyEdit } from '../../share/update-copies';
import { sayNotDone } from '../messages';
import { editOrSay } from '../text-edits';
import type { FilesWithCopies, FileWithCopies } from './files-with-copies';

/** A copy to update: its purpose, and its index in its file. */
interface CopyItem extends QuickPickItem {
  readonly file: string;
  readonly index: number;
}

/** Shows the new content of each outdated copy, all of them selected, and updates the selected ones. */
export async function askAndUpdate(files: FilesWithCopies): Promise<void> {
  const stale = await staleFiles(files);
  if (!stale) return;
  const items = stale.flatMap(({ uri, edits }) =>
    edits.map(
      ({ copy, text }, index): CopyItem => ({
        label: workspace.asRelativePath(uri),
        description: `copies ${copy.source}`,
        detail: text
          .replace(/<!--.*?-->/gs, '')
          .replace(/^[ \t]*(?:>|#+)[ \t]+/gm, '')
          .replace(/\s+/g, ' ')
          .trim(),
        picked: true,
        file: uri.toString(),
        index,
      }),
    ),
  );
  const picked = await window.showQuickPick(items, {
    title: 'Which copies should say what their purpose says now?',
    placeHolder: 'Space or a click leaves one out, Enter updates the marked ones.',
    canPickMany: true,
    matchOnDescription: true,
    matchOnDetail: true,
    ignoreFocusOut: true,
  });
  if (!picked || picked.length === 0) return;
  const changed = await updateNow(files, (_, index, { uri }) =>
    picked.some((item) => item.file === uri.toString() && item.index === index),
  );
  if (changed > 0)
    window.setStatusBarMessage(
      `Updated the shared copies in ${changed === 1 ? 'one file' : `${changed} files`}.`,
      5000,
    );
}

/**
 * Updates copies without asking. Each file gets a separate edit, so that one undo reverts it there; a file without
 * unsaved changes is saved.
 * @param concerns limits the update to copies for which it returns true; gets their index in the file
 * @returns the number of changed files
 */
export async function updateNow(
  files: FilesWithCopies,
  concerns: (edit: CopyEdit, index: number, file: FileWithCopies) => boolean = () => true,
): Promise<number> {
  let changed = 0;
  for (const before of await files.all()) {
    const { uri } = before;
    if (!before.edits.some((edit, index) => concerns(edit, index, before))) continue;
    // Opening it first keeps its undo stack in every file system.
    const document = await workspace.openTextDocument(uri);
    const wasDirty = document.isDirty;
    // The editor may normalise line endings, so the edit must use its text and not the one on disk.
    const state = await files.state(uri);
    if (!state) continue;
    const wanted = state.edits.filter((edit, index) => concerns(edit, index, state));
    if (!(await editOrSay(document, wanted))) continue;
    changed++;
    if (!wasDirty) await document.save();
  }
  return changed;
}

async function staleFiles(files: FilesWithCopies): Promise<readonly FileWithCopies[] | undefined> {
  const all = await files.all();
  const stale = all.filter(({ edits }) => edits.length > 0);
  if (stale.length > 0) return stale;
  const refused = all.filter(({ problems }) => problems.length > 0);
  if (all.every(({ copies }) => copies.length === 0) && refused.length === 0) {
    void window.showInformationMessage(
      'No file of this workspace holds a shared copy yet: “Share Into File…” makes one.',
    );
  } else if (refused.length > 0) {
    sayNotDone(
      `No copy can be updated. Some markers in ${named(refused.map(({ uri }) => uri))} make no copy: the Problems view says why.`,
    );
  } else void window.showInformationMessage('All shared copies are up to date.');
  return undefined;
}

function named(uris: readonly Uri[]): string {
  const names = uris.slice(0, 3).map((uri) => workspace.asRelativePath(uri));
  return uris.length > 3 ? `${names.join(', ')} and ${uris.length - 3} more` : names.join(', ');
}
