import { plural } from '../text/plural';
import { Card } from './card';
import { Dates } from './dates';
import { h } from './dom';
import { FILTERS, type Filter } from './filters';
import type { FromPanel, HistoryMessage, ToPanel } from './protocol';
import { failureScreen, loadingScreen, nothingScreen, stoppedScreen } from './screens';
import { type ScrollAnchor, type ScrollPosition, ScrollPositions } from './scroll-positions';
import { Timeline } from './timeline';
import { type Progress, TimelineEnd } from './timeline-end';
import { Trends } from './trends';
import type { EntryView } from './view';

/** The whole panel: renders the extension's messages, and sends the user's actions. */
export class Page {
  readonly element = h('main');
  readonly #dates = new Dates(document.documentElement.lang);
  readonly #card = new Card(this.#dates, (command) =>
    this.#send({ type: 'command', document: this.#document, command }),
  );
  readonly #trends = new Trends(this.#dates, (key) => this.#timeline.reveal(key));
  readonly #timeline = new Timeline(
    this.#dates,
    (key, action) => this.#send({ type: 'act', document: this.#document, key, action }),
    () => this.#drawn(),
  );
  readonly #status = h('p', { class: 'unseen', role: 'status' });
  readonly #filter = h(
    'select',
    { id: 'filter', change: () => this.#setFilter() },
    ...FILTERS.map(({ id, label }) => h('option', { value: id }, label)),
  );
  readonly #count = h('span', { class: 'quiet count' });
  readonly #notices = h('div', { class: 'notices' });
  readonly #end = new TimelineEnd({
    stop: () => this.#stop(),
    drawMore: () => this.#timeline.drawMore(),
    lookBack: () => this.#more(),
    showEverything: () => this.#everything(),
  });
  readonly #entries = new Map<string, EntryView>();
  readonly #send: (message: FromPanel) => void;
  #document = '';
  #shown: HistoryMessage | undefined;
  #progress: Progress | undefined;
  readonly #places: ScrollPositions;
  /** The scroll anchor. */
  #sight: ScrollAnchor | undefined;
  /** The position to restore: until all entries are loaded again, the page may be too short for it. */
  #place: ScrollPosition | undefined;
  /** After Stop, only the button continues reading commits. */
  #stopped = false;

  constructor(
    send: (message: FromPanel) => void,
    private readonly keep: (places: readonly ScrollPosition[]) => void,
    kept: unknown,
  ) {
    this.#send = send;
    this.#places = new ScrollPositions(kept);
    document.addEventListener('scroll', () => this.#keep(), { passive: true });
    // Another width wraps lines differently: keep the scroll anchor in place.
    window.addEventListener('resize', () => this.#sight && this.#timeline.bringBack(this.#sight));
    // Entries near the end of the screen are rendered ahead; older commits are requested when needed.
    new IntersectionObserver((seen) => seen.at(-1)?.isIntersecting && this.#reachedEnd(), {
      rootMargin: '400px',
    }).observe(this.#end.element);
    setInterval(() => this.#tick(), 60_000);
  }

  receive(message: ToPanel): void {
    if (message.type === 'nothing') {
      this.#showNothing(message.found);
      return;
    }
    if (message.type === 'history') {
      this.#showHistory(message);
      return;
    }
    if (message.type === 'failed') {
      this.#showFailure(message.document, message.message);
      return;
    }
    const { document } = message;
    if (message.type === 'stopped') {
      this.#leave(stoppedScreen(() => this.#send({ type: 'retry', document })));
      return;
    }
    if (document !== this.#document) {
      // The first message about another purpose: show the loading screen until its history arrives.
      if (message.type === 'progress')
        this.#leave(loadingScreen(() => this.#send({ type: 'cancel', document })));
      return;
    }
    if (message.type === 'said') this.#say(message.text);
    else {
      this.#progress = message.type === 'progress' ? message : undefined;
      if (message.type === 'idle') this.#place = undefined;
      this.#drawEnd();
    }
  }

  #showHistory(message: HistoryMessage): void {
    if (message.document !== this.#document || !this.#shown) this.#begin(message.document);
    for (const entry of message.changed) this.#entries.set(entry.key, entry);
    const entries = message.keys.flatMap((key) => this.#entries.get(key) ?? []);
    const known = new Set(message.keys);
    for (const key of this.#entries.keys()) if (!known.has(key)) this.#entries.delete(key);
    this.#shown = message;
    const sight = this.#place ? this.#place.sight : this.#timeline.inSight();
    this.#card.show(message.name, message.card);
    this.#trends.show(entries);
    const { moved } = message;
    this.#notices.replaceChildren(
      ...message.notices.map((text) => h('p', { class: 'notice' }, text)),
      ...(moved ? [this.#openMoved(moved)] : []),
    );
    this.#timeline.show(entries);
    this.#sight = sight;
    if (sight) this.#timeline.bringBack(sight);
  }

  #openMoved(name: string): HTMLElement {
    const open = () => this.#send({ type: 'command', document: this.#document, command: 'openMoved' });
    return h('button', { type: 'button', class: 'action', click: open }, `Open ${name}`);
  }

  #begin(name: string): void {
    this.#document = name;
    this.#stopped = false;
    this.#entries.clear();
    const place = this.#places.of(name);
    this.#place = place;
    this.#timeline.reset(place);
    this.#filter.value = this.#timeline.place.filter;
    this.element.replaceChildren(
      this.#card.element,
      this.#trends.element,
      h(
        'section',
        { 'aria-label': 'Timeline' },
        h('div', { class: 'filter' }, h('label', { for: 'filter' }, 'Show'), this.#filter, this.#count),
        this.#notices,
        this.#timeline.list,
        this.#end.element,
      ),
      this.#status,
    );
    if (!place) document.documentElement.scrollTop = 0;
  }

  #setFilter(): void {
    this.#timeline.filter = this.#filter.value as Filter;
    this.#say(this.#count.textContent ?? '');
  }

  #drawn(): void {
    const all = this.#entries.size;
    const { matching } = this.#timeline;
    const { filter } = this.#timeline.place;
    this.#filter.value = filter;
    this.#count.textContent = filter === 'all' ? plural(all, 'entry', 'entries') : `${matching} of ${all}`;
    this.#drawEnd();
    this.#keep();
  }

  #drawEnd(): void {
    this.#end.show(this.#timeline, this.#shown, this.#progress);
  }

  #stop(): void {
    this.#stopped = true;
    this.#send({ type: 'cancel', document: this.#document });
  }

  #everything(): void {
    this.#timeline.filter = 'all';
    this.#filter.focus();
  }

  #more(): void {
    this.#progress = { read: 0, known: 0 };
    this.#drawEnd();
    this.#send({ type: 'more', document: this.#document });
  }

  #reachedEnd(): void {
    if (this.#timeline.hasUndrawn) this.#timeline.drawMore();
    else if (
      this.#shown?.hasOlder &&
      this.#timeline.place.filter === 'all' &&
      !this.#progress &&
      !this.#stopped &&
      document.documentElement.scrollTop > 0
    ) {
      this.#more();
    }
  }

  #showNothing(found: boolean): void {
    this.#leave(nothingScreen(found, (command) => this.#send({ type: 'command', document: '', command })));
  }

  #showFailure(document: string, message: string): void {
    this.#leave(failureScreen(message, () => this.#send({ type: 'retry', document })));
  }

  /** Shows a screen instead of a history. */
  #leave(screen: readonly HTMLElement[]): void {
    this.#document = '';
    this.#shown = undefined;
    this.#progress = undefined;
    this.element.replaceChildren(...screen, this.#status);
  }

  #say(text: string): void {
    this.#status.textContent = text;
  }

  #keep(): void {
    if (!this.#shown || this.#place) return;
    const sight = this.#timeline.inSight();
    this.#sight = sight;
    this.keep(
      this.#places.keep({ document: this.#document, ...this.#timeline.place, ...(sight && { sight }) }),
    );
  }

  /** Updates relative times such as `2 minutes ago`. */
  #tick(): void {
    for (const element of this.element.querySelectorAll<HTMLTimeElement>('time:not(.fixed)')) {
      const text = this.#dates.relative(element.dateTime);
      if (element.textContent !== text) element.textContent = text;
    }
  }
}
