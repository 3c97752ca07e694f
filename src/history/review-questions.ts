/** A question of a review. The record of the review stores the answer in a field of this name. */
interface ReviewQuestion {
  /** @param who the people in the statement, if found */
  readonly asks: (who: string | undefined) => string;
  /** Heads the answer: `What a camera would see`. */
  readonly heading: string;
}

/** docs/review-questions.md names the source of each, and its limits. */
const QUESTIONS = {
  told: {
    asks: (who) =>
      `When did one of those it is for${who === undefined ? '' : ` (${who})`} last tell you? What did they say?`,
    heading: 'What one of them said',
  },
  camera: { asks: () => 'What would a camera see?', heading: 'What a camera would see' },
  opposite: {
    asks: () => 'Could somebody sensible choose the opposite?',
    heading: 'Who could choose the opposite',
  },
  missed: { asks: () => 'Who would miss us?', heading: 'Who would miss us' },
} as const satisfies Record<string, ReviewQuestion>;

export type ReviewQuestionId = keyof typeof QUESTIONS;

/** In the order of asking. */
export const REVIEW_QUESTIONS = Object.keys(QUESTIONS) as readonly ReviewQuestionId[];

/** The answers; skipped questions are omitted. */
export type ReviewAnswers = Readonly<Partial<Record<ReviewQuestionId, string>>>;

/** The text of a question, with the people in the statement if known. */
export function reviewQuestion(id: ReviewQuestionId, who?: string): string {
  return QUESTIONS[id].asks(who);
}

/** The given answers, each with its heading, in order. */
export function answersTold(
  answers: ReviewAnswers | undefined,
): readonly { readonly head: string; readonly text: string }[] {
  return REVIEW_QUESTIONS.flatMap((id) => {
    const text = answers?.[id];
    return text === undefined ? [] : [{ head: QUESTIONS[id].heading, text }];
  });
}

/** The non-empty answers; `undefined` if there are none. */
export function givenAnswers(
  answers: Readonly<Partial<Record<ReviewQuestionId, unknown>>>,
): ReviewAnswers | undefined {
  const given = REVIEW_QUESTIONS.flatMap((id) => {
    const text = answers[id];
    const said = typeof text === 'string' || typeof text === 'number' ? String(text).trim() : '';
    return said === '' ? [] : [[id, said] as const];
  });
  return given.length > 0 ? Object.fromEntries(given) : undefined;
}
