import type { HistoryMessage, ToPanel } from '../../panel/protocol';
import type { EntryView } from '../../panel/view';

/** Sends the history of one purpose to the panel's page, without the entries that the page has. */
export class PanelFeed {
  /** The entries that the page has, as JSON by key. */
  #sent = new Map<string, string>();
  /** The last message without its entries. */
  #lastState: string | undefined;

  constructor(private readonly send: (message: ToPanel) => void) {}

  /** Sends the changed entries with the rest of the message, unless all of it is unchanged. */
  history(views: readonly EntryView[], state: Omit<HistoryMessage, 'type' | 'keys' | 'changed'>): void {
    const sent = new Map(views.map((view) => [view.key, JSON.stringify(view)]));
    const changed = views.filter(({ key }) => this.#sent.get(key) !== sent.get(key));
    this.#sent = sent;
    const keys = views.map(({ key }) => key);
    // The linter runs after each keystroke; an unchanged message is not sent.
    const now = JSON.stringify([state, keys]);
    if (changed.length === 0 && now === this.#lastState) return;
    this.#lastState = now;
    this.send({ type: 'history', ...state, keys, changed });
  }

  /** Sends a message after which the page has no entries. */
  replace(message: ToPanel): void {
    this.forget();
    this.send(message);
  }

  /** The page has lost its entries. */
  forget(): void {
    this.#sent = new Map();
    this.#lastState = undefined;
  }
}
