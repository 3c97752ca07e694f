import type { Filter } from './filters';
import type { ICONS } from './icons';

// What the page of the history draws: words and figures ready to be shown. The extension computes it; the page knows
// nothing of records, commits or how a change is named.

/** What can be done with one entry. */
export const ACTIONS = [
  'compare-current',
  'compare-previous',
  'compare-other',
  'restore',
  'note',
  'copy',
  'commit',
  'remove',
] as const;
export type Action = (typeof ACTIONS)[number];

/** A stretch of a statement: `same` and `removed` make the old one, `same` and `added` the new one. */
export interface Segment {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
}

/** A wording that was saved on the way to the one of its entry. */
export interface StepView {
  /** ISO 8601. */
  readonly time: string;
  readonly text: string;
}

/** An answer to a question of a review. */
export interface AnswerView {
  readonly head: string;
  readonly text: string;
}

/** Another entry that an entry speaks of. */
export interface LinkView {
  /** Comes before the date: `About the wording of`. */
  readonly lead: string;
  readonly key: string;
  /** ISO 8601; left out for what is not saved. */
  readonly time?: string;
}

/** The figures of one wording. Of another language than English only the length is known. */
export interface Point {
  readonly grade?: number;
  readonly vague?: number;
  readonly words: number;
}

/** One entry of the timeline. */
export interface EntryView {
  readonly key: string;
  /** For the style sheet. */
  readonly kind: string;
  readonly icon: keyof typeof ICONS;
  readonly label: string;
  readonly explanation: string;
  readonly badges?: readonly string[];
  readonly author: string;
  /** ISO 8601; left out for what was never saved. */
  readonly time?: string;
  /** Left out where the entry changed nothing. */
  readonly statement?: readonly Segment[];
  readonly phrase?: string;
  readonly note?: string;
  readonly answers?: readonly AnswerView[];
  /** The first line of the commit's message. */
  readonly subject?: string;
  readonly steps?: readonly StepView[];
  readonly links?: readonly LinkView[];
  /** Sentences to be shown when the entry is open. */
  readonly details: readonly string[];
  readonly actions: readonly Action[];
  /** What the timeline can be narrowed to with this entry still in it, `all` left out. */
  readonly filters: readonly Filter[];
  /** For the lines over time, where the entry has a wording of its own. */
  readonly point?: Point;
}

/** The statement as it is now; left out of a message where there is none. */
export interface CardView {
  readonly statement: string;
  /** The same line as above the statement in the text. */
  readonly figures: string;
  /** The last note on it, where there is one: `it fits`. */
  readonly note?: { readonly label: string; readonly time: string };
}
