import type { QuickPickItem, Uri } from 'vscode';
import {
  givenAnswers,
  REVIEW_QUESTIONS,
  type ReviewAnswers,
  type ReviewQuestionId,
  reviewQuestion,
} from '../../history/review-questions';
import { openDocs } from '../docs-page';
import { askPick, askText } from '../flow/quick-input';

interface Item extends QuickPickItem {
  readonly id?: ReviewQuestionId;
  readonly isHelp?: boolean;
}

/**
 * Offers the questions of a review; each can be skipped, and Enter at once records without any.
 * @param who the people in the statement, if found
 * @param extension where our documentation is
 * @returns the answers, empty if all were skipped; `undefined` if the user left
 */
export async function askReviewQuestions(
  who: string | undefined,
  extension: Uri,
): Promise<{ readonly answers: ReviewAnswers | undefined } | undefined> {
  const answers: Partial<Record<ReviewQuestionId, string>> = {};
  for (;;) {
    const items: Item[] = [
      { label: '$(check) Record it' },
      ...REVIEW_QUESTIONS.map(
        (id): Item => ({ id, label: reviewQuestion(id, who), detail: answers[id] ?? '' }),
      ),
      { label: '$(book) Where these questions come from', isHelp: true },
    ];
    const placeholder = 'Answer what you like of these, or record it as it is.';
    const picked = await askPick<Item>({ title: 'Questions of a review', placeholder, items });
    if (picked?.kind !== 'value') return undefined;
    const { id, isHelp } = picked.value;
    // The list returns beside the page.
    if (isHelp) {
      await openDocs(extension, 'review-questions');
      continue;
    }
    if (id === undefined) return { answers: givenAnswers(answers) };
    const said = await askText({
      title: 'Your answer',
      prompt: reviewQuestion(id, who),
      value: answers[id] ?? '',
      canGoBack: true,
    });
    if (!said) return undefined;
    if (said.kind === 'value') answers[id] = said.value;
  }
}
