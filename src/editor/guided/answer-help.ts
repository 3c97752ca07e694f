import type { Uri } from 'vscode';
import type { Finding } from '../../lint/finding';
import { ruleOf } from '../../lint/rules';
import { LintSession } from '../../lint/session';
import { answerFindings, type GuidedSession } from '../../templates/guided-session';
import type { Services } from '../services';

/** Shown below the input; does not keep anybody from going on. */
interface Help {
  readonly help: string;
}

/** More than this at once is no help. */
const MOST = 2;

/** Looks at answers as they are typed, in the sentence that they make, with the settings that hold for a place. */
export class AnswerHelp {
  readonly #lints = new LintSession();

  constructor(
    private readonly services: Pick<Services, 'settings'>,
    private readonly at: Uri,
  ) {}

  /** The sharpening question for what was typed; nothing where there is none to ask. */
  async of(session: GuidedSession): Promise<Help | undefined> {
    return asHelp((await answerFindings(session, (text) => this.#lint(text))).map(({ finding }) => finding));
  }

  /** The same for a text that stands by itself, such as a new wording of a statement. */
  async ofText(text: string): Promise<Help | undefined> {
    return text.trim() === '' ? undefined : asHelp(await this.#lint(text));
  }

  /** The same for a text beside the statement: what is asked of a statement as a whole is not asked of it. */
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
  const questions = [...new Set(findings.map(helpOf))].slice(0, MOST);
  return questions.length > 0 ? { help: questions.join(' · ') } : undefined;
}

/** The finding's question, with the words that it asks about. */
function helpOf({ text, question, message }: Finding): string {
  const words = text.length > 40 ? `${text.slice(0, 39).trimEnd()}…` : text;
  return question ? `“${words}”: ${question}` : message;
}
