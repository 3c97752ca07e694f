import type { ChangeKind } from '../history/change';
import type { TimelineEntry } from '../history/timeline-entry';
import {
  changeWords,
  fitWords,
  PIVOTED,
  RETURNED,
  recordTypeWords,
  TRIED,
  type Words,
} from '../history/vocabulary';
import type { Filter } from './filters';
import type { ICONS } from './icons';

type Icon = keyof typeof ICONS;

/** The label, explanation and icon of a kind of entry. */
export interface Kind extends Pick<Words, 'label' | 'explanation'> {
  readonly icon: Icon;
}

const CHANGE_ICONS: Readonly<Record<ChangeKind, Icon>> = {
  start: 'start',
  again: 'start',
  trim: 'less',
  nip: 'less',
  extend: 'more',
  tuck: 'swap',
  reword: 'swap',
  pivot: 'turn',
  removed: 'less',
};

const RECORD_ICONS: Readonly<Partial<Record<string, Icon>>> = {
  refine: 'start',
  pivot: 'turn',
  reaffirm: 'check',
  adopt: 'check',
  keep: 'check',
  ratify: 'check',
};

/** The kind of an entry for display. */
export function kindOf({ kind, fit, change, commit, steps, pivot }: TimelineEntry): Kind {
  if (kind === 'note' && fit) return shown(fitWords(fit), 'note');
  if (kind === 'working' && commit) return shown(RETURNED, 'turn');
  const words = change && (pivot ? PIVOTED : changeWords(change.kind));
  const changed = words && shown(words, CHANGE_ICONS[change.kind] ?? 'note');
  if ((kind === 'working' || kind === 'refine') && changed) return changed;
  if (kind === 'refine' && steps) return shown(TRIED, 'swap');
  const { label, explanation } = recordTypeWords(kind === 'working' ? 'refine' : kind);
  const also = kind === 'adopt' && changed ? ` ${changed.explanation}` : '';
  return { label, explanation: explanation + also, icon: RECORD_ICONS[kind] ?? 'note' };
}

function shown({ label, explanation }: Words, icon: Icon): Kind {
  return { label, explanation, icon };
}

/** The filters of the timeline that an entry passes. */
export function filtersOf({ kind, fit, change, pivot }: TimelineEntry): Filter[] {
  const how = change?.kind;
  const passed: Readonly<Record<Exclude<Filter, 'all'>, boolean>> = {
    changes: change !== undefined,
    shorter: how === 'trim' || how === 'nip' || how === 'removed',
    longer: how === 'extend' || how === 'start' || how === 'again',
    other: how === 'tuck' || how === 'reword',
    notes: kind === 'note',
    hurts: kind === 'note' && fit !== 'fits',
    pivots: kind === 'pivot' || how === 'pivot' || pivot !== undefined,
    reaffirmed: kind === 'reaffirm',
  };
  return (Object.keys(passed) as Exclude<Filter, 'all'>[]).filter((filter) => passed[filter]);
}
