import { type QuickInputButton, ThemeIcon } from 'vscode';
import type { GuidedSession } from '../../templates/guided-session';
import { askText } from '../flow/quick-input';
import type { AnswerHelp } from './answer-help';

const SKIP: QuickInputButton = {
  iconPath: new ThemeIcon('arrow-right'),
  tooltip: 'Skip this question (or press Enter without an answer)',
};
const OPEN: QuickInputButton = {
  iconPath: new ThemeIcon('go-to-file'),
  tooltip: 'Write the file with what is there',
};

function soFar(session: GuidedSession): string {
  const { sentence } = session;
  return sentence === '' ? '' : `So far: “${sentence}”`;
}

/** How it ended: all questions asked, back before the first question, or left. */
export type Asked = { readonly end: 'done' | 'back' | 'left'; readonly session: GuidedSession };

/**
 * Asks the questions of a session one at a time, from its current one.
 * @param keep called with the session after every change, so that nothing typed is lost
 */
export async function askQuestions(
  start: GuidedSession,
  help: AnswerHelp,
  keep: (session: GuidedSession) => void,
): Promise<Asked> {
  let session = start;
  const go = (next: GuidedSession): void => {
    session = next;
    keep(next);
  };
  for (let question = session.questionnaire.question; question; question = session.questionnaire.question) {
    const { number, of } = session.questionnaire.progress;
    const { hint, follow = '', example } = question;
    const step = await askText({
      title: question.ask,
      step: number,
      totalSteps: of + 1,
      value: session.questionnaire.draft,
      placeholder: example === '' ? 'Your answer' : `For example: ${example}`,
      prompt: [hint, soFar(session), 'Leave it empty to skip. Press Escape to keep a draft.']
        .filter((part) => part !== '')
        .join(' · '),
      canGoBack: true,
      buttons: [SKIP, OPEN],
      onType: async (value) => {
        const typed = session.with(session.questionnaire.answer(value));
        go(typed);
        const found = await help.of(typed);
        // A vague answer gets the template's follow-up question; a clear one shows the sentence so far.
        if (found) return follow === '' ? found : { help: `${found.help} · ${follow}` };
        return soFar(typed) === '' ? undefined : { help: soFar(typed) };
      },
    });
    if (!step) return { end: 'left', session };
    const { questionnaire } = session;
    if (step.kind === 'value') {
      const answered = questionnaire.answer(step.value);
      go(session.with(step.value.trim() === '' ? answered.skip() : answered.next()));
    } else if (step.kind === 'button' && step.button === OPEN) return { end: 'done', session };
    else if (step.kind === 'button') go(session.with(questionnaire.skip()));
    else if (number === 1) return { end: 'back', session };
    else go(session.with(questionnaire.back()));
  }
  return { end: 'done', session };
}
