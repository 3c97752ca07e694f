import type { PurposeDocument } from '../statement/document';
import type { Range } from '../statement/position';

/** How much a finding weighs. `off` is no severity: a rule that is off finds nothing. */
export type Severity = 'info' | 'warning' | 'error';

/** Severities from the lightest to the heaviest. */
export const SEVERITIES: readonly Severity[] = ['info', 'warning', 'error'];

/** Another place that sheds light on a finding: what would clear it, what it doubles, what it counts from. */
export interface Related extends Range {
  /** One sentence on what stands there. */
  readonly message: string;
  /** The file that it stands in; left out, it is the file of the finding. */
  readonly path?: string;
}

/** What a rule has to say about a stretch of text. */
export interface Finding extends Range {
  /** The rule's id, as in `docs/rules/`. */
  readonly rule: string;
  readonly severity: Severity;
  /** One sentence on what was found. */
  readonly message: string;
  /** The sharpening question: what the writer could ask to make it clearer. */
  readonly question?: string;
  /** Why it matters, one short paragraph. */
  readonly note?: string;
  /** The rule's page. */
  readonly url: string;
  /** What stands there: the file's slice from start to end. */
  readonly text: string;
  /** What could stand there instead; `''` means that it could simply go. */
  readonly suggestions: readonly string[];
  /** Other places that shed light on it, where any are known. */
  readonly related?: readonly Related[];
}

/** What is found from outside the text, such as the care of a purpose: the linter adds severity and page. */
export interface ExtraFinding extends Range {
  readonly rule: string;
  readonly message: string;
  readonly note: string;
  readonly question: string;
  readonly related?: readonly Related[];
}

/** Finds them anew at their places in any state of a document. */
export type ExtraFindings = (document: PurposeDocument) => readonly ExtraFinding[];
