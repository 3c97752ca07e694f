import type { Related } from '../lint/finding';
import type { Range } from '../statement/position';
import type { CareFinding } from './care-finding';
import type { ReviewDue } from './review';
import { loopInWords } from './serves';

/**
 * The finding that a purpose is overdue for a review.
 * @param range of the value of `review:` in the front matter
 * @param related the start of the interval
 */
export function reviewOverdue(
  { due, overdueDays }: ReviewDue,
  range: Range,
  related: readonly Related[] = [],
): CareFinding | undefined {
  if (overdueDays <= 0) return undefined;
  const days = overdueDays === 1 ? '1 day ago' : `${overdueDays} days ago`;
  return {
    rule: 'review-overdue',
    message: `The review of this purpose was due on ${due.toISOString().slice(0, 10)}, ${days}.`,
    note: 'A purpose that nobody looks at quietly stops being true. Refine it, note how it fits, or reaffirm it: each counts as a review.',
    question: 'Does it still fit? Reaffirm it, adjust it, or note where it pinches.',
    start: range.start,
    end: range.end,
    ...(related.length > 0 && { related }),
  };
}

/** The finding that `review:` cannot be read, which the same rule reports. */
export function unreadableReview(problem: string, range: Range): CareFinding {
  return {
    rule: 'review-overdue',
    message: problem,
    note: 'Without a readable date or interval, Purpose cannot remind anyone.',
    question: 'When do you want to look at it again?',
    start: range.start,
    end: range.end,
  };
}

/**
 * The finding that the term of a ratification has ended.
 * @param until its last day
 * @param days the number of days since then
 * @param range of the value of `ratified:` in the front matter
 */
export function termOver(until: Date, days: number, range: Range): CareFinding {
  const ago = days === 1 ? '1 day ago' : `${days} days ago`;
  return {
    rule: 'ratified-expired',
    message: `The term of this statement ended on ${until.toISOString().slice(0, 10)}, ${ago}.`,
    note: 'A term makes it easy to agree: what is good enough for now comes up again on a known day.',
    question: 'Do you extend it, change it or let it go? Ask for consent again.',
    start: range.start,
    end: range.end,
  };
}

/** The finding that the term cannot be read, which the same rule reports. */
export function unreadableTerm(written: string, range: Range): CareFinding {
  return {
    rule: 'ratified-expired',
    message: `Purpose can't read “${written}”. Write a month (2027-11) or a day (2027-11-30) after “until”.`,
    note: 'Purpose cannot report the end of a term that it cannot read.',
    question: 'Until when does it hold?',
    start: range.start,
    end: range.end,
  };
}

/**
 * The finding that a shared copy differs from its purpose file.
 * @param source the purpose file as named in the marker
 * @param range of the copy, or of its begin marker
 * @param related the original statement
 */
export function staleCopy(source: string, range: Range, related: readonly Related[] = []): CareFinding {
  return {
    rule: 'stale-copy',
    message: `This copy differs from the statement in ${source}.`,
    note: 'Readers take this copy for the purpose. An update changes only the text between its markers.',
    question: 'Which of the two is right: the purpose file, or this copy?',
    start: range.start,
    end: range.end,
    ...(related.length > 0 && { related }),
  };
}

/**
 * The finding that a marker does not form a copy, reported by the rule on copies.
 * @param message of the `CopyProblem`
 */
export function brokenCopy(message: string, range: Range): CareFinding {
  return {
    rule: 'stale-copy',
    message,
    note: 'Until the markers are fixed, this copy will not be updated.',
    question: 'What should be here?',
    start: range.start,
    end: range.end,
  };
}

/**
 * The finding that `serves:` leads nowhere.
 * @param related a purpose file of nearly that name
 */
export function brokenServes(problem: string, range: Range, related: readonly Related[] = []): CareFinding {
  return {
    rule: 'broken-link',
    message: problem,
    note: '`serves:` shows readers what this purpose is part of. A broken link shows them nothing.',
    question: 'Where is the wider purpose that this one serves?',
    start: range.start,
    end: range.end,
    ...(related.length > 0 && { related }),
  };
}

/** The finding that purposes serve each other in a loop. */
export function servesLoop(loop: readonly string[], range: Range): CareFinding {
  return {
    rule: 'broken-link',
    message: `These purposes serve each other in a loop: ${loopInWords(loop)}.`,
    note: 'Each purpose should serve a wider one. In a loop, none is the widest.',
    question: 'Which of them is the widest and serves none of the others?',
    start: range.start,
    end: range.end,
  };
}
