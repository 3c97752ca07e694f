import { isMapping } from '../text/is-mapping';
/** One question of a questionnaire, with everything an editor needs to ask it. */
export interface QuestionToAsk {
  /** Unique in its questionnaire. */
  readonly id: string;
  readonly ask: string;
  /** A line of help, or `''`. */
  readonly hint: string;
  /** The follow-up question for a vague answer. */
  readonly follow?: string;
  /** An example answer, or `''`. */
  readonly example: string;
  /** The current text that the question is about; shown with the question. */
  readonly about?: string;
  /** The initial text of the input; an answer equal to it changes nothing. */
  readonly initial?: string;
  /** Whether the answer may have several lines. */
  readonly multiline?: boolean;
  /** Asked only if the question with this id has an answer. */
  readonly onlyAfter?: string;
}

/** The state of a questionnaire, as plain data. */
interface QuestionnaireState {
  /** The index of the current question; the number of questions after the last one. */
  readonly at: number;
  readonly answers: Readonly<Record<string, string>>;
  /** Ids of questions that the user skipped. */
  readonly skipped: readonly string[];
}

const START: QuestionnaireState = { at: 0, answers: {}, skipped: [] };

/**
 * A questionnaire: asks questions one at a time, forwards and backwards. It is immutable: each step returns a new
 * one, and no step removes an answer.
 */
export class Questionnaire {
  constructor(
    readonly questions: readonly QuestionToAsk[],
    readonly state: QuestionnaireState = START,
  ) {}

  /** The current question; `undefined` after the last one. */
  get question(): QuestionToAsk | undefined {
    return this.questions[this.state.at];
  }

  /** Whether all questions were asked; not whether all were answered. */
  get done(): boolean {
    return this.question === undefined;
  }

  /** The questions that apply now: one that depends on another's answer may be left out. */
  get asked(): readonly QuestionToAsk[] {
    return this.questions.filter((question) => this.#isAsked(question));
  }

  /** How many of the questions that apply have an answer. */
  get answered(): number {
    return this.asked.filter(({ id }) => this.answerTo(id).trim() !== '').length;
  }

  /** The number of the current question among those asked, from 1, and their count. */
  get progress(): { readonly number: number; readonly of: number } {
    const { asked, question } = this;
    return { number: question ? asked.indexOf(question) + 1 : asked.length, of: asked.length };
  }

  /** The answer to a question, as typed; `''` if there is none. */
  answerTo(id: string): string {
    return Object.hasOwn(this.state.answers, id) ? (this.state.answers[id] ?? '') : '';
  }

  /** The initial text of the input for the current question. */
  get draft(): string {
    const { question } = this;
    return question ? this.answerTo(question.id) || (question.initial ?? '') : '';
  }

  /** Sets the answer to the current question and stays there: call it while the answer is typed. */
  answer(text: string): Questionnaire {
    const { question } = this;
    if (!question) return this;
    const { answers, skipped } = this.state;
    return this.#with({
      answers: { ...answers, [question.id]: text },
      skipped: text.trim() === '' ? skipped : skipped.filter((id) => id !== question.id),
    });
  }

  next(): Questionnaire {
    return this.#with({ at: this.#step(1) });
  }

  /** Goes back one question; the first one stays. */
  back(): Questionnaire {
    return this.#with({ at: this.#step(-1) });
  }

  /** Continues and marks the question as skipped; an existing answer stays. */
  skip(): Questionnaire {
    const { question } = this;
    if (!question) return this;
    const skipped = this.answerTo(question.id).trim() === '' ? [question.id] : [];
    return this.#with({ skipped: [...new Set([...this.state.skipped, ...skipped])] }).next();
  }

  /** Goes to a question by id; stays if it is not asked. */
  goTo(id: string): Questionnaire {
    const at = this.questions.findIndex((question) => question.id === id && this.#isAsked(question));
    return at < 0 ? this : this.#with({ at });
  }

  #isAsked({ id, onlyAfter }: QuestionToAsk): boolean {
    // A question with an answer is never hidden, so that the answer can still be changed.
    return (
      onlyAfter === undefined || this.answerTo(onlyAfter).trim() !== '' || this.answerTo(id).trim() !== ''
    );
  }

  #step(by: 1 | -1): number {
    let at = this.state.at + by;
    for (
      let question = this.questions[at];
      question && !this.#isAsked(question);
      question = this.questions[at]
    ) {
      at += by;
    }
    return at < 0 ? this.state.at : Math.min(at, this.questions.length);
  }

  #with(change: Partial<QuestionnaireState>): Questionnaire {
    return new Questionnaire(this.questions, { ...this.state, ...change });
  }
}

/** Restores a questionnaire’s state from a draft; values that do not match the questions are corrected. */
export function readQuestionnaireState(
  value: unknown,
  questions: readonly QuestionToAsk[],
): QuestionnaireState {
  const { at, answers, skipped } = record(value);
  const ids = new Set(questions.map(({ id }) => id));
  return {
    at: typeof at === 'number' && Number.isInteger(at) ? Math.max(0, Math.min(at, questions.length)) : 0,
    answers: Object.fromEntries(
      Object.entries(record(answers)).filter(
        (entry): entry is [string, string] => ids.has(entry[0]) && typeof entry[1] === 'string',
      ),
    ),
    skipped: Array.isArray(skipped) ? [...new Set(skipped.filter((id): id is string => ids.has(id)))] : [],
  };
}

/** An object's fields; an empty object for anything else. */
export function record(value: unknown): Record<string, unknown> {
  return isMapping(value) ? value : {};
}
