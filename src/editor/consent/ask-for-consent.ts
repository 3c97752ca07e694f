import { type TextDocument, window } from 'vscode';
import { askForConsent } from '../../consent/edit-consent';
import { roundIn } from '../../consent/parse-consent';
import { distinctNames } from '../flow/ask-who';
import { askText } from '../flow/quick-input';
import { authorFor } from '../history/author';
import { voicesIn } from '../history/signed-text';
import { editablePurpose } from '../reopen-as-text';
import type { Services } from '../services';
import { pathOf } from '../vscode-files';
import { changeRound, refusal, today } from './consent-document';

/** Asks people for their consent: adds their lines to the file. Escape writes nothing. */
export async function askPeople(services: Services, given: unknown): Promise<void> {
  const title = 'Ask for consent';
  const document = await editablePurpose(title, given, services.purposeFiles);
  if (!document) return;
  const text = document.getText();
  const step = await askText({
    title,
    prompt: 'Whom do you ask? Names, with commas between them. Each gets a line in the file.',
    placeholder: 'Ana, Bo, Caro',
    value: (await knownNames(services, document)).join(', '),
    onType: (value) => {
      const problem = refusal(() => askForConsent(text, namesIn(value), today()));
      return problem === undefined ? undefined : { problem };
    },
  });
  if (step?.kind !== 'value') return;
  const names = namesIn(step.value);
  if (await changeRound(document, (now) => askForConsent(now, names, today()))) {
    window.setStatusBarMessage('Asked. Answer… writes somebody’s answer into the file.', 6000);
  }
}

/** The people to suggest: those of the last completed round, else the voices of a co-create file and the user. */
async function knownNames({ history }: Services, document: TextDocument): Promise<string[]> {
  const text = document.getText();
  const round = roundIn(text);
  if (round) {
    const everybody = round.voices.map(({ name }) => name);
    // In a round that is open, they have been asked already.
    return refusal(() => askForConsent(text, everybody, today())) === undefined ? everybody : [];
  }
  return distinctNames([...voicesIn(text), await authorFor(pathOf(document.uri), history.git)]);
}

function namesIn(value: string): string[] {
  return value
    .split(/[,;\n]/)
    .map((name) => name.trim())
    .filter((name) => name !== '');
}
