/** The filters of the timeline. */
export const FILTERS = [
  { id: 'all', label: 'Everything' },
  { id: 'changes', label: 'Changes of the statement' },
  { id: 'shorter', label: 'Trims and nips' },
  { id: 'longer', label: 'Extensions' },
  { id: 'other', label: 'Tucks and rewordings' },
  { id: 'notes', label: 'Notes on how it fits' },
  { id: 'hurts', label: 'Notes where it does not fit' },
  { id: 'pivots', label: 'Pivots and rewrites' },
  { id: 'reaffirmed', label: 'Reaffirmations' },
] as const;
export type Filter = (typeof FILTERS)[number]['id'];
