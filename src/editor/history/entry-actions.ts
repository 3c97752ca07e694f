import { commands, env, type TextEditor, type Uri, window, workspace } from 'vscode';
import type { GitVersion } from '../../history/git-reader';
import { restoreEdit } from '../../history/restore';
import { entryTitle } from '../../history/story';
import type { TimelineEntry } from '../../history/timeline-entry';
import type { Action } from '../../panel/view';
import { spanRange } from '../purpose-documents';
import { reopenAsText } from '../reopen-as-text';
import { toWorkspaceEdit } from '../text-edits';
import { pathOf } from '../vscode-files';
import type { HistoryServices } from './history-services';
import type { OlderWording } from './note-questions';
import { compareTexts, type Revisions } from './revisions';

/**
 * Performs a user's action on an entry.
 * @param entries all of them, newest first, to find the wording before an entry
 * @returns a message for screen readers, unless the result is announced otherwise
 */
export async function actOn(
  action: Action,
  entry: TimelineEntry,
  uri: Uri,
  entries: readonly TimelineEntry[],
  services: HistoryServices,
  revisions: Revisions,
): Promise<string | undefined> {
  switch (action) {
    case 'compare-current':
      await revisions.compareWithCurrent(uri, entry);
      return undefined;
    case 'compare-previous':
      await revisions.compareWithPrevious(uri, entry, markdownBefore(entry, entries));
      return undefined;
    case 'compare-other':
      await compareWithOther(uri, entry, entries, revisions);
      return undefined;
    case 'restore':
      return restore(uri, entry);
    case 'note': {
      const isNow = entry.statement === entries[0]?.statement;
      const id = isNow ? undefined : (entry.record?.id ?? entry.commit?.hash);
      const about: OlderWording | undefined = id === undefined ? id : { id, statement: entry.statement };
      await commands.executeCommand('purpose.noteFit', uri, about);
      return undefined;
    }
    case 'copy':
      await env.clipboard.writeText(entry.statement);
      window.setStatusBarMessage('Copied the statement.', 3000);
      return 'Copied.';
    case 'remove':
      return remove(uri, entry, services);
    case 'commit':
      await openCommit(uri, entry, services);
      return undefined;
  }
}

/** Asks for another wording, and compares the older of the two with the newer one. */
async function compareWithOther(
  uri: Uri,
  entry: TimelineEntry,
  entries: readonly TimelineEntry[],
  revisions: Revisions,
): Promise<void> {
  const items = entries
    .filter(({ key, statement }) => key !== entry.key && statement !== '' && statement !== entry.statement)
    .map((other) => ({
      label: `${other.time === undefined ? 'Not saved' : other.time.slice(0, 10)}: ${entryTitle(other)}`,
      description: other.author,
      detail: other.statement,
      other,
    }));
  if (items.length === 0) {
    window.setStatusBarMessage('There is no other wording to compare with.', 4000);
    return;
  }
  const picked = await window.showQuickPick(items, {
    title: 'Compare with',
    placeHolder: 'Which wording do you want beside this one?',
    matchOnDetail: true,
    matchOnDescription: true,
  });
  if (!picked) return;
  const isOlder = entries.indexOf(picked.other) > entries.indexOf(entry);
  const [before, after] = isOlder ? [picked.other, entry] : [entry, picked.other];
  await revisions.compareEntries(uri, before, after);
}

/** Removes the record of an entry; a button restores it. */
async function remove(
  uri: Uri,
  { record }: TimelineEntry,
  { writer }: HistoryServices,
): Promise<string | undefined> {
  if (!record) return undefined;
  const putBack = await writer.remove(pathOf(uri), record.path);
  const offer = async () => {
    const undo = 'Undo';
    if ((await window.showInformationMessage('Removed the entry from the records.', undo)) === undo)
      await putBack();
  };
  void offer().catch((error: unknown) => window.showErrorMessage(String(error)));
  return 'Removed.';
}

/** Restores the wording of an entry as an edit with undo; does not save. */
async function restore(uri: Uri, entry: TimelineEntry): Promise<string | undefined> {
  if (!(await reopenAsText(uri))) return undefined;
  const document = await workspace.openTextDocument(uri);
  const edit = restoreEdit(document.getText(), entry.markdown);
  if (!(await workspace.applyEdit(toWorkspaceEdit(document, [edit]))))
    throw new Error('The editor did not take the edit: is the file read-only?');
  const editor: TextEditor = await window.showTextDocument(document, { preview: false });
  editor.revealRange(spanRange(document, { start: edit.offset, end: edit.offset + edit.text.length }));
  window.setStatusBarMessage('Restored; undo takes it back.', 4000);
  return 'Restored. Undo takes it back.';
}

/** The wording before an entry with its markup if an entry still has it, else as plain text. */
function markdownBefore({ previous = '', key }: TimelineEntry, entries: readonly TimelineEntry[]): string {
  const at = entries.findIndex((entry) => entry.key === key);
  return entries.slice(at + 1).find(({ statement }) => statement === previous)?.markdown ?? previous;
}

/** Opens a commit in the git extension's view; if the editor has not opened its repository, only the file's change. */
async function openCommit(uri: Uri, { commit }: TimelineEntry, { git }: HistoryServices): Promise<void> {
  if (!commit) return;
  const root = (await git.api())?.getRepository(uri)?.rootUri;
  const known = await commands.getCommands(true);
  if (root && known.includes('git.viewCommit')) {
    await commands.executeCommand('git.viewCommit', root, commit.hash);
    return;
  }
  const path = pathOf(uri);
  const found = (await git.log(path)).find(({ hash }) => hash === commit.hash);
  const texts = async (version: GitVersion | undefined) =>
    (version && (await git.texts(path, [version]))[0]) ?? '';
  const [before, after] = await Promise.all([texts(found?.before?.[0]), texts(found?.after)]);
  await compareTexts(uri, before, after, `${commit.hash.slice(0, 8)}: ${commit.subject}`);
}
