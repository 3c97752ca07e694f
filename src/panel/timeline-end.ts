import { h } from './dom';
import type { HistoryMessage } from './protocol';
import type { Timeline } from './timeline';

/** The progress of reading commits; a `known` of 0 means that the total is unknown. */
export interface Progress {
  readonly read: number;
  readonly known: number;
}

/** The actions of the buttons below the last entry. */
interface EndHost {
  stop(): void;
  drawMore(): void;
  lookBack(): void;
  showEverything(): void;
}

/** The end of the timeline: the progress of reading, a button to continue, or why there is no more. */
export class TimelineEnd {
  readonly element = h('div', { class: 'end' });

  constructor(private readonly host: EndHost) {}

  show(
    timeline: Pick<Timeline, 'hasUndrawn' | 'matching' | 'place'>,
    shown: HistoryMessage | undefined,
    progress: Progress | undefined,
  ): void {
    const focused = this.element.contains(document.activeElement);
    this.element.replaceChildren(...this.#parts(timeline, shown, progress));
    if (focused) this.element.querySelector('button')?.focus();
  }

  #parts(
    { hasUndrawn, matching, place }: Pick<Timeline, 'hasUndrawn' | 'matching' | 'place'>,
    shown: HistoryMessage | undefined,
    progress: Progress | undefined,
  ): HTMLElement[] {
    if (progress) return this.#progress(progress);
    if (hasUndrawn) return [button('Show more', () => this.host.drawMore())];
    if (shown?.hasOlder) {
      const back = button('Look further back', () => this.host.lookBack());
      return place.filter === 'all' ? [back] : [quiet('Older commits are not read yet.'), back];
    }
    if (shown && shown.keys.length > 0 && matching === 0) {
      const all = button('Show everything', () => this.host.showEverything());
      return [quiet('Nothing of this kind yet.'), all];
    }
    return shown && shown.ending !== '' ? [quiet(shown.ending)] : [];
  }

  #progress({ read, known }: Progress): HTMLElement[] {
    const text = known > 0 ? `Reading commits: ${read} of ${known}` : 'Reading commits';
    const counted = known > 0 && { max: known, value: read };
    return [
      quiet(text),
      h('progress', { ...counted, 'aria-label': text }),
      button('Stop', () => this.host.stop()),
    ];
  }
}

function quiet(text: string): HTMLElement {
  return h('p', { class: 'quiet' }, text);
}

function button(label: string, click: () => void): HTMLElement {
  return h('button', { type: 'button', class: 'action', click }, label);
}
