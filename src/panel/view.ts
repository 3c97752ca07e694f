import type { Filter } from './filters';
import type { ICONS } from './icons';

// The page's view model: texts and figures ready for display. The extension computes it; the page does not depend on
// records, commits or the names of changes.

/** The actions on an entry. */
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

/** A segment of a statement's diff: `same` and `removed` make the old text, `same` and `added` the new one. */
export interface Segment {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
}

/** An intermediate wording, saved before that of its entry. */
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

/** A person's answer in a round of consent. */
export interface VoiceView {
  readonly name: string;
  /** `with reservations`; or what the person wrote, if that is unclear. */
  readonly answer: string;
  readonly reason?: string;
}

/** A link to a related entry. */
export interface LinkView {
  /** The text before the date: `About the wording of`. */
  readonly lead: string;
  readonly key: string;
  /** ISO 8601; undefined for unsaved text. */
  readonly time?: string;
}

/** The figures of one wording. For other languages than English, only the length is known. */
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
  /** ISO 8601; undefined for unsaved text. */
  readonly time?: string;
  /** Undefined if the entry changed nothing. */
  readonly statement?: readonly Segment[];
  readonly phrase?: string;
  readonly note?: string;
  readonly answers?: readonly AnswerView[];
  readonly voices?: readonly VoiceView[];
  /** The first line of the commit's message. */
  readonly subject?: string;
  readonly steps?: readonly StepView[];
  readonly links?: readonly LinkView[];
  /** Sentences shown in an open entry. */
  readonly details: readonly string[];
  readonly actions: readonly Action[];
  /** The filters that this entry passes, other than `all`. */
  readonly filters: readonly Filter[];
  /** Its point in the charts, if the entry has a wording. */
  readonly point?: Point;
}

/** The current statement; a message without one has no card. */
export interface CardView {
  readonly statement: string;
  /** The same text as in the line above the statement. */
  readonly figures: string;
  /** The last note on it, if there is one: `it fits`. */
  readonly note?: { readonly label: string; readonly time: string };
}
