import { type TextDocument, window } from 'vscode';
import { notesOf } from '../../reading/notes';
import { readStatement } from '../../reading/read-statement';
import { ReadableStatement } from '../../reading/readable-statement';
import { faultText } from '../../reading/reading';
import { PurposeDocument } from '../../statement/document';
import { plural } from '../../text/plural';
import { targetDocument } from '../history/target-purpose';
import { sayNotDone } from '../messages';
import type { Services } from '../services';
import { chooseModel, TIMEOUT, withProgress } from './ask-model';
import type { ReadingNotes } from './reading-notes';

const TITLE = 'Second reading';

/** Sends the statement to a language model of VS Code, and shows its questions as notes. The file does not change. */
export async function secondReading(
  { context, lint, history, purposeFiles }: Services,
  notes: ReadingNotes,
  given: unknown,
  off: AbortSignal,
): Promise<void> {
  const document = await targetDocument(TITLE, given, purposeFiles);
  const asked = document && readableIn(document);
  const model = asked && (await chooseModel(TITLE, context));
  if (!model) return;
  const read = await withProgress(model, `${model.name} reads the statement…`, off, (ask, signal) =>
    readStatement(asked.text, ask, { signal, timeout: TIMEOUT }),
  );
  if (!read || document.isClosed) return;
  const readable = readableIn(document);
  if (readable?.text !== asked.text)
    return sayNotDone('The statement has changed since it was sent: nothing is marked. Have it read again.');
  const { reading } = read;
  const result = (await lint.current(document))?.result;
  if (result?.document.text !== document.getText()) return;
  const ours = result.language.english ? result.anatomy : undefined;
  const found = notesOf(reading, (span) => readable.inFile(span), ours);
  notes.show(document, found);
  for (const fault of reading.dropped) history.log.info(`Second reading, not taken: ${faultText(fault)}`);
  const count = found.length === 0 ? 'nothing to ask' : `${plural(found.length, 'note')} in the file`;
  const dropped = reading.dropped.length;
  const rest =
    dropped === 0 ? '' : ` Left out, because it does not fit the text: ${plural(dropped, 'note')}.`;
  void window.showInformationMessage(`${model.name} has read the statement: ${count}.${rest}`);
}

/** The statement of a document as input for a model. */
export function readableIn(document: TextDocument): ReadableStatement | undefined {
  const { statementPlace } = PurposeDocument.of(document.getText());
  return statementPlace && new ReadableStatement(statementPlace);
}
