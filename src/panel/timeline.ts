import type { Dates } from './dates';
import { h } from './dom';
import { type EntryHost, entryItem } from './entry-item';
import type { Filter } from './filters';
import type { ScrollAnchor } from './scroll-positions';
import type { Action, EntryView } from './view';

/** Number of entries rendered initially. */
const DRAWN = 60;
/**
 * Number of entries rendered when the user scrolls near the end: more than a screenful, and fast enough for smooth
 * scrolling.
 */
const MORE = 30;

interface Drawn {
  readonly item: HTMLLIElement;
  readonly entry: EntryView;
  readonly open: boolean;
}

/** The state of the timeline that survives hiding and reloading. */
interface TimelinePlace {
  readonly filter: Filter;
  readonly open: string | undefined;
  readonly drawn: number;
}

/** The list of entries: renders only those in reach, and reuses unchanged elements. */
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

  /** Number of entries that pass the filter, rendered or not. */
  get matching(): number {
    return this.#matching.length;
  }

  /** Whether entries that pass the filter are not rendered yet. */
  get hasUndrawn(): boolean {
    return this.#drawn < this.#matching.length;
  }

  /** Resets for another purpose. */
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

  /** The first visible entry; undefined at the top of the page, where new entries should be seen. */
  inSight(): ScrollAnchor | undefined {
    if (document.documentElement.scrollTop === 0) return undefined;
    for (const [key, { item }] of this.#items) {
      const { top, bottom } = item.getBoundingClientRect();
      if (bottom > 0) return { key, top };
    }
    return undefined;
  }

  /**
   * Scrolls an entry to its earlier position. An entry gets its real height only when it becomes visible, which moves
   * the others by the error of the estimate; the next two frames correct that.
   */
  bringBack({ key, top }: ScrollAnchor, frames = 2): void {
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

  /** Opens an entry and focuses it, even if the filter hides it. */
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

  /** Sorts the items without moving any that is in place, so that the focus is kept. */
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

  /** Roving tabindex: one entry is in the tab order; the arrow keys move between entries. */
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
