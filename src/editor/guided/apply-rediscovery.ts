import { commands, Selection, type TextDocument, window } from 'vscode';
import type { RediscoverSession } from '../../templates/rediscovery';
import { errorMessage } from '../../text/error-message';
import { sayNotDone } from '../messages';
import type { Services } from '../services';
import { showText } from '../show-text';
import { editOrSay } from '../text-edits';
import { pathOf } from '../vscode-files';
import { rangeOf } from './part-mark';
import { placeRediscovery } from './place-rediscovery';

/**
 * Applies the results of a rediscovery: a note in the history, the new wordings as one edit of the file, and a
 * selection of the longer parts to rewrite.
 */
export async function applyRediscovery(
  { history }: Pick<Services, 'history'>,
  document: TextDocument,
  session: RediscoverSession,
  inFile: ReadonlySet<string>,
): Promise<void> {
  const result = await placeRediscovery(session, {
    text: () => document.getText(),
    edit: (edits) => editOrSay(document, edits),
    note: (note) => recordNote(history, document, note),
    show: showText,
  });
  if (!result) return;
  if (result.unplaced.length > 0)
    sayNotDone('Some of it was changed meanwhile; your new wording for that is in a document beside it.');
  const editor = await window.showTextDocument(document, { preview: false });
  const ranges = session.parts
    .filter(({ id }) => inFile.has(id))
    .flatMap((part) => rangeOf(editor, part) ?? []);
  const [first] = ranges;
  if (first) {
    editor.selection = new Selection(first.start, first.end);
    editor.revealRange(first);
  } else if (result.edits.length === 0 && result.note === '' && result.unplaced.length === 0) {
    await offerReaffirm(document);
  }
}

async function recordNote(
  { writer, log }: Services['history'],
  { uri }: TextDocument,
  note: string,
): Promise<boolean> {
  if (uri.scheme === 'untitled') return false;
  try {
    await writer.recordEntry(pathOf(uri), { type: 'note', note });
    return true;
  } catch (error) {
    log.warn(`No note was recorded: ${errorMessage(error)}`);
    return false;
  }
}

async function offerReaffirm(document: TextDocument): Promise<void> {
  const chosen = await window.showInformationMessage(
    'It still fits. Record that in its history?',
    'Reaffirm…',
  );
  if (chosen) await commands.executeCommand('purpose.reaffirm', document.uri);
}
