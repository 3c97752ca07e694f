import type { Span } from '../statement/position';
import type { Kind } from './kinds';

/** What tells the findings of a model from those of the linter, in every format and in the editor. */
export const SOURCE = 'purpose-reading';

/** A stretch that a model marks; offsets in the statement that was given to it. */
export interface ReadFinding extends Span {
  /** Exactly the statement's slice from start to end. */
  readonly text: string;
  readonly kind: Kind;
  readonly question: string;
  readonly reason: string | undefined;
}

/** Who, what or change as a model reads it. */
export interface ReadPart extends Span {
  readonly text: string;
}

export const PARTS = ['who', 'what', 'change'] as const;
export type PartName = (typeof PARTS)[number];

/** Something of an answer that was not taken. */
export interface Fault {
  /** Where in the answer: `answer`, `vague[2]`, `who`. */
  readonly where: string;
  /** The words that it is about, shortened. */
  readonly text?: string;
  /** What is wrong, as the rest of a sentence: `is not in the statement`. */
  readonly problem: string;
  /** Whether to ask again could mend it. */
  readonly mendable: boolean;
}

/** An answer after the check. */
export interface Reading {
  /** In the order of their places; none overlaps another. */
  readonly findings: readonly ReadFinding[];
  /** `null` if the model says that there is none, `undefined` if it says nothing that can be used. */
  readonly parts: Readonly<Record<PartName, ReadPart | null | undefined>>;
  readonly dropped: readonly Fault[];
  /** How many texts, numbers or names were put right because it was plain what was meant. */
  readonly repaired: number;
}

/** The outcome of a check: a reading, or the fault that makes the whole answer unusable. */
export type Checked =
  | { readonly reading: Reading; readonly fault?: never }
  | { readonly fault: Fault; readonly reading?: never };

/** A fault as one sentence. */
export function faultText({ where, text, problem }: Fault): string {
  return text === undefined ? `${where} ${problem}.` : `${where}: ${JSON.stringify(text)} ${problem}.`;
}

/** The longest question or reason that is kept, in UTF-16 units. */
const LONGEST_REMARK = 300;

/** A question or reason on one line; `undefined` for anything else than words. */
export function remark(given: unknown): string | undefined {
  if (typeof given !== 'string') return undefined;
  const line = given.replace(/[\s\p{Cc}]+/gu, ' ').trim();
  if (line === '') return undefined;
  return line.length <= LONGEST_REMARK ? line : `${line.slice(0, LONGEST_REMARK - 1).trimEnd()}…`;
}

/** The beginning of a text on one line, to name it by. */
export function short(text: string): string {
  const line = text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
  return line.length <= 80 ? line : `${line.slice(0, 79)}…`;
}
