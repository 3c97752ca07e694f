import type { ReviewAnswers } from './review-questions';

/** The version of the record format that this code writes. */
export const RECORD_VERSION = 1;

/** What a record is about; other words, from a newer version, are kept as they are. */
export type RecordType = 'refine' | 'note' | 'pivot' | 'reaffirm' | 'adopt' | 'keep' | 'ratify';

/** How a purpose fits when it is worn. */
export const FITS = ['fits', 'tight', 'loose', 'pinches'] as const;
export type Fit = (typeof FITS)[number];

/** Plain figures of a statement: reading grade, vague words per 100 words, words. Only English is graded. */
export interface Figures {
  readonly grade?: number;
  readonly vague?: number;
  readonly words: number;
}

/** Counts the figures of a statement; given from outside, since history knows nothing of lint. */
export type FiguresOf = (statement: string) => Figures;

/** A wording that a sitting passed on its way to the last one. */
export interface EarlierWording {
  /** When it was saved; ISO 8601 in UTC, to the millisecond. */
  readonly time: string;
  /** As Markdown, lines ending with LF. */
  readonly statement: string;
}

/** All that a record says, wherever it is kept. */
export interface RecordContent {
  /** The format it was written in; 1 or more. */
  readonly version: number;
  /** Unlike that of any other record of the same purpose. */
  readonly id: string;
  /** ISO 8601 in UTC, to the millisecond. */
  readonly time: string;
  readonly author: string;
  readonly type: RecordType | (string & {});
  /** What kind of change it was; see `change.ts`. */
  readonly change?: string;
  readonly grade?: number;
  readonly vague?: number;
  readonly words?: number;
  readonly fit?: Fit | (string & {});
  /** The words of the statement that a fit note is about. */
  readonly phrase?: string;
  /** A note on an older wording names its record, or the commit that has it. */
  readonly about?: string;
  /** When a sitting began: the time of its first save; ISO 8601. */
  readonly since?: string;
  /**
   * A sitting: the wordings that the same author saved before this one within ten minutes, newest first. Records of
   * before the end of 2026 may have `since` and no wordings.
   */
  readonly earlier?: readonly EarlierWording[];
  /**
   * Nobody was seen to write this wording; it was found in the `file` or in the last `commit` before something else
   * took its place. Its author is the commit's, or empty.
   */
  readonly found?: 'file' | 'commit' | (string & {});
  /** A review: what was answered to its questions. */
  readonly answers?: ReviewAnswers;
  /** A pivot names the record that holds the old statement in place. */
  readonly previous?: string;
  /** The first change after a pivot names the pivot's record. */
  readonly pivot?: string;
  /** The statement as Markdown, lines ending with LF; empty where there was none. */
  readonly statement: string;
  /** What the author wrote about it, as Markdown; empty where there is nothing. */
  readonly note: string;
  /** Fields of front matter that this version does not know. */
  readonly extra?: Readonly<Record<string, unknown>>;
}

/** A record with the path of the file that holds it. */
export interface HistoryRecord extends RecordContent {
  readonly path: string;
}

/** A file among the records that cannot be read as one; nothing ever changes it. */
export interface UnreadableRecord {
  readonly path: string;
  /** One sentence for the user. */
  readonly problem: string;
}
