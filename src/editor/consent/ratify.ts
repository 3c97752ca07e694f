import { window } from 'vscode';
import { ratificationNote } from '../../consent/describe-round';
import { ratify } from '../../consent/edit-consent';
import { errorMessage } from '../../text/error-message';
import { replaceText } from '../cocreate/candidates';
import { askPick, askText } from '../flow/quick-input';
import { sayNotDone } from '../messages';
import { editablePurpose } from '../reopen-as-text';
import type { Services } from '../services';
import { pathOf } from '../vscode-files';
import { refusal, roundIn, today } from './consent-document';

/** Ratifies the statement with a term, saves the file and records it. Escape writes nothing. */
export async function ratifyStatement(services: Services, given: unknown): Promise<void> {
  const document = await editablePurpose('Ratify', given, services.purposeFiles);
  if (!document) return;
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
  if (step?.kind !== 'value' || (document.isDirty && !(await agreesToSave()))) return;
  const before = document.getText();
  const text = ratify(before, today(), termOf(step.value));
  const round = roundIn(text);
  if (!round || !(await replaceText(document, before, text))) return;
  if (!(await document.save())) return sayNotDone('Ratified, but not recorded: the file could not be saved.');
  try {
    const draft = { type: 'ratify' as const, note: ratificationNote(round) };
    await services.history.writer.recordEntry(pathOf(document.uri), draft);
  } catch (error) {
    return sayNotDone(`Ratified, but not recorded: ${errorMessage(error)}`);
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

async function agreesToSave(): Promise<boolean> {
  const picked = await askPick({
    title: 'Ratify',
    placeholder: 'The file has unsaved changes. Ratifying saves it.',
    items: [{ label: '$(save) Save the file and ratify' }],
  });
  return picked?.kind === 'value';
}
