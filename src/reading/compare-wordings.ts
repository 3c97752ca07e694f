import type { Finding } from '../lint/finding';
import type { LintResult } from '../lint/lint-result';
import { isVague, type RuleId, ruleOf } from '../lint/rules';

/** The effect of another wording according to our rules and figures, as short phrases. */
export interface WordingComparison {
  readonly better: readonly string[];
  readonly worse: readonly string[];
  /** Neutral: its length. */
  readonly size: string;
}

/** Readers do not notice a smaller difference in reading grade. */
const GRADE_STEP = 1;

/** Compares the statement of a file with another wording of it. */
export function compareWordings(before: LintResult, after: LintResult): WordingComparison {
  const better: string[] = [];
  const worse: string[] = [];
  const [old, now] = [byRule(before), byRule(after)];
  const vague = [...old.keys(), ...now.keys()].filter(isVague);
  const [vagueBefore, vagueNow] = [old, now].map((found) =>
    [...new Set(vague)].reduce((sum, rule) => sum + (found.get(rule)?.length ?? 0), 0),
  ) as [number, number];
  if (vagueBefore !== vagueNow)
    (vagueNow < vagueBefore ? better : worse).push(`vague words ${vagueBefore} → ${vagueNow}`);
  for (const rule of new Set([...old.keys(), ...now.keys()])) {
    const by = (now.get(rule)?.length ?? 0) - (old.get(rule)?.length ?? 0);
    if (isVague(rule) || by === 0) continue;
    const title = ruleOf(rule).title.toLowerCase();
    if (by < 0) better.push(`no longer: ${title}`);
    else worse.push(title);
  }
  const [from, to] = [before.figures, after.figures];
  if (before.language.english && after.language.english && Math.abs(to.grade - from.grade) >= GRADE_STEP)
    (to.grade < from.grade ? better : worse).push(`reading grade ${from.grade} → ${to.grade}`);
  return { better, worse, size: `${from.words} → ${to.words} words` };
}

/** The findings on the statement by rule. */
function byRule({ statement, findings }: LintResult): ReadonlyMap<RuleId, readonly Finding[]> {
  const found = new Map<RuleId, Finding[]>();
  if (!statement) return found;
  const { start, end } = statement;
  for (const finding of findings) {
    if (finding.end.offset < start.offset || finding.start.offset > end.offset) continue;
    found.set(finding.rule, [...(found.get(finding.rule) ?? []), finding]);
  }
  return found;
}
