import { replaceBlanks } from '../text/open-blanks';
import { type Answers, answerTo, type Blank, blankNames, type FilledText, fillBlanks } from './blanks';
import { Questionnaire, type QuestionToAsk, readQuestionnaireState, record } from './questionnaire';
import { askingBody, openBlank, plainQuestion, type Template, type TemplateQuestion } from './template';

/** The result of a session. */
interface GuidedResult {
  /** The purpose file. */
  readonly text: string;
  /** The blanks that are still open, with their positions in `text`. */
  readonly blanks: readonly Blank[];
}

/** A resumed draft, or one sentence on why it could not be resumed. */
export type Resumed<Session> = { readonly session: Session } | { readonly problem: string };

/**
 * The guided start: the questions of a template, one at a time. A session is immutable; continue with
 * `session.with(session.questionnaire.answer(text).next())`.
 */
export class GuidedSession {
  private constructor(
    readonly template: Template,
    readonly questionnaire: Questionnaire,
  ) {}

  /** @param known existing answers, such as the title from a file's name */
  static start(template: Template, known: Answers = {}): GuidedSession {
    const questions = template.questions.map(asWalkQuestion);
    return new GuidedSession(
      template,
      new Questionnaire(questions, readQuestionnaireState({ answers: known }, questions)),
    );
  }

  /** Resumes a draft that {@link serialise} wrote. Never throws. */
  static resume(draft: string): Resumed<GuidedSession> {
    const data = readDraft(draft, 'guided');
    if (!data) return { problem: 'This draft of a guided start cannot be read; it is left as it is.' };
    const template = readTemplate(data.template);
    if (!template) return { problem: 'This draft has lost its template; it is left as it is.' };
    const questions = template.questions.map(asWalkQuestion);
    return {
      session: new GuidedSession(
        template,
        new Questionnaire(questions, readQuestionnaireState(data.walk, questions)),
      ),
    };
  }

  with(walk: Questionnaire): GuidedSession {
    return new GuidedSession(this.template, walk);
  }

  /**
   * The file with the answers so far, and their positions. Lint this text instead of the bare answer, because the
   * sentence around a word determines whether it is vague.
   */
  preview(): FilledText {
    return fillBlanks(this.template.body, this.questionnaire.state.answers);
  }

  /** The statement with the answers so far, `…` for unanswered blanks; `''` before its first answer. */
  get sentence(): string {
    const { text, places } = this.preview();
    const quote = /^> .+(?:\n> .*)*/m.exec(text);
    if (!quote) return '';
    const end = quote.index + quote[0].length;
    if (!places.some(({ answered, start }) => answered && start > quote.index && start < end)) return '';
    return replaceBlanks(quote[0].replace(/^> ?/gm, '').replace(/\s+/g, ' '), () => '…');
  }

  /** The file with the answers, at any step; an open blank gets its question as its name. */
  finish(): GuidedResult {
    const { answers } = this.questionnaire.state;
    const text = fillBlanks(askingBody(this.template), this.#byQuestion(answers));
    return { text: text.text, blanks: text.places.filter(({ answered }) => !answered) };
  }

  #byQuestion(answers: Answers): Answers {
    const { questions } = this.template;
    return Object.fromEntries(
      questions.map(({ blank }) => [openBlank(questions, blank), answerTo(answers, blank)]),
    );
  }

  /** The whole session as JSON, including the template, so that a draft survives a change of its template. */
  serialise(): string {
    return writeDraft('guided', { template: this.template, walk: this.questionnaire.state });
  }
}

function asWalkQuestion({ blank, ask, hint, follow, example }: TemplateQuestion): QuestionToAsk {
  return { id: blank, ask, hint, follow, example };
}

/** A finding in the answer that is being typed, with offsets relative to the answer. */
interface AnswerFinding<Found> {
  readonly finding: Found;
  readonly start: number;
  readonly end: number;
}

/**
 * The linter's findings in the answer to the current question, in the sentence that contains the answer.
 *
 * @param lint returns findings with offsets in the given text, synchronously or not
 */
export async function answerFindings<Found extends { start: { offset: number }; end: { offset: number } }>(
  session: GuidedSession,
  lint: (text: string) => readonly Found[] | Promise<readonly Found[]>,
): Promise<AnswerFinding<Found>[]> {
  const id = session.questionnaire.question?.id;
  const { text, places } = session.preview();
  const place = places.find(({ name, answered }) => name === id && answered);
  if (!place) return [];
  return (await lint(text)).flatMap((finding) => {
    const { start, end } = finding;
    return start.offset >= place.start && end.offset <= place.end && end.offset > start.offset
      ? [{ finding, start: start.offset - place.start, end: end.offset - place.start }]
      : [];
  });
}

/** A draft as text: one JSON object with its kind. */
export function writeDraft(kind: string, content: object): string {
  return `${JSON.stringify({ purposeDraft: kind, version: 1, ...content }, undefined, 2)}\n`;
}

/** The content of a draft of this kind; `undefined` for anything else. */
export function readDraft(draft: string, kind: string): Record<string, unknown> | undefined {
  try {
    const data = record(JSON.parse(draft));
    return data.purposeDraft === kind && data.version === 1 ? data : undefined;
  } catch {
    return undefined;
  }
}

function readTemplate(value: unknown): Template | undefined {
  const data = record(value);
  const text = (key: string): string => (typeof data[key] === 'string' ? (data[key] as string) : '');
  const body = text('body');
  if (body.trim() === '') return undefined;
  const written = Array.isArray(data.questions) ? data.questions.map(record) : [];
  const open = new Set(blankNames(body));
  const questions = written.flatMap((entry) => {
    const { blank, ask, hint = '', follow = '', example = '' } = entry;
    if (typeof blank !== 'string' || typeof ask !== 'string' || !open.delete(blank)) return [];
    return [{ blank, ask, hint: String(hint), follow: String(follow), example: String(example) }];
  });
  // Blanks without a question get one, as in a template without questions.
  return {
    id: text('id') || 'template',
    title: text('title'),
    audience: text('audience'),
    when: text('when'),
    setting: text('setting'),
    source: text('source'),
    questions: [...questions, ...[...open].map(plainQuestion)],
    body,
    origin: text('origin'),
  };
}
