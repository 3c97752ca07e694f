import type { Severity } from './finding';
import { proseRules } from './rules';
import { remarkFrontMatter } from './rules/front-matter';
import { remarkMissingStatement } from './rules/missing-statement';
import type { RuleOptions } from './rules/options';
import type { StructureRule } from './rules/structure-rule';
import { remarkUnfilledPlaceholder } from './rules/unfilled-placeholder';
import { VAGUENESS_RULES } from './vagueness/entry';

/** The rules on what a file is made of. */
export const structureRules: readonly StructureRule[] = [
  {
    id: 'missing-statement',
    plugin: remarkMissingStatement,
    severity: 'warning',
    scope: 'file',
    title: 'Missing statement',
    summary: 'a purpose file without a statement',
  },
  {
    id: 'unfilled-placeholder',
    plugin: remarkUnfilledPlaceholder,
    severity: 'warning',
    scope: 'block',
    title: 'Unfilled placeholder',
    summary: 'a blank that a template left open: `{{who}}`, TBD, ____',
  },
  {
    id: 'front-matter',
    plugin: remarkFrontMatter,
    severity: 'error',
    scope: 'file',
    title: 'Front matter',
    summary: 'front matter that cannot be read',
  },
];

/** What everybody needs to know of a rule, whatever it is made of. */
export interface RuleInfo {
  readonly id: string;
  readonly severity: Severity | 'off';
  readonly title: string;
  readonly summary: string;
  /** Whether its findings are vague wording, which the figure “vague words per 100” counts. */
  readonly vague: boolean;
  /** Whether it reads English prose, and so has no say where a statement is in another language. */
  readonly english: boolean;
  /** What it can be told, by name. */
  readonly options: RuleOptions;
}

/** Comments that steer the linter are checked by the linter itself. */
const suppression = {
  id: 'suppression',
  severity: 'warning',
  title: 'Suppression',
  summary: 'a `<!-- purpose … -->` comment that cannot be carried out',
} as const;

/** Rules on the care of a purpose: they look beyond its text, and are carried out in `src/care`. */
export const careRules = [
  {
    id: 'review-overdue',
    severity: 'warning',
    title: 'Review overdue',
    summary: 'a purpose that nobody has looked at for longer than its `review:` allows',
  },
  {
    id: 'stale-copy',
    severity: 'warning',
    title: 'Stale copy',
    summary: 'a marked copy that differs from its purpose file, or markers that make no copy',
  },
  {
    id: 'broken-link',
    severity: 'warning',
    title: 'Broken link',
    summary: '`serves:` that leads nowhere, or round in a circle',
  },
] as const;

/** Every rule, in the order in which tables show them. */
export const rules: readonly RuleInfo[] = [
  ...proseRules.map((rule) => ({ ...rule, english: true })),
  ...[...structureRules, ...careRules, suppression].map((rule) => ({ ...rule, english: false, options: {} })),
].map(({ id, severity, title, summary, english, options = {} }) => ({
  id,
  severity,
  title,
  summary,
  vague: (VAGUENESS_RULES as ReadonlySet<string>).has(id),
  english,
  options,
}));

const byId = new Map(rules.map((rule) => [rule.id, rule]));

/** A rule by its id; `undefined` where there is none of that name. */
export function ruleInfo(id: string): RuleInfo | undefined {
  return byId.get(id);
}
