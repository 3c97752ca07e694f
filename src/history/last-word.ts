import { fold } from '../text/fold';
import type { Care, CareEvent } from './last-care';
import type { HistoryRecord } from './record';

/** The latest note or reaffirmation of a statement, or its latest change. */
export type LastWord =
  | { readonly kind: 'noted' | 'reaffirmed'; readonly record: HistoryRecord }
  | { readonly kind: 'refined'; readonly event: CareEvent };

/**
 * The latest act of care that applies to the current statement: a note counts only if the statement has not changed
 * since and still contains the words of the note.
 * @param plain the current statement as plain text
 */
export function lastWord({ noted, reaffirmed, refined }: Care, plain: string): LastWord | undefined {
  const since = refined?.time ?? '';
  const holds = noted && noted.time >= since && has(plain, noted.phrase ?? '');
  if (reaffirmed && reaffirmed.time >= since && !(holds && noted.time > reaffirmed.time))
    return { kind: 'reaffirmed', record: reaffirmed };
  if (holds) return { kind: 'noted', record: noted };
  return refined && { kind: 'refined', event: refined };
}

function has(plain: string, phrase: string): boolean {
  return fold(plain).toLowerCase().includes(fold(phrase).toLowerCase());
}
