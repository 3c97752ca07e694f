import type { Severity } from './finding';
import { lintSettingsProblems } from './front-matter-settings';
import type { Policy } from './policy';
import { readDirective } from './read-directive';
import type { Check, RuleContext, Scope } from './rule';
import { isRuleId, type RuleId, rules } from './rules';

/** An enabled rule, ready to run. */
export interface ReadyCheck<S extends Scope> {
  readonly rule: RuleId;
  readonly severity: Severity;
  readonly check: Check<S>;
}

/** The checks of all rules that a policy enables, by scope. */
export interface Checks {
  readonly prose: readonly ReadyCheck<'prose'>[];
  readonly statement: readonly ReadyCheck<'statement'>[];
  readonly block: readonly ReadyCheck<'block'>[];
  readonly file: readonly ReadyCheck<'file'>[];
}

/** Prepares the checks of a policy. */
export function checksOf(policy: Policy): Checks {
  const context = contextOf((rule) => isRuleId(rule) && policy.severity(rule) !== undefined);
  const prose: ReadyCheck<'prose'>[] = [];
  const statement: ReadyCheck<'statement'>[] = [];
  const block: ReadyCheck<'block'>[] = [];
  const file: ReadyCheck<'file'>[] = [];
  for (const rule of rules) {
    const severity = policy.severity(rule.id);
    if (!severity) continue;
    const ready = { rule: rule.id, severity };
    const options = policy.options(rule.id);
    if (rule.scope === 'prose') prose.push({ ...ready, check: rule.check(options, context) });
    else if (rule.scope === 'statement') statement.push({ ...ready, check: rule.check(options, context) });
    else if (rule.scope === 'block') block.push({ ...ready, check: rule.check(options, context) });
    else if (rule.scope === 'file') file.push({ ...ready, check: rule.check(options, context) });
  }
  return { prose, statement, block, file };
}

/** The context for rules, given which ones are enabled. */
export function contextOf(isOn: RuleContext['isOn']): RuleContext {
  return { isOn, readDirective, settingsProblems: lintSettingsProblems };
}
