import type { ReviewAnswers } from './review-questions';

/** The version of the record format that this code writes. */
export const RECORD_VERSION = 1;

/** The kind of a record; unknown kinds of a newer version are preserved. */
export type RecordType = 'refine' | 'note' | 'pivot' | 'reaffirm' | 'adopt' | 'keep' | 'ratify';

/** How a purpose fits in practice. */
export const FITS = ['fits', 'tight', 'loose', 'pinches'] as const;
export type Fit = (typeof FITS)[number];

/** Figures of a statement: reading grade, vague words per 100 words, words. Only English has a grade. */
export interface Figures {
  readonly grade?: number;
  readonly vague?: number;
  readonly words: number;
}

/** Computes the figures of a statement; injected, because history does not depend on lint. */
export type FiguresOf = (statement: string) => Figures;

/** An intermediate wording of an edit session. */
export interface EarlierWording {
  /** When it was saved; ISO 8601 in UTC, with milliseconds. */
  readonly time: string;
  /** As Markdown with LF line endings. */
  readonly statement: string;
}

/** The content of a record, independent of its file. */
export interface RecordContent {
  /** The version of its format; 1 or more. */
  readonly version: number;
  /** Unique among the records of a purpose. */
  readonly id: string;
  /** ISO 8601 in UTC, with milliseconds. */
  readonly time: string;
  readonly author: string;
  readonly type: RecordType | (string & {});
  /** The kind of change; see `change.ts`. */
  readonly change?: string;
  readonly grade?: number;
  readonly vague?: number;
  readonly words?: number;
  readonly fit?: Fit | (string & {});
  /** The words of the statement that a fit note is about. */
  readonly phrase?: string;
  /** For a note on an earlier wording, its record or its commit. */
  readonly about?: string;
  /** The start of an edit session: the time of its first save; ISO 8601. */
  readonly since?: string;
  /**
   * An edit session: the wordings that the same author saved within the ten minutes before this one, newest first. Records
   * from before the end of 2026 may have `since` without wordings.
   */
  readonly earlier?: readonly EarlierWording[];
  /**
   * The wording was found in the `file` or in the last `commit` when something else replaced it, without having been
   * observed as a save. Its author is the commit's, or empty.
   */
  readonly found?: 'file' | 'commit' | (string & {});
  /** For a review, the answers to its questions. */
  readonly answers?: ReviewAnswers;
  /** For a pivot, the record with the old statement. */
  readonly previous?: string;
  /** For the first change after a pivot, the pivot's record. */
  readonly pivot?: string;
  /** The statement as Markdown with LF line endings; empty if there was none. */
  readonly statement: string;
  /** The author's note, as Markdown; may be empty. */
  readonly note: string;
  /** Unknown fields of the front matter. */
  readonly extra?: Readonly<Record<string, unknown>>;
}

/** A record and the path of its file. */
export interface HistoryRecord extends RecordContent {
  readonly path: string;
}

/** A record file that cannot be read; it is never changed. */
export interface UnreadableRecord {
  readonly path: string;
  /** One sentence for the user. */
  readonly problem: string;
}
