import { replaceBlanks } from '../text/open-blanks';

/** The question for one blank of a template. */
export interface TemplateQuestion {
  /** The name of the blank. */
  readonly blank: string;
  readonly ask: string;
  /** A line of help, or `''`. */
  readonly hint: string;
  /** The follow-up question for a vague answer, or `''`. */
  readonly follow: string;
  /** An example answer, or `''`. */
  readonly example: string;
}

/** A purpose file with blanks, and the questions that fill them. */
export interface Template {
  /** Lower-case words joined by `-`; unique. */
  readonly id: string;
  readonly title: string;
  /** Its audience in a few words; `''` if a user's template does not say. */
  readonly audience: string;
  /** When to use it, or `''`. */
  readonly when: string;
  /** Who should be in the room, and how long it takes, or `''`. */
  readonly setting: string;
  /** Author, title and year of its source, or `''`. */
  readonly source: string;
  /** One for each blank of the body, in the order of asking. */
  readonly questions: readonly TemplateQuestion[];
  /** The purpose file with its `{{blanks}}`; lines end with LF. */
  readonly body: string;
  /** The path of its file; {@link BUILT_IN} for built-in ones. */
  readonly origin: string;
}

/** The `origin` of built-in templates. */
export const BUILT_IN = 'built-in';

/** A problem in a template file, for its author. */
export interface TemplateProblem {
  readonly origin: string;
  /** From 1. */
  readonly line: number;
  /** One sentence, without the file's name. */
  readonly message: string;
}

/**
 * The name of a blank in a new file: the template's question, so that the file still asks it without the template. A
 * blank without a question keeps its name.
 */
export function openBlank(questions: readonly TemplateQuestion[], blank: string): string {
  const ask = questions.find((question) => question.blank === blank)?.ask ?? '';
  const question = questionIn(ask);
  // Two blanks with the same name would be the same blank.
  const isShared = questions.some((other) => other.blank !== blank && questionIn(other.ask) === question);
  return question === undefined || isShared || ask === plainQuestion(blank).ask ? blank : question;
}

function questionIn(ask: string): string | undefined {
  return /^[^?{}]*\?/.exec(ask)?.[0];
}

/** The body of a template with its questions as the names of its blanks; see {@link openBlank}. */
export function askingBody({ body, questions }: Pick<Template, 'body' | 'questions'>): string {
  return replaceBlanks(body, ({ name }) => `{{${name && openBlank(questions, name)}}}`);
}

/** The default question for a blank. */
export function plainQuestion(blank: string): TemplateQuestion {
  return { blank, ask: `What belongs in “${blank}”?`, hint: '', follow: '', example: '' };
}
