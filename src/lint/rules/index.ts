import type { WordRuleId } from '../lexicon';
import type { AnyRule } from '../rule';
import { brokenLink, ratifiedExpired, reviewOverdue, staleCopy } from './care-rules';
import { openObjection, ratifiedChanged } from './consent';
import { frontMatter } from './front-matter';
import { missingChange, missingWhat, missingWho } from './missing-parts';
import { missingStatement } from './missing-statement';
import { passive } from './passive';
import { readability } from './readability';
import { repeatedWords } from './repeated-words';
import { statementLength } from './statement-length';
import { suppression } from './suppression';
import { unfilledPlaceholder } from './unfilled-placeholder';
import { unreadableBlock } from './unreadable-block';
import { wordRules } from './word-rules';

const ownRules = [
  passive,
  repeatedWords,
  readability,
  statementLength,
  missingWho,
  missingWhat,
  missingChange,
  missingStatement,
  unfilledPlaceholder,
  frontMatter,
  reviewOverdue,
  openObjection,
  ratifiedChanged,
  ratifiedExpired,
  staleCopy,
  brokenLink,
  suppression,
  unreadableBlock,
] as const;

/** The name of a rule. */
export type RuleId = WordRuleId | (typeof ownRules)[number]['id'];

/** All rules, in the order of tables. */
export const rules: readonly AnyRule<RuleId>[] = [...wordRules, ...ownRules];

const ranks: ReadonlyMap<string, number> = new Map(rules.map(({ id }, rank) => [id, rank]));

/**
 * Compares rules by their order in tables, which orders findings at the same position: who before what before change.
 */
export function byRank(one: RuleId, other: RuleId): number {
  return (ranks.get(one) ?? 0) - (ranks.get(other) ?? 0);
}

const byId: ReadonlyMap<string, AnyRule<RuleId>> = new Map(rules.map((rule) => [rule.id, rule]));

/** Whether a rule with this id exists. */
export function isRuleId(id: string): id is RuleId {
  return byId.has(id);
}

/** A rule by its name. */
export function ruleOf(id: RuleId): AnyRule<RuleId> {
  const rule = byId.get(id);
  if (!rule) throw new Error(`There is no rule ${id}.`);
  return rule;
}

/** Whether the findings of a rule are vague wording. */
export function isVague(id: RuleId): boolean {
  return ruleOf(id).traits.counts === 'vague';
}
