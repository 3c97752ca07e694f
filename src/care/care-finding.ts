import type { Range } from '../statement/position';

/** What the care of a purpose has to say; the caller adds severity and page. */
export interface CareFinding extends Range {
  readonly rule: 'review-overdue' | 'stale-copy' | 'broken-link';
  /** One sentence on what was found. */
  readonly message: string;
  /** Why it matters, one short paragraph. */
  readonly note: string;
  /** What the writer could ask next. */
  readonly question: string;
}
