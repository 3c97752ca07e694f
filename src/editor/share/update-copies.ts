import { type QuickPickItem, type Uri, window, workspace } from 'vscode';
import type { Copy } from '../../share/copies';
import { type CopyEdit, copyName } from '../../share/update-copies';
import { sayNotDone } from '../messages';
import { sayRefused, tryEdits } from '../text-edits';
import type { FilesWithCopies, FileWithCopies } from './files-with-copies';

interface CopyItem extends QuickPickItem {
  /** See {@link nameOf}. */
  readonly copy: string;
}

/** Shows the new content of each outdated copy, all of them selected, and updates the selected ones. */
export async function askAndUpdate(files: FilesWithCopies): Promise<void> {
  const stale = await staleFiles(files);
  if (!stale) return;
  const items = stale.flatMap((file) =>
    file.edits.map(
      ({ copy, text }): CopyItem => ({
        label: workspace.asRelativePath(file.uri),
        description: `copies ${copy.source}`,
        detail: text
          .replace(/<!--.*?-->/gs, '')
          .replace(/^[ \t]*(?:>|#+)[ \t]+/gm, '')
          .replace(/\s+/g, ' ')
          .trim(),
        picked: true,
        copy: nameOf(copy, file),
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
  const chosen = new Set(picked.map(({ copy }) => copy));
  const changed = await updateNow(files, ({ copy }, file) => chosen.has(nameOf(copy, file)));
  if (changed > 0)
    window.setStatusBarMessage(
      `Updated the shared copies in ${changed === 1 ? 'one file' : `${changed} files`}.`,
      5000,
    );
}

/** Identifies a copy while other copies are updated. */
function nameOf(copy: Copy, { uri, copies }: FileWithCopies): string {
  return `${uri.toString()} ${copyName(copy, copies)}`;
}

/**
 * Updates copies without asking. Each file gets a separate edit, so that one undo reverts it there; a file without
 * unsaved changes is saved.
 * @param concerns limits the update to copies for which it returns true
 * @returns the number of changed files
 */
export async function updateNow(
  files: FilesWithCopies,
  concerns: (edit: CopyEdit, file: FileWithCopies) => boolean = () => true,
): Promise<number> {
  let changed = 0;
  for (const before of await files.all()) {
    const { uri } = before;
    if (!before.edits.some((edit) => concerns(edit, before))) continue;
    // Opening it first keeps its undo stack in every file system. The editor may normalise line endings, so the edits
    // must be for its text and not for the one on disk.
    const document = await workspace.openTextDocument(uri);
    const outcome = await files.updates.update(uri.toString(), document, {
      look: async () => {
        const state = await files.state(uri);
        return state && { text: state.text, edits: state.edits.filter((edit) => concerns(edit, state)) };
      },
      edit: (edits) => tryEdits(document, edits),
    });
    if (outcome === 'updated') changed++;
    else if (outcome === 'unsaved')
      sayNotDone(`The copies in ${workspace.asRelativePath(uri)} are updated, but it could not be saved.`);
    else if (outcome !== 'unchanged') sayRefused(document, outcome);
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
