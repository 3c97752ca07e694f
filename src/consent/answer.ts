import { fold } from '../text/fold';

/** Degrees of agreement, from most to least. */
export const GRADIENTS = ['agree', 'reservations', 'aside', 'object'] as const;
export type Gradient = (typeof GRADIENTS)[number];

/** A person's answer about the statement of the round. */
export interface Answer {
  readonly gradient: Gradient;
  /** In the person's own words, on one line; empty if they gave none. */
  readonly reason: string;
}

/** The words for each gradient: in the file, and as a sentence for the person who chooses. */
export const GRADIENT_WORDS: Readonly<
  Record<Gradient, { readonly written: string; readonly detail: string }>
> = {
  agree: { written: 'agree', detail: 'It is good enough for now and safe enough to try.' },
  reservations: {
    written: 'with reservations',
    detail: 'Something about it worries me; I go along, and say what it is.',
  },
  aside: { written: 'stand aside', detail: 'I leave the decision to the others.' },
  object: { written: 'object', detail: 'It would do harm or leave out something we need; I say what.' },
};

/** Patterns for gradients written by hand. */
const READ: readonly [Gradient, RegExp][] = [
  ['reservations', /^(?:i )?(?:agrees? |consents? )?with (?:a )?reservations?/i],
  ['agree', /^(?:i )?(?:agrees?|agreed|consents?|yes)/i],
  ['aside', /^(?:i )?(?:stands? aside|abstains?)/i],
  ['object', /^(?:i )?(?:objections?|objects?|no)/i],
];

/** Whether an answer is useful to the others only with a reason. */
export function needsReason(gradient: Gradient): boolean {
  return gradient === 'reservations' || gradient === 'object';
}

/** Parses the words after a name: `object: the night shift is missing`. `undefined` if they name no gradient. */
export function readAnswer(words: string): Answer | undefined {
  const text = fold(words);
  for (const [gradient, pattern] of READ) {
    const found = pattern.exec(text)?.[0];
    if (found === undefined) continue;
    const [, reason] = /^(?:\s*[.!]?$|\s*[:,;]\s*|\s+[-–—]\s+)(.*)$/s.exec(text.slice(found.length)) ?? [];
    if (reason !== undefined) return { gradient, reason };
  }
  return undefined;
}

/** An answer as written after the name. */
export function printAnswer({ gradient, reason }: Answer): string {
  const { written } = GRADIENT_WORDS[gradient];
  const text = fold(reason);
  return text === '' ? written : `${written}: ${text}`;
}

/** Whether two names belong to the same person. */
export function isSameName(one: string, other: string): boolean {
  return fold(one).toLowerCase() === fold(other).toLowerCase();
}
