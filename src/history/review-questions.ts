/** A question that a review asks. The answer is kept in the record of the review, in a field of this name. */
interface ReviewQuestion {
  /** @param who those whom the purpose names, if any are found */
  readonly asks: (who: string | undefined) => string;
  /** Heads the answer: `What a camera would see`. */
  readonly told: string;
}

/** docs/review-questions.md names the source of each, and its limits. */
const QUESTIONS = {
  told: {
    asks: (who) =>
      `When did one of those it is for${who === undefined ? '' : ` (${who})`} last tell you? What did they say?`,
    told: 'What one of them said',
  },
  camera: { asks: () => 'What would a camera see?', told: 'What a camera would see' },
  opposite: {
    asks: () => 'Could somebody sensible choose the opposite?',
    told: 'Who could choose the opposite',
  },
  missed: { asks: () => 'Who would miss us?', told: 'Who would miss us' },
} as const satisfies Record<string, ReviewQuestion>;

export type ReviewQuestionId = keyof typeof QUESTIONS;

/** In the order in which they are asked. */
export const REVIEW_QUESTIONS = Object.keys(QUESTIONS) as readonly ReviewQuestionId[];

/** What people answered; a question that was skipped is left out. */
export type ReviewAnswers = Readonly<Partial<Record<ReviewQuestionId, string>>>;

/** The question to a person, naming those whom the purpose is for if they are known. */
export function reviewQuestion(id: ReviewQuestionId, who?: string): string {
  return QUESTIONS[id].asks(who);
}

/** The answers that were given, each with what heads it, in order. */
export function answersTold(
  answers: ReviewAnswers | undefined,
): readonly { readonly head: string; readonly text: string }[] {
  return REVIEW_QUESTIONS.flatMap((id) => {
    const text = answers?.[id];
    return text === undefined ? [] : [{ head: QUESTIONS[id].told, text }];
  });
}

/** Those of some answers that say something; `undefined` if none does. */
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
