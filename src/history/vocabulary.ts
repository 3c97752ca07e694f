import type { ChangeKind } from './change';
import type { Fit, RecordType } from './record';

/** The words for one kind of change, fit or record. The filters of the panel, which join several kinds, have their own. */
export interface Words {
  /** The heading of an entry: `Trim`, `Too tight`. */
  readonly label: string;
  /** After a date in a story: `Trimmed`, `It pinches`. */
  readonly past: string;
  /** One sentence for readers who do not know the word. */
  readonly explanation: string;
}

/** The words for an act of care; `by` continues "last cared for: …". */
interface RecordTypeWords extends Words {
  readonly by: string;
}

/** The words for a fit; `detail` explains the choice to the user. */
interface FitWords extends Words {
  readonly detail: string;
}

const CHANGES: Readonly<Record<ChangeKind, Words>> = {
  start: { label: 'First', past: 'First put into words', explanation: 'The first statement.' },
  again: {
    label: 'Back',
    past: 'Put into words again',
    explanation: 'There is a statement again, after the last one was taken out.',
  },
  trim: { label: 'Trim', past: 'Trimmed', explanation: 'Mostly words taken out.' },
  nip: { label: 'Nip', past: 'Nipped', explanation: 'A few words taken out.' },
  extend: { label: 'Extend', past: 'Extended', explanation: 'Mostly words put in.' },
  tuck: { label: 'Tuck', past: 'Tucked', explanation: 'A few words replaced.' },
  reword: { label: 'Reword', past: 'Reworded', explanation: 'Some words taken out, others put in.' },
  pivot: { label: 'Rewritten', past: 'Rewritten', explanation: 'Little of the old statement is left.' },
  removed: {
    label: 'Taken out',
    past: 'Taken out',
    explanation: 'The statement was taken out of the file.',
  },
};

const FITS: Readonly<Record<Fit, FitWords>> = {
  fits: {
    label: 'Fits',
    past: 'It fits',
    explanation: 'A note: it fits.',
    detail: 'It says what we do, and we do what it says.',
  },
  tight: {
    label: 'Too tight',
    past: 'Too tight',
    explanation: 'A note: it leaves out something that we do.',
    detail: 'It leaves out something that we do, and want to do.',
  },
  loose: {
    label: 'Too loose',
    past: 'Too loose',
    explanation: 'A note: it would fit anybody.',
    detail: 'It would fit anybody; it helps us to decide nothing.',
  },
  pinches: {
    label: 'Pinches',
    past: 'It pinches',
    explanation: 'A note: mostly right, but some words do not fit.',
    detail: 'Mostly right, but some words do not fit.',
  },
};

const RECORD_TYPES: Readonly<Record<RecordType, RecordTypeWords>> = {
  refine: {
    label: 'As it was',
    past: 'Refined',
    explanation: 'The oldest statement that is known here.',
    by: 'refined',
  },
  note: { label: 'Note', past: 'Noted', explanation: 'A note.', by: 'a note on how it fits' },
  pivot: {
    label: 'Let go',
    past: 'Replaced',
    explanation: 'A pivot begins: this statement is given up, for the reason given.',
    by: 'replaced',
  },
  reaffirm: {
    label: 'Reaffirmed',
    past: 'Reaffirmed',
    explanation: 'Looked at again, and it still holds.',
    by: 'reaffirmed',
  },
  adopt: {
    label: 'Adopted',
    past: 'Adopted',
    explanation: 'One of several candidates became the statement.',
    by: 'adopted',
  },
  ratify: {
    label: 'Ratified',
    past: 'Ratified',
    explanation: 'The group gave its consent.',
    by: 'ratified',
  },
  keep: {
    label: 'Kept',
    past: 'Kept',
    explanation: 'Somebody marked this wording to keep it.',
    by: 'kept',
  },
};

/** The words for the first change after a pivot, regardless of how many words it kept. */
export const PIVOTED: Words = {
  label: 'Pivot',
  past: 'Replaced',
  explanation: 'It replaces a statement that was let go on purpose.',
};

/** The words for an edit session that ended with its initial wording. */
export const TRIED: Words = {
  label: 'Tried',
  past: 'Tried other words',
  explanation: 'Other words were tried, saved and taken back.',
};

/** The words for a committed wording that the file has again, below one that is only recorded. */
export const RETURNED: Words = {
  label: 'As committed',
  past: 'Back to the commit',
  explanation: 'The file has the wording of the last commit again.',
};

/** The words for a kind of change. */
export function changeWords(kind: ChangeKind | (string & {})): Words {
  return Object.hasOwn(CHANGES, kind) ? CHANGES[kind as ChangeKind] : unknown(kind);
}

/** The words for a fit. */
export function fitWords(fit: Fit | (string & {})): FitWords {
  return Object.hasOwn(FITS, fit) ? FITS[fit as Fit] : { ...unknown(fit), detail: '' };
}

/** The words for the type of a record. */
export function recordTypeWords(type: RecordType | (string & {})): RecordTypeWords {
  return Object.hasOwn(RECORD_TYPES, type)
    ? RECORD_TYPES[type as RecordType]
    : { ...unknown(type), by: type };
}

/** An unknown word of a newer version is shown as written. */
function unknown(word: string): Words {
  return { label: word, past: word, explanation: 'Written by a newer version of Purpose.' };
}
