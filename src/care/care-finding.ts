import type { ExtraFinding } from '../lint/finding';

/** A finding about the care of a purpose; the linter adds severity and page. */
export interface CareFinding extends ExtraFinding {
  readonly rule: 'review-overdue' | 'ratified-expired' | 'stale-copy' | 'broken-link';
}
