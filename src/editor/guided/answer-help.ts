import type { Uri } from 'vscode';
import type { Finding } from '../../lint/finding';
import { ruleOf } from '../../lint/rules';
import { LintSession } from '../../lint/session';
import { answerFindings, type GuidedSession } from '../../templates/guided-session';
import { shortened } from '../../text/shortened';
import type { Services } from '../services';

/** Shown below the input; does not prevent accepting. */
interface Help {
  readonly help: string;
}

/** Maximum number of questions shown at once. */
const MAX_QUESTIONS = 2;

/** Checks answers as they are typed, in the sentence that they form, with the settings of a location. */
export class AnswerHelp {
  readonly #lints = new LintSession();

  constructor(
    private readonly services: Pick<Services, 'settings'>,
    private readonly at: Uri,
  ) {}

  /** The sharpening question for the typed answer, if there is one. */
  async of(session: GuidedSession): Promise<Help | undefined> {
    return asHelp((await answerFindings(session, (text) => this.#lint(text))).map(({ finding }) => finding));
  }

  /** The same for a separate text, such as a new wording of a statement. */
  async ofText(text: string): Promise<Help | undefined> {
    return text.trim() === '' ? undefined : asHelp(await this.#lint(text));
  }

  /** The same for text outside the statement: without the questions about a statement as a whole. */
  async ofWords(text: string): Promise<Help | undefined> {
    if (text.trim() === '') return undefined;
    return asHelp((await this.#lint(text)).filter(({ rule }) => ruleOf(rule).scope !== 'statement'));
  }

  async #lint(text: string): Promise<readonly Finding[]> {
    const layers = await this.services.settings.layersFor(this.at);
    return this.#lints.lint(text, layers).findings;
  }
}

function asHelp(findings: readonly Finding[]): Help | undefined {
  const questions = [...new Set(findings.map(helpOf))].slice(0, MAX_QUESTIONS);
  return questions.length > 0 ? { help: questions.join(' · ') } : undefined;
}

/** The finding's question, with the words in question. */
function helpOf({ text, question, message }: Finding): string {
  return question ? `“${shortened(text, 40)}”: ${question}` : message;
}
