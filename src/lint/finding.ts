import type { PurposeDocument } from '../statement/document';
import type { Range, Span } from '../statement/position';
import type { RuleId } from './rules';

/** How much a finding weighs. `off` is no severity: a rule that is off finds nothing. */
export type Severity = 'info' | 'warning' | 'error';

/** Severities from the lightest to the heaviest. */
export const SEVERITIES: readonly Severity[] = ['info', 'warning', 'error'];

/** Another place that sheds light on a finding: what would clear it, what it doubles, what it counts from. */
export interface Related extends Range {
  /** One sentence on what is there. */
  readonly message: string;
  /** The file that it is in; left out, it is the file of the finding. */
  readonly path?: string;
}

/** What a rule says of a stretch of text, wherever the stretch is. */
interface Remark {
  /** One sentence on what was found. */
  readonly message: string;
  /** The sharpening question: what the writer could ask to make it clearer. */
  readonly question?: string;
  /** Why it matters, one short paragraph. */
  readonly note?: string;
  /** Possible replacements; `''` means that it could simply go. */
  readonly suggestions?: readonly string[];
  /** Whether its only suggestion cannot be wrong: it is made on saving and by `purpose lint --fix`. */
  readonly safe?: true;
  /** How sure the rule is, 0 to 1; left out where it does not judge. */
  readonly confidence?: number;
}

/** What a rule returns; the linter adds rule, severity, page and text. */
export interface Draft extends Span, Remark {
  /** Facts elsewhere in the document that answer the question; see `vagueness/facts.ts`. */
  readonly clearedBy?: readonly string[];
}

/** What a rule on the whole file returns. */
export interface PlacedDraft extends Range, Remark {
  readonly related?: readonly Related[];
}

/** What a rule has found in a file. */
export interface Finding extends Range, Remark {
  /** The rule's id, as in `docs/rules/`. */
  readonly rule: RuleId;
  readonly severity: Severity;
  /** The rule's page. */
  readonly url: string;
  /** The file's text from start to end. */
  readonly text: string;
  readonly suggestions: readonly string[];
  /** Other places that shed light on it, where any are known. */
  readonly related?: readonly Related[];
}

/** What is found from outside the text, such as the care of a purpose. */
export interface ExtraFinding extends PlacedDraft {
  readonly rule: RuleId;
}

/** Finds them at their places in any state of a document. */
export type ExtraFindings = (document: PurposeDocument) => readonly ExtraFinding[];

/** Message and question of a finding as running text: a message that is a mere remark ends without a full stop. */
export function messageWithQuestion({ message, question }: Pick<Finding, 'message' | 'question'>): string {
  if (!question) return message;
  return `${/[.!?…]$/.test(message) ? message : `${message}.`} ${question}`;
}
