import type { QuickPickItem } from 'vscode';
import { GRADIENT_WORDS, GRADIENTS, type Gradient, needsReason, printAnswer } from '../../consent/answer';
import { answerFor } from '../../consent/edit-consent';
import { roundIn } from '../../consent/parse-consent';
import { askPick, askText } from '../flow/quick-input';
import { sayNotDone } from '../messages';
import { editablePurpose } from '../reopen-as-text';
import type { Services } from '../services';
import { changeRound, refusal, today } from './consent-document';

const LABELS: Readonly<Record<Gradient, string>> = {
  agree: 'Agree',
  reservations: 'Agree with reservations',
  aside: 'Stand aside',
  object: 'Object',
};

/** Asks who answers, what, and why, and writes it into that person's line. Escape writes nothing. */
export async function answer(services: Services, given: unknown): Promise<void> {
  const document = await editablePurpose('Answer', given, services.purposeFiles);
  if (!document) return;
  const voices = roundIn(document.getText())?.voices ?? [];
  if (voices.length === 0) return sayNotDone('Nobody has been asked yet. Run Ask for Consent… first.');
  const people = voices.map(({ name, answer: said, written }) => ({
    label: name,
    description: said ? printAnswer(said) : written,
  }));
  const person = await askPick({ title: 'Who answers?', items: people });
  if (person?.kind !== 'value') return;
  const name = person.value.label;
  const items = GRADIENTS.map((gradient): QuickPickItem & { readonly gradient: Gradient } => ({
    gradient,
    label: LABELS[gradient],
    detail: GRADIENT_WORDS[gradient].detail,
  }));
  const chosen = await askPick({ title: `What does ${name} answer?`, items });
  if (chosen?.kind !== 'value') return;
  const { gradient } = chosen.value;
  let reason = '';
  if (needsReason(gradient)) {
    const step = await askText({
      title: `${name}: ${GRADIENT_WORDS[gradient].written}`,
      prompt: 'What is it about? One sentence that the others can work with.',
      onType: (value) => {
        const said = { gradient, reason: value };
        const problem = refusal(() => answerFor(document.getText(), name, said, today()));
        return problem === undefined ? undefined : { problem };
      },
    });
    if (step?.kind !== 'value') return;
    reason = step.value;
  }
  await changeRound(document, (text) => answerFor(text, name, { gradient, reason }, today()));
}
