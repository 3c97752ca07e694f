import type { Dates } from './dates';
import { h, svg } from './dom';
import { MEASURES, type Measure, type Measured, valueIn } from './measures';
import { TrendsTable } from './trends-table';
import type { EntryView } from './view';

/** From this panel width in CSS pixels, the charts are shown; below, they are folded until the user unfolds them. */
const WIDE = 380;

const WIDTH = 100;
const HEIGHT = 22;

interface Row {
  readonly measure: Measure;
  readonly chart: HTMLElement;
  readonly line: SVGElement;
  readonly dot: HTMLElement;
  readonly value: HTMLElement;
}

/** Three small charts of all known changes of the statement, one point each, and the same data as a table. */
export class Trends {
  readonly element = h('section', { class: 'trends', 'aria-label': 'Figures over time' });
  readonly #rows: readonly Row[];
  readonly #reading = h('p', { class: 'reading', 'aria-live': 'polite' });
  readonly #table: TrendsTable;
  readonly #summary = h('summary', {});
  /** Oldest first. */
  #points: readonly Measured[] = [];
  #at = 0;

  constructor(
    private readonly dates: Dates,
    private readonly jump: (key: string) => void,
  ) {
    this.#rows = MEASURES.map((measure) => this.#row(measure));
    this.#table = new TrendsTable((entry) => this.#day(entry));
    const charts = this.#rows.map(({ chart }) => chart);
    const fold = h(
      'details',
      { class: 'fold' },
      this.#summary,
      ...charts,
      this.#reading,
      this.#table.element,
    );
    this.element.append(fold);
    const wide = matchMedia(`(min-width: ${WIDE}px)`);
    const follow = () => {
      fold.open = wide.matches;
    };
    wide.addEventListener('change', follow);
    follow();
  }

  /** @param entries newest first, as the timeline has them */
  show(entries: readonly EntryView[]): void {
    const states = entries.filter((entry): entry is Measured => entry.point !== undefined);
    const marked = this.#points[this.#at]?.key;
    const wasLast = this.#at === this.#points.length - 1;
    this.#points = states.reverse();
    this.element.hidden = this.#points.length < 2;
    if (this.element.hidden) return;
    const same = this.#points.findIndex(({ key }) => key === marked);
    this.#at = same < 0 || wasLast ? this.#points.length - 1 : same;
    for (const row of this.#rows) {
      // A chart needs two values: for other languages than English, only the length is known.
      row.chart.hidden = this.#valuesOf(row.measure).length < 2;
      this.#drawLine(row);
    }
    this.#mark();
    this.#sum();
    this.#table.show(this.#points);
  }

  #valuesOf({ of }: Measure): number[] {
    return this.#points.flatMap(({ point }) => of(point) ?? []);
  }

  /** The first and the last value of each chart, as text. */
  #sum(): void {
    const ways = MEASURES.flatMap((measure) => {
      const values = this.#valuesOf(measure);
      return values.length < 2 ? [] : [`${measure.label} ${values[0]} → ${values.at(-1)}`];
    });
    this.#summary.textContent = ways.join(' · ');
  }

  #row(measure: Measure): Row {
    const line = svg('polyline', { class: 'line' });
    const field = svg(
      'svg',
      { viewBox: `0 -2 ${WIDTH} ${HEIGHT + 4}`, preserveAspectRatio: 'none', 'aria-hidden': 'true' },
      line,
    );
    const dot = h('span', { class: 'dot' });
    const value = h('span', { class: 'value' });
    const plot = h('span', { class: 'plot' }, field, dot);
    const chart = h(
      'div',
      {
        class: 'trend',
        role: 'slider',
        tabindex: '0',
        'aria-label': `${measure.label} over time`,
        'aria-readonly': 'true',
        'aria-orientation': 'horizontal',
        title: 'Arrow keys go through the changes, Enter goes to the entry',
        keydown: (event) => this.#key(event as KeyboardEvent),
        pointermove: (event) => this.#point(event as PointerEvent, plot),
        click: () => this.#go(),
      },
      h('span', { class: 'label' }, measure.label),
      plot,
      value,
    );
    return { measure, chart, line, dot, value };
  }

  #drawLine({ measure, line }: Row): void {
    const points = this.#points.flatMap((_, at) => this.#place(measure, at) ?? []);
    line.setAttribute('points', points.map(({ x, y }) => `${x.toFixed(2)},${y.toFixed(2)}`).join(' '));
  }

  /** The position of a point. The scale begins at 0, so that small changes look small. */
  #place(measure: Measure, at: number): { x: number; y: number } | undefined {
    const most = Math.max(...this.#valuesOf(measure)) || 1;
    const value = this.#points[at] && measure.of(this.#points[at].point);
    if (value === undefined) return undefined;
    return {
      x: (at / Math.max(1, this.#points.length - 1)) * WIDTH,
      y: HEIGHT - (Math.max(0, value) / most) * HEIGHT,
    };
  }

  #mark(): void {
    const entry = this.#points[this.#at];
    if (!entry) return;
    for (const { measure, chart, dot, value } of this.#rows) {
      const place = this.#place(measure, this.#at);
      dot.hidden = place === undefined;
      if (place) {
        dot.style.left = `${place.x}%`;
        dot.style.top = `${((place.y + 2) / (HEIGHT + 4)) * 100}%`;
      }
      const marked = valueIn(measure, entry);
      const [first] = this.#valuesOf(measure);
      value.textContent = this.#at === 0 ? marked : `${first} → ${marked}`;
      chart.setAttribute('aria-valuemin', '1');
      chart.setAttribute('aria-valuemax', String(this.#points.length));
      chart.setAttribute('aria-valuenow', String(this.#at + 1));
      chart.setAttribute('aria-valuetext', marked);
    }
    const who = entry.author === '' ? '' : ` by ${entry.author}`;
    this.#reading.textContent = `${this.#day(entry)}: ${entry.label}${who}`;
  }

  #day({ time }: EntryView): string {
    return time === undefined ? 'Now, not saved' : this.dates.day(time);
  }

  #key(event: KeyboardEvent): void {
    const last = this.#points.length - 1;
    const to = {
      ArrowLeft: this.#at - 1,
      ArrowDown: this.#at - 1,
      ArrowRight: this.#at + 1,
      ArrowUp: this.#at + 1,
      Home: 0,
      End: last,
    }[event.key];
    if (event.key === 'Enter') this.#go();
    else if (to === undefined) return;
    else {
      this.#at = Math.min(Math.max(to, 0), last);
      this.#mark();
    }
    event.preventDefault();
  }

  #point(event: PointerEvent, plot: HTMLElement): void {
    const { left, width } = plot.getBoundingClientRect();
    const share = Math.min(Math.max((event.clientX - left) / width, 0), 1);
    const at = Math.round(share * (this.#points.length - 1));
    if (at === this.#at) return;
    this.#at = at;
    this.#mark();
  }

  #go(): void {
    const entry = this.#points[this.#at];
    if (entry) this.jump(entry.key);
  }
}
