import { changeWords, deedWords, fitWords, PIVOTED } from '../history/vocabulary';
import type { StoryEntry } from './page-content';

/** What the story takes from an entry of the refinement history. */
export interface HistoryMoment {
  readonly kind: string;
  readonly time?: string;
  readonly author: string;
  readonly statement: string;
  readonly note: string;
  readonly fit?: string;
  readonly change?: { readonly kind: string };
  /** Set for the first change after a pivot. */
  readonly pivot?: string;
}

/** How many moments a short story has at most. */
export const LONGEST_STORY = 10;

/**
 * The short story of a purpose, oldest first: its first moment and the latest ones.
 * @param newestFirst the entries of its history
 */
export function shortStory(
  newestFirst: readonly HistoryMoment[],
  most = LONGEST_STORY,
): { entries: StoryEntry[]; skipped: number } {
  const moments = newestFirst.filter((moment) => moment.time !== undefined && isTold(moment)).reverse();
  const skipped = Math.max(0, moments.length - most);
  const told = skipped > 0 ? [...moments.slice(0, 1), ...moments.slice(skipped + 1)] : moments;
  return { entries: told.map(toEntry), skipped };
}

/** What neither changed the statement nor says anything about it is no part of the story. */
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
  change,
  pivot,
}: HistoryMoment): StoryEntry {
  const words =
    change && pivot ? PIVOTED : change ? changeWords(change.kind) : fit ? fitWords(fit) : deedWords(kind);
  return {
    date: time,
    author,
    kind: words.told,
    ...(change && statement !== '' && { statement }),
    ...(note.trim() !== '' && { note: note.trim() }),
  };
}
