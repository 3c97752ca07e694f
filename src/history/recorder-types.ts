import type { FileAccess } from '../files/file-access';
import type { Random } from './append-record';
import type { FiguresOf, Fit, HistoryRecord } from './record';
import type { ReviewAnswers } from './review-questions';

/** Whether saved changes are recorded automatically, or why not. */
const RECORDING = ['on', 'off', 'untrusted', 'read-only'] as const;
export type Recording = (typeof RECORDING)[number];

/** The wording in the newest commit, if known. */
export interface CommittedWording {
  /** The statement as plain text. */
  readonly plain: string;
  readonly markdown: string;
  /** When and by whom it was first committed. */
  readonly time: string;
  readonly author: string;
}

/** A recorder's queries to git. None of them may reject. */
export interface RecorderGit {
  committed(path: string): Promise<CommittedWording | undefined>;
  /** Whether a record's file is committed: changing it on two branches would cause a conflict. */
  isCommitted(recordPath: string): Promise<boolean>;
  /** Former names of the purpose file. */
  formerNames(path: string): Promise<readonly string[]>;
}

/** The dependencies of a recorder. */
export interface RecorderSources {
  readonly files: FileAccess;
  readonly git?: RecorderGit;
  readonly now: () => Date;
  readonly figuresOf: FiguresOf;
  /** The author of saves and notes; empty if unknown. */
  readonly authorOf: (path: string) => Promise<string>;
  /** Whether a statement still has open blanks, and so is not recorded as a wording. */
  readonly isOpen?: (plain: string) => boolean;
  readonly random?: Random;
}

/** A note, reaffirmation, pivot or adoption. */
export interface EntryDraft {
  readonly type: 'note' | 'pivot' | 'reaffirm' | 'adopt' | 'keep' | 'ratify';
  readonly note?: string;
  readonly fit?: Fit;
  readonly phrase?: string;
  /** For a note, the id of the record or the hash of the commit that it is about. */
  readonly about?: string;
  /** The answers to the questions of a review. */
  readonly answers?: ReviewAnswers | undefined;
  /** Its author, if not the user who saves. */
  readonly author?: string;
}

/** The event that a record was written. */
export interface RecordEvent {
  /** Path of the purpose file. */
  readonly path: string;
  readonly record: HistoryRecord;
  /** The deleted record file that the new one continues. */
  readonly replaces?: string;
}
