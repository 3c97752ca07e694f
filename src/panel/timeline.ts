import type { Dates } from './dates';
import { h } from './dom';
import { type EntryHost, entryItem } from './entry';
import type { Filter } from './filters';
import type { Sight } from './places';
import type { Action, EntryView } from './view';

/** So many entries are drawn to begin with. */
const DRAWN = 60;
/** So many more are drawn when their end comes near: more than a screen, and quick enough to scroll on meanwhile. */
const MORE = 30;

interface Drawn {
  readonly item: HTMLLIElement;
  readonly entry: EntryView;
  readonly open: boolean;
}

/** What the timeline keeps over hiding and reloading. */
export interface TimelinePlace {
  readonly filter: Filter;
  readonly open: string | undefined;
  readonly drawn: number;
}

/** The list of entries: only what is in reach is drawn, and what did not change is left as it is. */
export class Timeline {
  readonly list = h('ol', { class: 'timeline', 'aria-label': 'Refinements, newest first' });
  #entries: readonly EntryView[] = [];
  #matching: readonly EntryView[] = [];
  #items = new Map<string, Drawn>();
  #filter: Filter = 'all';
  #open: string | undefined;
  #focus: string | undefined;
  #drawn = DRAWN;
  readonly #host: EntryHost;

  constructor(
    dates: Dates,
    act: (key: string, action: Action) => void,
    private readonly changed: () => void,
  ) {
    this.#host = {
      dates,
      act,
      toggle: (key) => this.#toggle(key),
      jump: (key) => this.reveal(key),
    };
    this.list.addEventListener('keydown', (event) => this.#move(event));
    this.list.addEventListener('focusin', ({ target }) => {
      const key = target instanceof Element ? target.closest<HTMLElement>('li')?.dataset.key : undefined;
      if (key !== undefined) this.#rove(key);
    });
  }

  get place(): TimelinePlace {
    return { filter: this.#filter, open: this.#open, drawn: this.#drawn };
  }

  /** Entries that pass the filter, drawn or not. */
  get matching(): number {
    return this.#matching.length;
  }

  /** Whether entries that pass the filter wait to be drawn. */
  get hasUndrawn(): boolean {
    return this.#drawn < this.#matching.length;
  }

  /** Begins anew, for another purpose. */
  reset(place: Partial<TimelinePlace> = {}): void {
    this.#filter = place.filter ?? 'all';
    this.#open = place.open;
    this.#drawn = Math.max(DRAWN, place.drawn ?? 0);
    this.#focus = undefined;
    this.#items.clear();
    this.list.replaceChildren();
  }

  show(entries: readonly EntryView[]): void {
    this.#entries = entries;
    this.#draw();
  }

  /** The first entry in sight; none at the top of the page, where what is new is to be seen. */
  inSight(): Sight | undefined {
    if (document.documentElement.scrollTop === 0) return undefined;
    for (const [key, { item }] of this.#items) {
      const { top, bottom } = item.getBoundingClientRect();
      if (bottom > 0) return { key, top };
    }
    return undefined;
  }

  /**
   * Scrolls an entry to where it was. An entry gets its true height when it comes in sight: the entries that do so now
   * move the others by as much as was guessed wrong, which the next two frames make good.
   */
  bringBack({ key, top }: Sight, frames = 2): void {
    const item = this.#items.get(key)?.item;
    if (!item) return;
    document.documentElement.scrollTop += item.getBoundingClientRect().top - top;
    if (frames > 0) requestAnimationFrame(() => this.bringBack({ key, top }, frames - 1));
  }

  set filter(filter: Filter) {
    this.#filter = filter;
    this.#drawn = DRAWN;
    this.#draw();
  }

  drawMore(): void {
    this.#drawn += MORE;
    this.#draw();
  }

  /** Opens an entry and puts the focus on it, whatever the filter is. */
  reveal(key: string): void {
    const entry = this.#entries.find((one) => one.key === key);
    if (!entry) return;
    if (!passes(entry, this.#filter)) this.#filter = 'all';
    this.#open = key;
    this.#matching = this.#entries.filter((one) => passes(one, this.#filter));
    this.#drawn = Math.max(this.#drawn, this.#matching.indexOf(entry) + DRAWN);
    this.#draw();
    this.#headOf(key)?.focus();
  }

  #toggle(key: string): void {
    this.#open = this.#open === key ? undefined : key;
    this.#draw();
    this.#headOf(key)?.focus();
  }

  #draw(): void {
    this.#matching = this.#entries.filter((entry) => passes(entry, this.#filter));
    const wanted = this.#matching.slice(0, this.#drawn);
    const items = new Map<string, Drawn>();
    for (const entry of wanted) {
      const open = entry.key === this.#open;
      const known = this.#items.get(entry.key);
      const same = known?.entry === entry && known.open === open;
      const item = same ? known.item : entryItem(entry, open, this.#host);
      items.set(entry.key, { item, entry, open });
    }
    this.#place([...items.values()].map(({ item }) => item));
    this.#items = items;
    this.#rove(this.#focus && items.has(this.#focus) ? this.#focus : (wanted[0]?.key ?? ''));
    this.changed();
  }

  /** Puts the items in order and moves none that stands right: what has the focus keeps it. */
  #place(items: readonly HTMLLIElement[]): void {
    const focused = document.activeElement?.closest('li')?.dataset.key;
    const wanted = new Set(items);
    for (const item of [...this.list.children]) {
      if (!wanted.has(item as HTMLLIElement)) item.remove();
    }
    let at: Element | null = this.list.firstElementChild;
    for (const item of items) {
      if (item === at) at = at.nextElementSibling;
      else this.list.insertBefore(item, at);
    }
    const lost = focused !== undefined && !this.list.contains(document.activeElement);
    if (lost)
      items
        .find(({ dataset }) => dataset.key === focused)
        ?.querySelector<HTMLElement>('.head')
        ?.focus();
  }

  /** One entry at a time is in the order of Tab; the arrow keys move among them. */
  #rove(key: string): void {
    const before = this.#focus === undefined ? undefined : this.#headOf(this.#focus);
    before?.setAttribute('tabindex', '-1');
    this.#focus = key;
    this.#headOf(key)?.setAttribute('tabindex', '0');
  }

  #headOf(key: string): HTMLElement | undefined {
    return this.#items.get(key)?.item.querySelector<HTMLElement>('.head') ?? undefined;
  }

  #move(event: KeyboardEvent): void {
    if (!(event.target instanceof Element) || !event.target.classList.contains('head')) return;
    const at = this.#matching.findIndex(({ key }) => key === this.#focus);
    const last = this.#matching.length - 1;
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: last }[event.key];
    if (to === undefined || to < 0 || to > last) return;
    event.preventDefault();
    if (to >= this.#drawn) {
      this.#drawn = to + DRAWN;
      this.#draw();
    }
    const key = this.#matching[to]?.key ?? '';
    this.#headOf(key)?.focus();
    this.#items.get(key)?.item.scrollIntoView({ block: 'nearest' });
  }
}

function passes({ filters }: EntryView, filter: Filter): boolean {
  return filter === 'all' || filters.includes(filter);
}
