import { plural } from '../text/plural';
import { h } from './dom';
import { MEASURES, type Measured, valueIn } from './measures';

/** The figures of all wordings as a table, filled once the user unfolds it. */
export class TrendsTable {
  readonly element: HTMLDetailsElement;
  readonly #table = h('table');
  /** Oldest first. */
  #points: readonly Measured[] = [];

  /** @param day the day of an entry in words */
  constructor(private readonly day: (entry: Measured) => string) {
    this.element = h(
      'details',
      { class: 'table', toggle: () => this.#fill() },
      h('summary', {}, 'Show as a table'),
      h(
        'div',
        { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': 'Table of figures' },
        this.#table,
      ),
    );
  }

  /** @param points oldest first */
  show(points: readonly Measured[]): void {
    this.#points = points;
    this.#fill();
  }

  #fill(): void {
    if (!this.element.open) return;
    const heads = ['Date', 'Change', ...MEASURES.map(({ label }) => label)];
    const rows = [...this.#points]
      .reverse()
      .map((entry) =>
        h(
          'tr',
          {},
          h('th', { scope: 'row' }, this.day(entry)),
          h('td', {}, entry.label),
          ...MEASURES.map((measure) => h('td', { class: 'number' }, valueIn(measure, entry))),
        ),
      );
    this.#table.replaceChildren(
      h('caption', {}, `Figures of ${plural(rows.length, 'wording')}, newest first`),
      h('thead', {}, h('tr', {}, ...heads.map((head) => h('th', { scope: 'col' }, head)))),
      h('tbody', {}, ...rows),
    );
  }
}
