import type { FrontMatterData } from '../statement/purpose-file';

/** The value of `ratified:` in the front matter. */
export interface Ratified {
  /** ISO 8601, only the date. */
  readonly date: string;
  /** The last day of the term, at 0:00 UTC; `undefined` if it has no end. */
  readonly until?: Date;
  /** The text after `until` if it cannot be read. */
  readonly unreadable?: string;
}

/** Parses `2026-11-27 by 4 of 5 until 2027-11`; `undefined` if it does not begin with a date. */
export function readRatified(written: string): Ratified | undefined {
  const [, date, term] = /^\s*(\d{4}-\d{2}-\d{2})\b(?:.*\buntil\s+(.*?))?\s*$/is.exec(written) ?? [];
  if (!date) return undefined;
  if (term === undefined) return { date };
  const until = lastDayOf(term);
  return until ? { date, until } : { date, unreadable: term };
}

/**
 * The last day of a year (`2027`), a month (`2027-11`) or a day, at 0:00 UTC; `undefined` for anything else and for
 * impossible dates.
 */
export function lastDayOf(written: string): Date | undefined {
  const [, year, month, day] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(written.trim()) ?? [];
  if (!year) return undefined;
  const [y, m] = [Number(year), Number(month ?? 12)];
  if (m < 1 || m > 12) return undefined;
  const last = new Date(Date.UTC(y, m, 0));
  if (day === undefined) return last;
  const d = Number(day);
  return d >= 1 && d <= last.getUTCDate() ? new Date(Date.UTC(y, m - 1, d)) : undefined;
}

/** How many days ago a term ended; 0 on its last day and before it. */
export function daysOver(until: Date, now: Date): number {
  const today = Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate());
  return Math.max(0, Math.round((today - until.getTime()) / 86_400_000));
}

/** Whether a file counts as ratified: its writer may have set another status since. */
export function isRatified({ status }: FrontMatterData): boolean {
  return status?.trim().toLowerCase() === 'ratified';
}
