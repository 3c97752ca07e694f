import type { PartName } from '../statement/anatomy';
import type { Span } from '../statement/position';
import { shortened } from '../text/shortened';
import type { Kind } from './kinds';

/** The source that distinguishes a model's findings from the linter's, in every format and in the editor. */
export const SOURCE = 'purpose-reading';

/** A span that a model marks; offsets in the statement that it was given. */
export interface ReadFinding extends Span {
  /** The exact slice of the statement. */
  readonly text: string;
  readonly kind: Kind;
  readonly question: string;
  readonly reason: string | undefined;
}

/** Who, what or change according to the model. */
export interface ReadPart extends Span {
  readonly text: string;
}

/** A rejected part of an answer. */
export interface Fault {
  /** The location in the answer: `answer`, `vague[2]`, `who`. */
  readonly where: string;
  /** The words in question, shortened. */
  readonly text?: string;
  /** The problem as the rest of a sentence: `is not in the statement`. */
  readonly problem: string;
  /** Whether another answer could correct it. */
  readonly mendable: boolean;
}

/** A checked answer. */
export interface ModelReading {
  /** In order of position, not overlapping. */
  readonly findings: readonly ReadFinding[];
  /** `null` if the model says that there is none, `undefined` if it gives nothing usable. */
  readonly parts: Readonly<Record<PartName, ReadPart | null | undefined>>;
  readonly dropped: readonly Fault[];
  /** Number of corrected texts, numbers or names whose meaning was clear. */
  readonly repaired: number;
}

/** The result of a check: a reading, or the fault that makes the whole answer unusable. */
export type Checked =
  | { readonly reading: ModelReading; readonly fault?: never }
  | { readonly fault: Fault; readonly reading?: never };

/** A fault as one sentence. */
export function faultText({ where, text, problem }: Fault): string {
  return text === undefined ? `${where} ${problem}.` : `${where}: ${JSON.stringify(text)} ${problem}.`;
}

/** Maximum length of a question or reason, in UTF-16 units. */
const LONGEST_REMARK = 300;

/** A question or reason on one line; `undefined` if it is not a text. */
export function remark(given: unknown): string | undefined {
  if (typeof given !== 'string') return undefined;
  const line = given.replace(/[\s\p{Cc}]+/gu, ' ').trim();
  if (line === '') return undefined;
  return shortened(line, LONGEST_REMARK);
}

/** The beginning of a text on one line, to identify it. */
export function excerpt(text: string): string {
  return shortened(text.replace(/[\s\p{Cc}]+/gu, ' ').trim(), 80);
}
