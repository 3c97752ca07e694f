/** One question of a walk; everything an editor needs to ask it. */
export interface WalkQuestion {
  /** Unique in its walk. */
  readonly id: string;
  readonly ask: string;
  /** A line of help, or `''`. */
  readonly hint: string;
  /** What to ask if the answer stays vague. */
  readonly follow?: string;
  /** What someone else answered, or `''`. */
  readonly example: string;
  /** What the question speaks of, as it stands today; shown with the question. */
  readonly about?: string;
  /** What the answer begins as; an answer equal to it changes nothing. */
  readonly initial?: string;
  /** Whether the answer may have several lines. */
  readonly multiline?: boolean;
  /** Asked only once the question of this id has an answer. */
  readonly onlyAfter?: string;
}

/** How a walk stands, as plain data. */
export interface WalkState {
  /** The index of the question that is asked; the number of questions once all were asked. */
  readonly at: number;
  readonly answers: Readonly<Record<string, string>>;
  /** Ids of questions that were passed over on purpose. */
  readonly skipped: readonly string[];
}

const START: WalkState = { at: 0, answers: {}, skipped: [] };

/**
 * Questions one at a time, back and forth. A walk never changes: each step gives a new one, and no step takes an
 * answer away.
 */
export class Walk {
  constructor(
    readonly questions: readonly WalkQuestion[],
    readonly state: WalkState = START,
  ) {}

  /** The question that is asked now; `undefined` once all were asked. */
  get question(): WalkQuestion | undefined {
    return this.questions[this.state.at];
  }

  /** Whether all questions were asked; not whether all were answered. */
  get done(): boolean {
    return this.question === undefined;
  }

  /** The questions that are asked as things stand: one that hangs on another's answer may drop out. */
  get asked(): readonly WalkQuestion[] {
    return this.questions.filter((question) => this.#isAsked(question));
  }

  /** The place of the question among those asked, from 1, and how many there are. */
  get progress(): { readonly number: number; readonly of: number } {
    const { asked, question } = this;
    return { number: question ? asked.indexOf(question) + 1 : asked.length, of: asked.length };
  }

  /** What was written to a question, as it was written; `''` where nothing was. */
  answerTo(id: string): string {
    return Object.hasOwn(this.state.answers, id) ? (this.state.answers[id] ?? '') : '';
  }

  /** What an input for the question now begins as. */
  get draft(): string {
    const { question } = this;
    return question ? this.answerTo(question.id) || (question.initial ?? '') : '';
  }

  /** Writes an answer to the question now and stays there: call it as the answer is typed. */
  answer(text: string): Walk {
    const { question } = this;
    if (!question) return this;
    const { answers, skipped } = this.state;
    return this.#with({
      answers: { ...answers, [question.id]: text },
      skipped: text.trim() === '' ? skipped : skipped.filter((id) => id !== question.id),
    });
  }

  next(): Walk {
    return this.#with({ at: this.#step(1) });
  }

  /** Goes back one question; the first one stays. */
  back(): Walk {
    return this.#with({ at: this.#step(-1) });
  }

  /** Goes on and marks the question as passed over; an answer that it has stays. */
  skip(): Walk {
    const { question } = this;
    if (!question) return this;
    const skipped = this.answerTo(question.id).trim() === '' ? [question.id] : [];
    return this.#with({ skipped: [...new Set([...this.state.skipped, ...skipped])] }).next();
  }

  /** Goes to a question that is asked; stays where there is none of this id. */
  goTo(id: string): Walk {
    const at = this.questions.findIndex((question) => question.id === id && this.#isAsked(question));
    return at < 0 ? this : this.#with({ at });
  }

  #isAsked({ id, onlyAfter }: WalkQuestion): boolean {
    // An answer that is there is never hidden, or it could not be changed any more.
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

  #with(change: Partial<WalkState>): Walk {
    return new Walk(this.questions, { ...this.state, ...change });
  }
}

/** A walk's state out of what a draft holds: whatever does not fit the questions is drawn to what does. */
export function readWalkState(value: unknown, questions: readonly WalkQuestion[]): WalkState {
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

/** An object's fields; none for what is no object. */
export function record(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {};
}
