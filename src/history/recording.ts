import type { FileAccess } from '../files/file-access';
import type { FiguresOf, Fit, HistoryRecord } from './record';
import type { ReviewAnswers } from './review-questions';
import type { Random } from './store';

/** Whether a saved change is recorded by itself, or what prevents it. */
export const RECORDING = ['on', 'off', 'untrusted', 'read-only'] as const;
export type Recording = (typeof RECORDING)[number];

/** What the newest commit has, where it is known. */
export interface CommittedWording {
  /** The statement as a reader sees it. */
  readonly plain: string;
  readonly markdown: string;
  /** When it was first committed so, and by whom. */
  readonly time: string;
  readonly author: string;
}

/** What a recorder asks of git. None of it may reject. */
export interface RecorderGit {
  committed(path: string): Promise<CommittedWording | undefined>;
  /** Whether git keeps a record's file already: two branches that changed such a file would conflict. */
  isCommitted(recordPath: string): Promise<boolean>;
  /** Names that the purpose file had before. */
  formerNames(path: string): Promise<readonly string[]>;
}

/** What a recorder works with. */
export interface RecorderSources {
  readonly files: FileAccess;
  readonly git?: RecorderGit;
  readonly now: () => Date;
  readonly figuresOf: FiguresOf;
  /** Who saves and notes here; empty if nobody knows. */
  readonly authorOf: (path: string) => Promise<string>;
  /** Whether a statement still has blanks to fill in: then it is not a wording of anybody. */
  readonly isOpen?: (plain: string) => boolean;
  readonly random?: Random;
}

/** What a person says of a purpose without changing its statement, or by adopting a candidate. */
export interface Moment {
  readonly type: 'note' | 'pivot' | 'reaffirm' | 'adopt' | 'keep' | 'ratify';
  readonly note?: string;
  readonly fit?: Fit;
  readonly phrase?: string;
  /** The id of an older record, or the hash of a commit, that a note is about. */
  readonly about?: string;
  /** What was answered to the questions of a review. */
  readonly answers?: ReviewAnswers | undefined;
  /** Who says it, where it is not the person who saves here. */
  readonly author?: string;
}

/** A record that was written. */
export interface RecordEvent {
  /** Of the purpose file. */
  readonly path: string;
  readonly record: HistoryRecord;
  /** The record file that the new one continues and that is gone. */
  readonly replaces?: string;
}
