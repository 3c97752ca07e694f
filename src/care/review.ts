/** How often a purpose is to be reviewed. */
export interface Interval {
  readonly count: number;
  readonly unit: 'day' | 'month';
}

/** The value of `review:` in the front matter: a day, an interval, or a sentence on why it cannot be read. */
export type Review =
  | { readonly kind: 'date'; readonly date: Date }
  | { readonly kind: 'interval'; readonly interval: Interval }
  | { readonly kind: 'problem'; readonly problem: string };

/** When a review is due, and how many whole days ago that was; 0 if it is today or later. */
export interface ReviewDue {
  readonly due: Date;
  readonly overdueDays: number;
}

const UNITS: Readonly<Record<string, Interval>> = {
  day: { count: 1, unit: 'day' },
  week: { count: 7, unit: 'day' },
  fortnight: { count: 14, unit: 'day' },
  month: { count: 1, unit: 'month' },
  quarter: { count: 3, unit: 'month' },
  year: { count: 12, unit: 'month' },
};

const ADVERBS: Readonly<Record<string, Interval>> = {
  daily: { count: 1, unit: 'day' },
  weekly: { count: 7, unit: 'day' },
  fortnightly: { count: 14, unit: 'day' },
  monthly: { count: 1, unit: 'month' },
  quarterly: { count: 3, unit: 'month' },
  'half-yearly': { count: 6, unit: 'month' },
  'half yearly': { count: 6, unit: 'month' },
  semiannually: { count: 6, unit: 'month' },
  'every half year': { count: 6, unit: 'month' },
  'every half-year': { count: 6, unit: 'month' },
  'twice a year': { count: 6, unit: 'month' },
  yearly: { count: 12, unit: 'month' },
  annually: { count: 12, unit: 'month' },
};

const NUMBERS = 'one two three four five six seven eight nine ten eleven twelve'.split(' ');
const AMBIGUOUS = /^bi-?(?:weekly|monthly|annually|yearly)$|^biannually$/;
const LONGEST_YEARS = 100;
const HINT = 'Write a date such as 2027-03-31, or an interval such as "every 3 months".';

/**
 * Reads `review:`: an ISO 8601 date, or an interval in English ("every 3 months", "monthly", "2 weeks",
 * "every other week"). Days are those of the calendar in UTC.
 */
export function parseReview(value: unknown): Review {
  if (value instanceof Date && !Number.isNaN(value.getTime())) return { kind: 'date', date: dayOf(value) };
  if (typeof value === 'number') {
    return problem(`"review: ${value}" names no unit: "every ${value} days", weeks or months?`);
  }
  if (typeof value !== 'string' || value.trim() === '')
    return problem(`This review has no date or interval. ${HINT}`);
  const text = value.trim().toLowerCase().replace(/\s+/g, ' ');
  if (/^\d{4}-\d/.test(text)) return readDate(text, value.trim());
  return readInterval(text, value.trim());
}

function problem(sentence: string): Review {
  return { kind: 'problem', problem: sentence };
}

function readDate(text: string, written: string): Review {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})(?:[t ]\d{2}:\d{2}\S*)?$/.exec(text) ?? [];
  if (year === undefined || month === undefined || day === undefined) {
    return problem(`"${shown(written)}" is not a complete date. ${HINT}`);
  }
  const date = utc(Number(year), Number(month) - 1, Number(day));
  if (date.getUTCMonth() !== Number(month) - 1 || date.getUTCDate() !== Number(day)) {
    return problem(`There is no ${year}-${month}-${day} in the calendar. ${HINT}`);
  }
  return { kind: 'date', date };
}

function readInterval(text: string, written: string): Review {
  if (AMBIGUOUS.test(text)) {
    return problem(
      `"${shown(written)}" can mean twice in that time or every second: write "every 2 weeks", say.`,
    );
  }
  const adverb = Object.hasOwn(ADVERBS, text) ? ADVERBS[text] : undefined;
  if (adverb) return { kind: 'interval', interval: adverb };
  const match =
    /^(?:(?:every|each|once (?:a|an|every|per)|after|in) )?(?:(\d{1,6}) ?|([a-z]+) )?(day|week|fortnight|month|quarter|year)s?$/.exec(
      text,
    );
  const unit = match?.[3] === undefined ? undefined : UNITS[match[3]];
  const count = countOf(match?.[1] ?? match?.[2]);
  if (!unit || count === undefined)
    return problem(`"${shown(written)}" is not a date or an interval that Purpose knows. ${HINT}`);
  const whole = { count: count * unit.count, unit: unit.unit };
  if (count === 0) return problem(`"${shown(written)}" leaves no time between two reviews. ${HINT}`);
  if (whole.count > LONGEST_YEARS * (whole.unit === 'day' ? 366 : 12)) {
    return problem(`"${shown(written)}" is more than ${LONGEST_YEARS} years. ${HINT}`);
  }
  return { kind: 'interval', interval: whole };
}

function countOf(word: string | undefined): number | undefined {
  if (word === undefined || word === 'a' || word === 'an') return 1;
  if (word === 'other' || word === 'second') return 2;
  if (/^\d+$/.test(word)) return Number(word);
  const at = NUMBERS.indexOf(word);
  return at < 0 ? undefined : at + 1;
}

function shown(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

/**
 * When a purpose is due for a review, in calendar days in UTC.
 *
 * An interval counts from the last change, reaffirmation or note. The result is `undefined` if there is none yet or the
 * review cannot be read. A date stays due until one of these happens on that day or later.
 */
export function reviewDue(review: Review, lastCared: Date | undefined, now: Date): ReviewDue | undefined {
  if (review.kind === 'problem') return undefined;
  if (review.kind === 'interval') {
    return lastCared && dueAt(addInterval(lastCared, review.interval), now);
  }
  if (lastCared && lastCared >= review.date) return { due: review.date, overdueDays: 0 };
  return dueAt(review.date, now);
}

function dueAt(due: Date, now: Date): ReviewDue {
  const days = Math.round((dayOf(now).getTime() - due.getTime()) / 86_400_000);
  return { due, overdueDays: Math.max(0, days) };
}

/** The day an interval after the day of `from`, at most the last day of its month. */
export function addInterval(from: Date, { count, unit }: Interval): Date {
  const [year, month, day] = [from.getUTCFullYear(), from.getUTCMonth(), from.getUTCDate()];
  if (unit === 'day') return utc(year, month, day + count);
  const last = utc(year, month + count + 1, 0).getUTCDate();
  return utc(year, month + count, Math.min(day, last));
}

function dayOf(date: Date): Date {
  return utc(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate());
}

/** Like `Date.UTC`, which however maps the years 0 to 99 to the 1900s. */
function utc(year: number, month: number, day: number): Date {
  const date = new Date(0);
  date.setUTCFullYear(year, month, day);
  return date;
}
