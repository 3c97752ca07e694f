import type { Entry } from '../history/timeline';
import type { ICONS } from './icons';

/** How a kind of entry is shown and explained. */
export interface Kind {
  readonly label: string;
  /** One sentence for whoever does not know the word. */
  readonly explanation: string;
  readonly icon: keyof typeof ICONS;
}

const CHANGES: Readonly<Record<string, Kind>> = {
  start: { label: 'First', explanation: 'The first statement.', icon: 'start' },
  trim: { label: 'Trim', explanation: 'Mostly words taken out.', icon: 'less' },
  nip: { label: 'Nip', explanation: 'A few words taken out.', icon: 'less' },
  extend: { label: 'Extend', explanation: 'Mostly words put in.', icon: 'more' },
  tuck: { label: 'Tuck', explanation: 'A few words replaced.', icon: 'swap' },
  reword: { label: 'Reword', explanation: 'Many words replaced.', icon: 'swap' },
  pivot: { label: 'Pivot', explanation: 'Little of the old statement is left.', icon: 'turn' },
  removed: { label: 'Taken out', explanation: 'The statement was taken out of the file.', icon: 'less' },
};

const FITS: Readonly<Record<string, Kind>> = {
  fits: { label: 'Fits', explanation: 'A note: it fits.', icon: 'note' },
  tight: { label: 'Too tight', explanation: 'A note: it leaves out something that we do.', icon: 'note' },
  loose: { label: 'Too loose', explanation: 'A note: it would fit anybody.', icon: 'note' },
  pinches: { label: 'Pinches', explanation: 'A note: some words of it hurt.', icon: 'note' },
};

/** The kind of an entry; what a newer version has written is shown by the word that it uses. */
export function kindOf(entry: Entry): Kind {
  if (entry.kind === 'note') {
    return FITS[entry.fit ?? ''] ?? { label: entry.fit || 'Note', explanation: 'A note.', icon: 'note' };
  }
  if (entry.kind === 'reaffirm') {
    return { label: 'Reaffirmed', explanation: 'Looked at again, and it still holds.', icon: 'check' };
  }
  if (entry.kind === 'pivot') {
    return {
      label: 'Let go',
      explanation: 'A pivot begins: this statement goes, for the reason given.',
      icon: 'turn',
    };
  }
  const change = entry.change && CHANGES[entry.change.kind];
  if (entry.kind === 'adopt') {
    return {
      label: 'Adopted',
      explanation: `One of several candidates became the statement.${change ? ` ${change.explanation}` : ''}`,
      icon: 'check',
    };
  }
  if (entry.kind === 'working' || entry.kind === 'refine') {
    return (
      change ?? { label: 'As it was', explanation: 'The oldest statement that is known here.', icon: 'start' }
    );
  }
  return { label: entry.kind, explanation: 'Written by a newer version of Purpose.', icon: 'note' };
}

/** What the timeline can be narrowed to. */
export const FILTERS = [
  { id: 'all', label: 'Everything' },
  { id: 'changes', label: 'Changes of the statement' },
  { id: 'shorter', label: 'Trims and nips' },
  { id: 'longer', label: 'Extensions' },
  { id: 'other', label: 'Tucks and rewordings' },
  { id: 'notes', label: 'Notes on how it fits' },
  { id: 'hurts', label: 'Notes where it does not fit' },
  { id: 'pivots', label: 'Pivots' },
  { id: 'reaffirmed', label: 'Reaffirmations' },
] as const;
export type Filter = (typeof FILTERS)[number]['id'];

/** Whether an entry is shown under a filter. */
export function passes(entry: Entry, filter: Filter): boolean {
  const change = entry.change?.kind;
  switch (filter) {
    case 'all':
      return true;
    case 'changes':
      return change !== undefined;
    case 'shorter':
      return change === 'trim' || change === 'nip' || change === 'removed';
    case 'longer':
      return change === 'extend' || change === 'start';
    case 'other':
      return change === 'tuck' || change === 'reword';
    case 'notes':
      return entry.kind === 'note';
    case 'hurts':
      return entry.kind === 'note' && entry.fit !== 'fits';
    case 'pivots':
      return entry.kind === 'pivot' || change === 'pivot' || entry.pivot !== undefined;
    case 'reaffirmed':
      return entry.kind === 'reaffirm';
  }
}
