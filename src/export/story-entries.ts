import { changeWords, fitWords, PIVOTED, recordTypeWords } from '../history/vocabulary';
import type { StoryEntry } from './page-content';

/** The fields of a history entry that the story uses. */
export interface HistoryMoment {
  readonly kind: string;
  readonly time?: string;
  readonly author: string;
  readonly statement: string;
  readonly note: string;
  readonly fit?: string;
  /** The words of the statement that a note is about. */
  readonly phrase?: string;
  readonly change?: { readonly kind: string };
  /** Set for the first change after a pivot. */
  readonly pivot?: string;
}

/** The part of a history that a page shows. */
export interface Story {
  /** Oldest first. */
  readonly entries: readonly StoryEntry[];
  /** How many entries between the first and the others are omitted. */
  readonly skipped: number;
  /** The time of the latest entry, ISO 8601. */
  readonly reviewed?: string;
}

/** The maximum number of entries in a short story. */
export const LONGEST_STORY = 10;

/**
 * The short story of a purpose, oldest first: its first entry and the latest ones.
 * @param newestFirst the entries of its history
 */
export function shortStory(newestFirst: readonly HistoryMoment[], most = LONGEST_STORY): Story {
  const moments = newestFirst.filter((moment) => moment.time !== undefined && isTold(moment)).reverse();
  const skipped = Math.max(0, moments.length - most);
  const told = skipped > 0 ? [...moments.slice(0, 1), ...moments.slice(skipped + 1)] : moments;
  const reviewed = newestFirst.find(({ kind, time }) => kind !== 'working' && time !== undefined)?.time;
  return { entries: told.map(toEntry), skipped, ...(reviewed !== undefined && { reviewed }) };
}

/** Entries that neither changed the statement nor comment on it are not part of the story. */
function isTold({ kind, change, note, fit }: HistoryMoment): boolean {
  return (
    kind !== 'working' && (change !== undefined || kind !== 'refine' || note !== '' || fit !== undefined)
  );
}

function toEntry({
  kind,
  time = '',
  author,
  statement,
  note,
  fit,
  phrase,
  change,
  pivot,
}: HistoryMoment): StoryEntry {
  const words =
    change && pivot
      ? PIVOTED
      : change
        ? changeWords(change.kind)
        : fit
          ? fitWords(fit)
          : recordTypeWords(kind);
  return {
    date: time,
    author,
    kind: phrase ? `${words.past}: “${phrase}”` : words.past,
    ...(change && statement !== '' && { statement }),
    ...(note.trim() !== '' && { note: note.trim() }),
  };
}
