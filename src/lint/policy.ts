import { type Config, DEFAULT_CONFIG } from './config';
import type { Severity } from './finding';
import type { RuleId } from './rules';

/** The severities and options of all rules. */
export class Policy {
  constructor(readonly config: Config = DEFAULT_CONFIG) {}

  /** The severity of a rule; `undefined` if it is off. */
  severity(rule: RuleId): Severity | undefined {
    const severity = this.config.rules.get(rule)?.severity;
    return severity === 'off' ? undefined : severity;
  }

  /** The options of a rule as given by the user. */
  options(rule: RuleId): Readonly<Record<string, unknown>> {
    return this.config.rules.get(rule)?.options ?? {};
  }
}
