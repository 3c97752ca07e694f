import type { PurposeDocument } from '../statement/document';
import type { Range, Span } from '../statement/position';
import type { RuleId } from './rules';

/** The severity of a finding. There is no `off`: a rule that is off finds nothing. */
export type Severity = 'info' | 'warning' | 'error';

/** Severities in ascending order. */
export const SEVERITIES: readonly Severity[] = ['info', 'warning', 'error'];

/** A place that helps to understand a finding: what would clear it, what it repeats, where an interval starts. */
export interface Related extends Range {
  /** One sentence on what is there. */
  readonly message: string;
  /** The file that contains it; defaults to the file of the finding. */
  readonly path?: string;
}

/** The content of a finding, independent of its position. */
export interface Remark {
  /** One sentence on what was found. */
  readonly message: string;
  /** The sharpening question: what the writer could ask to make it clearer. */
  readonly question?: string;
  /** Why it matters, one short paragraph. */
  readonly note?: string;
  /** Possible replacements; `''` means that the text can be deleted. */
  readonly suggestions?: readonly string[];
  /** Whether its only suggestion is always correct: it is applied on save and by `purpose lint --fix`. */
  readonly safe?: true;
  /** The rule's confidence, 0 to 1; undefined if it has no model. */
  readonly confidence?: number;
}

/** The result of a rule; the linter adds rule, severity, page and text. */
export interface Draft extends Span, Remark {
  /** Facts elsewhere in the document that answer the question; see `vagueness/facts.ts`. */
  readonly clearedBy?: readonly string[];
  /** Whether the user's settings ask for this word, in any language. */
  readonly own?: true;
}

/** The result of a rule on the whole file. */
export interface PlacedDraft extends Range, Remark {
  readonly related?: readonly Related[];
}

/** A finding of a rule, with its position in the file. */
export interface Finding extends Range, Remark {
  /** The rule's id, as in `docs/rules/`. */
  readonly rule: RuleId;
  readonly severity: Severity;
  /** The rule's page. */
  readonly url: string;
  /** The file's text from start to end. */
  readonly text: string;
  readonly suggestions: readonly string[];
  /** Places that help to understand it, if any. */
  readonly related?: readonly Related[];
}

/** A finding that does not come from the text, such as one on care. */
export interface ExtraFinding extends PlacedDraft {
  readonly rule: RuleId;
}

/** Locates findings in any version of a document. */
export type ExtraFindings = (document: PurposeDocument) => readonly ExtraFinding[];

/** Message and question of a finding as running text; adds a full stop to a message that has none. */
export function messageWithQuestion({ message, question }: Pick<Finding, 'message' | 'question'>): string {
  if (!question) return message;
  return `${/[.!?…]$/.test(message) ? message : `${message}.`} ${question}`;
}
