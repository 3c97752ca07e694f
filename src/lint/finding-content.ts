import type { Span } from '../statement/position';
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

/** A finding relative to its block: offsets count from the block's start. */
export interface BlockFinding extends Span {
  /** The parts of the finding that do not depend on the block's position. */
  readonly content: FindingContent;
  /** Facts elsewhere in the document that would clear it. */
  readonly clearedBy?: readonly string[];
  /** Whether the user's settings ask for this word. */
  readonly own?: true;
  /** Whether a rule on English found it in a paragraph that is clearly in another language. */
  readonly foreign?: true;
}
