import type { Round, Voice } from './parse-consent';

/** The state of a round. */
export interface Tally {
  /** People who agree, with or without reservations. */
  readonly consenting: number;
  readonly asked: number;
  readonly objecting: readonly Voice[];
  readonly unanswered: readonly Voice[];
  /** People whose answer names no gradient. */
  readonly unclear: readonly Voice[];
}

/** Counts the answers of a round. */
export function tallyOf({ voices }: Round): Tally {
  const is = (...gradients: string[]) =>
    voices.filter(({ answer }) => answer && gradients.includes(answer.gradient));
  return {
    consenting: is('agree', 'reservations').length,
    asked: voices.length,
    objecting: is('object'),
    unanswered: voices.filter(({ written }) => written === ''),
    unclear: voices.filter(({ written, answer }) => written !== '' && !answer),
  };
}
