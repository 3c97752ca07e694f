/** Line icons on a 16 by 16 grid. */
export const ICONS = {
  less: 'M4 8h8',
  more: 'M4 8h8M8 4v8',
  swap: 'M3.5 6h8M9 3.5 11.5 6 9 8.5M12.5 11h-8M7 8.5 4.5 11 7 13.5',
  turn: 'M3.5 12.5V9a3 3 0 0 1 3-3h6M9.5 3l3 3-3 3',
  note: 'M3.5 4h9v6.5h-5L5 13v-2.5H3.5z',
  check: 'M3.5 8.5 6.5 11.5 12.5 4.5',
  start: 'M8 5.2a2.8 2.8 0 1 0 .01 0z',
} as const;
