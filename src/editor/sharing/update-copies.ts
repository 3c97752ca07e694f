import { type Uri, WorkspaceEdit, type WorkspaceEditEntryMetadata, window, workspace } from 'vscode';
import type { CopyEdit } from '../../share/update';
import { LineMap } from '../../statement/position';
import { toRange } from '../purpose-documents';
import { sayNotDone } from '../text-edits';
import type { HostCopies, HostState } from './host-copies';

/** Adds the edits of a host to a workspace edit; they count from the text that the host has now. */
export function addEdits(
  edit: WorkspaceEdit,
  { uri, text }: HostState,
  edits: readonly CopyEdit[],
  metadata?: WorkspaceEditEntryMetadata,
): void {
  const lines = new LineMap(text);
  for (const { offset, length, text: by } of edits) {
    edit.replace(uri, toRange(lines.range({ start: offset, end: offset + length })), by, metadata);
  }
}

/** Shows all edits that bring the copies in step in the editor's own preview, where each can be left out. */
export async function previewUpdate(hosts: HostCopies): Promise<void> {
  const stale = await staleHosts(hosts);
  if (!stale) return;
  const edit = new WorkspaceEdit();
  for (const state of stale) {
    for (const one of state.edits) {
      addEdits(edit, state, [one], {
        needsConfirmation: true,
        label: 'Update the shared copy',
        description: one.copy.source,
      });
    }
  }
  await workspace.applyEdit(edit, { isRefactoring: true });
}

/**
 * Brings copies in step at once. Each file is an edit of its own, so that one undo takes it back there; a file that
 * had nothing unsaved in it is saved again.
 * @param of where given, only copies of this purpose file
 * @returns how many files were changed
 */
export async function updateNow(hosts: HostCopies, of?: string): Promise<number> {
  let changed = 0;
  const concerns = ({ path }: CopyEdit) => of === undefined || path === of;
  for (const { uri, edits: wanted } of await hosts.hosts()) {
    if (!wanted.some(concerns)) continue;
    // Opened first, its undo outlives the edit in every file system.
    const document = await workspace.openTextDocument(uri);
    const wasDirty = document.isDirty;
    // The editor may read line endings otherwise than they stand on the disk: what counts is the text that it has.
    const state = await hosts.state(uri);
    if (!state) continue;
    const edit = new WorkspaceEdit();
    addEdits(edit, state, state.edits.filter(concerns));
    if (!(await workspace.applyEdit(edit))) continue;
    changed++;
    if (!wasDirty) await document.save();
  }
  return changed;
}

async function staleHosts(hosts: HostCopies): Promise<readonly HostState[] | undefined> {
  const all = await hosts.hosts();
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
  } else void window.showInformationMessage('Every shared copy is in step.');
  return undefined;
}

function named(uris: readonly Uri[]): string {
  const names = uris.slice(0, 3).map((uri) => workspace.asRelativePath(uri));
  return uris.length > 3 ? `${names.join(', ')} and ${uris.length - 3} more` : names.join(', ');
}
