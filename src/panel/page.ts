import type { Entry } from '../history/timeline';
import { Card } from './card';
import { Dates } from './dates';
import { h } from './dom';
import { plural } from './entry';
import { FILTERS, type Filter } from './kinds';
import { type PagePlace, Places, type Sight } from './places';
import type { FromPanel, HistoryMessage, Recording, ToPanel } from './protocol';
import { Timeline } from './timeline';
import { Trends } from './trends';

/** The whole panel: what the extension tells it is drawn, what the user does is sent. */
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
  readonly #end = h('div', { class: 'end' });
  readonly #entries = new Map<string, Entry>();
  #document = '';
  #shown: HistoryMessage | undefined;
  #progress: { read: number; known: number } | undefined;
  readonly #places: Places;
  /** What somebody looks at. */
  #sight: Sight | undefined;
  /** Where to go back to: until all is there that was there then, the page may be too short for it. */
  #place: PagePlace | undefined;
  /** Whoever stopped the reading of commits goes on by the button only. */
  #stopped = false;

  constructor(
    send: (message: FromPanel) => void,
    private readonly keep: (places: readonly PagePlace[]) => void,
    kept: unknown,
  ) {
    this.#send = send;
    this.#places = new Places(kept);
    document.addEventListener('scroll', () => this.#keep(), { passive: true });
    // Another width breaks other lines: what was in sight stays there.
    window.addEventListener('resize', () => this.#sight && this.#timeline.bringBack(this.#sight));
    // What lies near the end of the screen is drawn ahead; older commits are fetched when their turn comes.
    new IntersectionObserver(([seen]) => seen?.isIntersecting && this.#reachedEnd(), {
      rootMargin: '400px',
    }).observe(this.#end);
    setInterval(() => this.#tick(), 60_000);
  }

  readonly #send: (message: FromPanel) => void;

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
    if (message.document !== this.#document) {
      // The first word on another purpose: what is shown until its history is here.
      if (message.type === 'progress') this.#showLoading();
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
    this.#card.show(message.name, entries);
    this.#trends.show(entries);
    this.#notices.replaceChildren(...message.notices.map((text) => h('p', { class: 'notice' }, text)));
    this.#timeline.show(entries);
    this.#sight = sight;
    if (sight) this.#timeline.bringBack(sight);
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
        this.#end,
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
    this.#count.textContent =
      filter === 'all' ? plural(all, 'entry').replace('entrys', 'entries') : `${matching} of ${all}`;
    this.#drawEnd();
    this.#keep();
  }

  #drawEnd(): void {
    const { hasUndrawn, matching, place } = this.#timeline;
    const button = (label: string, click: () => void) =>
      h('button', { type: 'button', class: 'action', click }, label);
    const parts: HTMLElement[] = [];
    const progress = this.#progress;
    if (progress) {
      const { read, known } = progress;
      const text = known > 0 ? `Reading commits: ${read} of ${known}` : 'Reading commits';
      const bar = h('progress', {
        max: known > 0 ? known : undefined,
        value: known > 0 ? read : undefined,
        'aria-label': text,
      });
      parts.push(
        h('p', { class: 'quiet' }, text),
        bar,
        button('Stop', () => this.#stop()),
      );
    } else if (hasUndrawn) {
      parts.push(button('Show more', () => this.#timeline.drawMore()));
    } else if (this.#shown?.older === 'more') {
      if (place.filter !== 'all') parts.push(h('p', { class: 'quiet' }, 'Older commits are not read yet.'));
      parts.push(button('Look further back', () => this.#more()));
    } else {
      const { older, recording, keys } = this.#shown ?? {};
      if (matching === 0 && (keys?.length ?? 0) > 0) {
        parts.push(
          h('p', { class: 'quiet' }, 'Nothing of this kind yet.'),
          button('Show everything', () => this.#everything()),
        );
      } else if ((keys?.length ?? 0) === 0) {
        parts.push(h('p', { class: 'quiet' }, beginning(recording ?? 'on')));
      } else if (older === 'shallow') {
        parts.push(
          h(
            'p',
            { class: 'quiet' },
            'Older history is not in this shallow clone; “git fetch --unshallow” brings it here.',
          ),
        );
      } else if (recording && recording !== 'on') {
        parts.push(h('p', { class: 'quiet' }, UNRECORDED[recording]));
      }
    }
    const focused = this.#end.contains(document.activeElement);
    this.#end.replaceChildren(...parts);
    if (focused) this.#end.querySelector('button')?.focus();
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
      this.#shown?.older === 'more' &&
      this.#timeline.place.filter === 'all' &&
      !this.#progress &&
      !this.#stopped &&
      document.documentElement.scrollTop > 0
    ) {
      this.#more();
    }
  }

  #showNothing(found: boolean): void {
    this.#leave();
    const run = (command: 'find' | 'new') => () => this.#send({ type: 'command', document: '', command });
    this.element.replaceChildren(
      h('h1', {}, 'No purpose is open'),
      h(
        'p',
        {},
        'This panel shows how a purpose came to be: each cut, each stretch, each note on how it fits.',
      ),
      h(
        'div',
        { class: 'actions' },
        found &&
          h('button', { type: 'button', class: 'action primary', click: run('find') }, 'Open a purpose…'),
        h(
          'button',
          { type: 'button', class: found ? 'action' : 'action primary', click: run('new') },
          'Write a new one…',
        ),
      ),
      this.#status,
    );
  }

  #showLoading(): void {
    this.#leave();
    this.element.replaceChildren(
      h('p', { class: 'quiet' }, 'Reading the history'),
      h('progress', { 'aria-label': 'Reading the history' }),
      this.#status,
    );
  }

  #showFailure(name: string, message: string): void {
    this.#leave();
    const retry = () => this.#send({ type: 'retry', document: name });
    this.element.replaceChildren(
      h('h1', {}, 'The history cannot be read'),
      h('p', {}, message),
      h(
        'div',
        { class: 'actions' },
        h('button', { type: 'button', class: 'action primary', click: retry }, 'Try again'),
      ),
      this.#status,
    );
  }

  #leave(): void {
    this.#document = '';
    this.#shown = undefined;
    this.#progress = undefined;
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

  /** Time goes by: `2 minutes ago` does not stay true. */
  #tick(): void {
    for (const element of this.element.querySelectorAll('time')) {
      const text = this.#dates.relative(element.dateTime);
      if (element.textContent !== text) element.textContent = text;
    }
  }
}

const UNRECORDED: Readonly<Record<Exclude<Recording, 'on'>, string>> = {
  off: 'Changes are not recorded on save: the setting purpose.history.record is off.',
  untrusted: 'Changes are recorded on save once you trust this folder.',
  'read-only': 'Nothing can be recorded here: this folder is read-only.',
};

function beginning(recording: Recording): string {
  return recording === 'on'
    ? 'The history begins with the first change that you save.'
    : `There is no history yet. ${UNRECORDED[recording]}`;
}
