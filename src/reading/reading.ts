import type { Span } from '../statement/position';
import type { Kind } from './kinds';

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
