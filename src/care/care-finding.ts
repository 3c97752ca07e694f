import type { ExtraFinding } from '../lint/finding';

/** What the care of a purpose has to say; the linter adds severity and page. */
export interface CareFinding extends ExtraFinding {
  readonly rule: 'review-overdue' | 'ratified-expired' | 'stale-copy' | 'broken-link';
}
