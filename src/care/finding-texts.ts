import type { ExtraFinding, Related } from '../lint/finding';
import type { Range } from '../statement/position';

/** A finding about the care of a purpose; the linter adds severity and page. */
export interface CareFinding extends ExtraFinding {
  readonly rule: 'review-overdue' | 'ratified-expired' | 'stale-copy' | 'broken-link';
}

/** The rule, the reason and the question of each finding. */
const FINDINGS = {
  reviewOverdue: {
    rule: 'review-overdue',
    note: 'A purpose that nobody looks at quietly stops being true. Refine it, note how it fits, or reaffirm it: each counts as a review.',
    question: 'Does it still fit? Reaffirm it, adjust it, or note where it pinches.',
  },
  unreadableReview: {
    rule: 'review-overdue',
    note: 'Without a readable date or interval, Purpose cannot remind anyone.',
    question: 'When do you want to look at it again?',
  },
  termOver: {
    rule: 'ratified-expired',
    note: 'A term makes it easy to agree: what is good enough for now comes up again on a known day.',
    question: 'Do you extend it, change it or let it go? Ask for consent again.',
  },
  unreadableTerm: {
    rule: 'ratified-expired',
    note: 'Purpose cannot report the end of a term that it cannot read.',
    question: 'Until when does it hold?',
  },
  staleCopy: {
    rule: 'stale-copy',
    note: 'Readers take this copy for the purpose. An update changes only the text between its markers.',
    question: 'Which of the two is right: the purpose file, or this copy?',
  },
  brokenCopy: {
    rule: 'stale-copy',
    note: 'Until the markers are fixed, this copy will not be updated.',
    question: 'What should be here?',
  },
  brokenServes: {
    rule: 'broken-link',
    note: '`serves:` shows readers what this purpose is part of. A broken link shows them nothing.',
    question: 'Where is the wider purpose that this one serves?',
  },
  servesLoop: {
    rule: 'broken-link',
    note: 'Each purpose should serve a wider one. In a loop, none is the widest.',
    question: 'Which of them is the widest and serves none of the others?',
  },
} as const satisfies Record<string, Pick<CareFinding, 'rule' | 'note' | 'question'>>;

/** A finding of one kind at a range of the file. */
export function careFinding(
  kind: keyof typeof FINDINGS,
  message: string,
  { start, end }: Range,
  related: readonly Related[] = [],
): CareFinding {
  return { ...FINDINGS[kind], message, start, end, ...(related.length > 0 && { related }) };
}
