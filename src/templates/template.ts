import type { Answers } from './blanks';
import { BLANK, fillBlanks } from './blanks';

/** What to ask for one blank of a template. */
export interface TemplateQuestion {
  /** The name of the blank that the answer stands for. */
  readonly blank: string;
  readonly ask: string;
  /** A line of help, or `''`. */
  readonly hint: string;
  /** What to ask if the answer stays vague, or `''`. */
  readonly follow: string;
  /** What someone else answered, or `''`. */
  readonly example: string;
}

/** A purpose file with blanks, and the questions that fill them. */
export interface Template {
  /** Lower-case words joined by `-`; one id, one template. */
  readonly id: string;
  readonly title: string;
  /** For whom it is, in a few words; `''` where an own template does not say. */
  readonly audience: string;
  /** When to reach for it, or `''`. */
  readonly when: string;
  /** Who should be in the room, and how long it takes, or `''`. */
  readonly setting: string;
  /** Author, title and year of what it draws on, or `''`. */
  readonly source: string;
  /** One for each blank of the body, in the order they are asked. */
  readonly questions: readonly TemplateQuestion[];
  /** The purpose file with its `{{blanks}}`; lines end with LF. */
  readonly body: string;
  /** The path it was read from; {@link BUILT_IN} for those that come with the product. */
  readonly origin: string;
}

/** The `origin` of templates that come with the product. */
export const BUILT_IN = 'built-in';

/** Something about a template file that its writer should know. */
export interface TemplateProblem {
  readonly origin: string;
  /** From 1. */
  readonly line: number;
  /** One sentence, without the file's name. */
  readonly message: string;
}

/** The text of a template with the answers in place; unanswered blanks stay `{{…}}`. See {@link fillBlanks}. */
export function fillTemplate(template: Template, answers: Answers): string {
  return fillBlanks(template.body, answers).text;
}

/**
 * The name of a blank in a new file: the template's question, so that the file still asks it when the template is
 * out of sight. A blank without a question of its own keeps its name.
 */
export function openBlank(questions: readonly TemplateQuestion[], blank: string): string {
  const ask = questions.find((question) => question.blank === blank)?.ask ?? '';
  const question = questionIn(ask);
  // Two blanks of one name would be one blank.
  const isShared = questions.some((other) => other.blank !== blank && questionIn(other.ask) === question);
  return question === undefined || isShared || ask === plainQuestion(blank).ask ? blank : question;
}

function questionIn(ask: string): string | undefined {
  return /^[^?{}]*\?/.exec(ask)?.[0];
}

/** The body of a template with its questions as the names of its blanks; see {@link openBlank}. */
export function askingBody({ body, questions }: Pick<Template, 'body' | 'questions'>): string {
  return body.replace(BLANK, (braces, name: string) =>
    name.trim() === '' ? braces : `{{${openBlank(questions, name.trim())}}}`,
  );
}

/** The answers that the template itself gives as examples. */
export function exampleAnswers(template: Template): Record<string, string> {
  return Object.fromEntries(template.questions.map(({ blank, example }) => [blank, example]));
}

/** What is asked for a blank that nobody wrote a question for. */
export function plainQuestion(blank: string): TemplateQuestion {
  return { blank, ask: `What stands for “${blank}”?`, hint: '', follow: '', example: '' };
}
