import type { Change } from '../history/change';
import type { TimelineEntry } from '../history/timeline-entry';
import { changeWords, fitWords, PIVOTED, recordTypeWords } from '../history/vocabulary';
import type { StoryEntry } from './page-content';

/** The fields of a history entry that the story uses. */
type StorySource = Pick<
  TimelineEntry,
  'kind' | 'time' | 'author' | 'statement' | 'note' | 'fit' | 'phrase' | 'pivot'
> & {
  readonly change?: Pick<Change, 'kind'> | undefined;
};

/** The part of a history that a page shows. */
export interface Story {
  /** Oldest first. */
  readonly entries: readonly StoryEntry[];
  /** How many entries between the first and the others are omitted. */
  readonly skipped: number;
  /** The time of the latest entry, ISO 8601. */
  readonly reviewed?: string;
}

/** The story of a page that shows none. */
export const NO_STORY: Story = { entries: [], skipped: 0 };

/** The maximum number of entries in a short story. */
const LONGEST_STORY = 10;

/**
 * The short story of a purpose, oldest first: its first entry and the latest ones.
 * @param newestFirst the entries of its history
 */
export function shortStory(newestFirst: readonly StorySource[], most = LONGEST_STORY): Story {
  const all = newestFirst.filter((entry) => entry.time !== undefined && isInStory(entry)).reverse();
  const skipped = Math.max(0, all.length - most);
  const shown = skipped > 0 ? [...all.slice(0, 1), ...all.slice(skipped + 1)] : all;
  const reviewed = newestFirst.find(({ kind, time }) => kind !== 'working' && time !== undefined)?.time;
  return { entries: shown.map(toEntry), skipped, ...(reviewed !== undefined && { reviewed }) };
}

/** Entries that neither changed the statement nor comment on it are not part of the story. */
function isInStory({ kind, change, note, fit }: StorySource): boolean {
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
}: StorySource): StoryEntry {
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
    ...(note.trim() !== '' && { note: kind === 'ratify' ? answersAsLines(note) : note.trim() }),
  };
}

/** The note of a ratification with a line for each answer, as a page shows no Markdown list. */
function answersAsLines(note: string): string {
  return note.trim().replace(/\n+- /g, '\n');
}
