import type { EntryView, Point } from './view';

/** A figure of a wording. */
export interface Measure {
  readonly label: string;
  readonly of: (point: Point) => number | undefined;
}

export const MEASURES: readonly Measure[] = [
  { label: 'Reading grade', of: ({ grade }) => grade },
  { label: 'Vague per 100', of: ({ vague }) => vague },
  { label: 'Words', of: ({ words }) => words },
];

/** An entry with a wording and its figures. */
export interface Measured extends EntryView {
  readonly point: Point;
}

/** A figure as text; a dash if the wording has none. */
export function valueIn({ of }: Measure, { point }: Measured): string {
  return String(of(point) ?? '–');
}
