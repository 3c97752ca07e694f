import type { Care, Deed } from './care';
import type { HistoryRecord } from './record';
import { fold } from './statement-of';

/** What was last said of a statement, or when it last changed. */
export type LastWord =
  | { readonly kind: 'noted' | 'reaffirmed'; readonly record: HistoryRecord }
  | { readonly kind: 'refined'; readonly deed: Deed };

/**
 * The newest of what the care of a purpose knows, as far as it is about the statement as it is: a note counts only while
 * the statement has not changed since and still has the words that the note names.
 * @param plain the statement as it reads now
 */
export function lastWord({ noted, reaffirmed, refined }: Care, plain: string): LastWord | undefined {
  const since = refined?.time ?? '';
  const holds = noted && noted.time >= since && has(plain, noted.phrase ?? '');
  if (reaffirmed && reaffirmed.time >= since && !(holds && noted.time > reaffirmed.time))
    return { kind: 'reaffirmed', record: reaffirmed };
  if (holds) return { kind: 'noted', record: noted };
  return refined && { kind: 'refined', deed: refined };
}

function has(plain: string, phrase: string): boolean {
  return fold(plain).toLowerCase().includes(fold(phrase).toLowerCase());
}
