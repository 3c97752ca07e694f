import type { ChangeKind } from '../history/change';
import type { Entry } from '../history/timeline';
import { changeWords, deedWords, fitWords, PIVOTED, TRIED, type Words } from '../history/vocabulary';
import type { ICONS } from './icons';

type Icon = keyof typeof ICONS;

/** How a kind of entry is shown and explained. */
export interface Kind extends Pick<Words, 'label' | 'explanation'> {
  readonly icon: Icon;
}

const CHANGE_ICONS: Readonly<Record<ChangeKind, Icon>> = {
  start: 'start',
  trim: 'less',
  nip: 'less',
  extend: 'more',
  tuck: 'swap',
  reword: 'swap',
  pivot: 'turn',
  removed: 'less',
};

const DEED_ICONS: Readonly<Partial<Record<string, Icon>>> = {
  refine: 'start',
  pivot: 'turn',
  reaffirm: 'check',
  adopt: 'check',
  keep: 'check',
  ratify: 'check',
};

/** How an entry is shown. */
export function kindOf({ kind, fit, change, steps, pivot }: Entry): Kind {
  if (kind === 'note' && fit) return { ...fitWords(fit), icon: 'note' };
  const words = change && (pivot ? PIVOTED : changeWords(change.kind));
  const changed = words && { ...words, icon: CHANGE_ICONS[change.kind] ?? 'note' };
  if ((kind === 'working' || kind === 'refine') && changed) return changed;
  if (kind === 'refine' && steps) return { ...TRIED, icon: 'swap' };
  const { label, explanation } = deedWords(kind === 'working' ? 'refine' : kind);
  const also = kind === 'adopt' && changed ? ` ${changed.explanation}` : '';
  return { label, explanation: explanation + also, icon: DEED_ICONS[kind] ?? 'note' };
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
