import { type TextDocument, window } from 'vscode';
import { ratificationNote } from '../../consent/describe-round';
import { ratifiedRound, ratify } from '../../consent/edit-consent';
import { type Round, roundIn } from '../../consent/parse-consent';
import { statementOf } from '../../history/statement-of';
import { errorMessage } from '../../text/error-message';
import { agreesToSave } from '../flow/agree-to-save';
import { askText } from '../flow/quick-input';
import { sayNotDone } from '../messages';
import { editablePurpose } from '../reopen-as-text';
import type { Services } from '../services';
import { replaceText } from '../text-edits';
import { pathOf } from '../vscode-files';
import { refusal, today } from './consent-document';

/** Ratifies the statement with a term, saves the file and records it. Escape writes nothing. */
export async function ratifyStatement(services: Services, given: unknown): Promise<void> {
  const document = await editablePurpose('Ratify', given, services.purposeFiles);
  if (!document) return;
  const ratified = ratifiedRound(document.getText());
  if (ratified && !document.isDirty && (await isUnrecorded(services, document, ratified)))
    return record(services, document, ratified);
  const problem = refusal(() => ratify(document.getText(), today()));
  if (problem !== undefined) return sayNotDone(problem);
  if (document.isUntitled) return sayNotDone('Save this file first: its history is kept beside it.');
  const step = await askText({
    title: 'Ratify',
    prompt: 'Until when does it hold? A month (2027-11) or a day; leave it empty for no term.',
    value: inAYear(),
    onType: (value) => {
      const found = refusal(() => ratify(document.getText(), today(), termOf(value)));
      return found === undefined ? undefined : { problem: found };
    },
  });
  if (step?.kind !== 'value' || (document.isDirty && !(await agreesToSave('Ratify', 'Ratifying', 'ratify'))))
    return;
  // The file may have changed while the questions were open.
  const outdated = refusal(() => ratify(document.getText(), today(), termOf(step.value)));
  if (outdated !== undefined) return sayNotDone(outdated);
  const text = ratify(document.getText(), today(), termOf(step.value));
  const round = roundIn(text);
  if (!round || !(await replaceText(document, text))) return;
  if (!(await document.save())) return sayNotDone('Ratified, but not recorded: the file could not be saved.');
  await record(services, document, round);
}

/** Whether the record of a ratification is missing: it could not be written. */
async function isUnrecorded(
  { history }: Services,
  document: TextDocument,
  { ratified }: Round,
): Promise<boolean> {
  const statement = statementOf(document.getText());
  if (document.isUntitled || !statement || !ratified) return false;
  return !(await history.writer.hasEntry(pathOf(document.uri), 'ratify', statement, ratified.date));
}

async function record({ history }: Services, document: TextDocument, round: Round): Promise<void> {
  try {
    const draft = { type: 'ratify' as const, note: ratificationNote(round) };
    await history.writer.recordEntry(pathOf(document.uri), draft, statementOf(document.getText()));
  } catch (error) {
    return sayNotDone(`Ratified, but not recorded: ${errorMessage(error)} Ratify… tries again.`);
  }
  window.setStatusBarMessage('Ratified.', 4000);
}

function termOf(value: string): string | undefined {
  return value.trim() || undefined;
}

/** The month a year from now. */
function inAYear(): string {
  const [year, month] = today().split('-');
  return `${Number(year) + 1}-${month}`;
}
