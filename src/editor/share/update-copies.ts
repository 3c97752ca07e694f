import { type QuickPickItem, type Uri, type WorkspaceEdit, window, workspace } from 'vscode';
import type { CopyEdit } from '../../share/update';
import { LineMap } from '../../statement/position';
import { toRange } from '../purpose-documents';
import { editOrSay, sayNotDone } from '../text-edits';
import type { HostCopies, HostState } from './host-copies';

/** Adds the edits of a host to a workspace edit; they count from the text that the host has now. */
export function addEdits(edit: WorkspaceEdit, { uri, text }: HostState, edits: readonly CopyEdit[]): void {
  const lines = new LineMap(text);
  for (const { offset, length, text: by } of edits) {
    edit.replace(uri, toRange(lines.range({ start: offset, end: offset + length })), by);
  }
}

/** A copy to update: of which purpose, and which one of its host's. */
interface CopyItem extends QuickPickItem {
  readonly host: string;
  readonly index: number;
}

/** Shows what each copy that differs would say, all of them marked; those that stay marked are brought in step. */
export async function askAndUpdate(hosts: HostCopies): Promise<void> {
  const stale = await staleHosts(hosts);
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
        host: uri.toString(),
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
  const changed = await updateNow(hosts, (_, index, { uri }) =>
    picked.some((item) => item.host === uri.toString() && item.index === index),
  );
  if (changed > 0)
    window.setStatusBarMessage(
      `Updated the shared copies in ${changed === 1 ? 'one file' : `${changed} files`}.`,
      5000,
    );
}

/**
 * Brings copies in step at once. Each file is an edit of its own, so that one undo takes it back there; a file that
 * had nothing unsaved in it is saved again.
 * @param concerns where given, only copies that it is true of; it is told their place among those of the host
 * @returns how many files were changed
 */
export async function updateNow(
  hosts: HostCopies,
  concerns: (edit: CopyEdit, index: number, host: HostState) => boolean = () => true,
): Promise<number> {
  let changed = 0;
  for (const before of await hosts.hosts()) {
    const { uri } = before;
    if (!before.edits.some((edit, index) => concerns(edit, index, before))) continue;
    // Opened first, its undo outlives the edit in every file system.
    const document = await workspace.openTextDocument(uri);
    const wasDirty = document.isDirty;
    // The editor may read line endings otherwise than they stand on the disk: what counts is the text that it has.
    const state = await hosts.state(uri);
    if (!state) continue;
    const wanted = state.edits.filter((edit, index) => concerns(edit, index, state));
    if (!(await editOrSay(document, wanted))) continue;
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
