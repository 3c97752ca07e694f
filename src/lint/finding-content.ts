import type { Finding, Remark } from './finding';
import { ruleUrl } from './rule-url';

/** The parts of a finding that do not depend on its position. */
export type FindingContent = Omit<Finding, 'start' | 'end' | 'related'>;

/**
 * The content of a finding, from the draft of its rule.
 * @param text the marked text
 */
export function findingContent(
  { message, question, note, suggestions = [], safe, confidence }: Remark,
  rule: Finding['rule'],
  severity: Finding['severity'],
  text: string,
): FindingContent {
  return {
    rule,
    severity,
    message,
    ...(question ? { question } : {}),
    ...(note ? { note } : {}),
    url: ruleUrl(rule),
    suggestions,
    ...(safe ? { safe } : {}),
    ...(confidence === undefined ? {} : { confidence }),
    text,
  };
}
