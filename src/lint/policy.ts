import { type Config, DEFAULT_CONFIG } from './config';
import type { Severity } from './finding';
import type { RuleId } from './rules';

/** How severe each rule is, and with which options it runs. */
export class Policy {
  constructor(readonly config: Config = DEFAULT_CONFIG) {}

  /** The severity of a rule; `undefined` where it is off. */
  severity(rule: RuleId): Severity | undefined {
    const severity = this.config.rules.get(rule)?.severity;
    return severity === 'off' ? undefined : severity;
  }

  /** The options of a rule as the user gives them. */
  options(rule: RuleId): Readonly<Record<string, unknown>> {
    return this.config.rules.get(rule)?.options ?? {};
  }
}
