import type { Questionnaire } from '../../templates/questionnaire';
import type { RediscoverSession } from '../../templates/rediscovery';

/** A rediscovery under way: its session is kept as a draft after each step and each keystroke. */
export class RediscoveryWalk {
  /** The longer parts that the user will rewrite in the file. */
  readonly inFile = new Set<string>();

  constructor(
    public session: RediscoverSession,
    private readonly keep: (session: RediscoverSession) => void,
  ) {}

  /** The user types the answer to the current question. */
  types(answer: string): void {
    this.goesTo(this.session.questionnaire.answer(answer));
  }

  goesTo(questionnaire: Questionnaire): void {
    this.session = this.session.with(questionnaire);
    this.keep(this.session);
  }
}
