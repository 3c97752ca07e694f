import type { Change } from './change';
import type { Figures } from './record';
import type { ReviewAnswers } from './review-questions';

/** An intermediate wording, saved before that of its entry. */
export interface Step {
  /** ISO 8601 in UTC. */
  readonly time: string;
  /** As plain text; `markdown` is the source. */
  readonly statement: string;
  readonly markdown: string;
}

/** One entry of a purpose's history. */
export interface TimelineEntry {
  /** Unique, and the same on every read, to identify it in a list. */
  readonly key: string;
  /**
   * `working` is a wording that is not saved or committed yet, or, with a `commit`, one that has come back from it;
   * `refine` a change of the statement, from a record, a commit or both; the others are kinds of records, including
   * unknown ones of newer versions.
   */
  readonly kind: 'working' | 'refine' | 'note' | 'pivot' | 'reaffirm' | 'adopt' | (string & {});
  /** ISO 8601 in UTC; when the statement first had this wording. Undefined for unsaved text. */
  readonly time?: string;
  readonly author: string;
  /** The plain statement at that time; empty if it was removed. */
  readonly statement: string;
  readonly markdown: string;
  /** The previous statement, if the entry changed it; undefined for the first one and for notes. */
  readonly previous?: string;
  /** Undefined if nothing changed, and for the oldest entry of a shallow clone. */
  readonly change?: Change;
  readonly figures: Figures;
  /** The intermediate wordings of an edit session, newest first. */
  readonly steps?: readonly Step[];
  /** The author's note; a commit's subject is in `commit`. */
  readonly note: string;
  readonly fit?: string;
  readonly phrase?: string;
  /** The answers to the questions of a review. */
  readonly answers?: ReviewAnswers;
  /** For a note on an earlier wording: the id of its record, or the hash of its commit. */
  readonly about?: string;
  /** Whether no commit has this statement yet; `false` without git. */
  readonly uncommitted: boolean;
  readonly record?: { readonly id: string; readonly path: string };
  readonly commit?: {
    readonly hash: string;
    readonly subject: string;
    readonly author: string;
    readonly time: string;
    /** The file's path at that commit. */
    readonly path: string;
  };
  /** For a pivot: the id of the record with the old statement. */
  readonly replaces?: string;
  /** For the first change after a pivot: the id of the pivot's record. */
  readonly pivot?: string;
}
