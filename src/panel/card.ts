import type { Dates } from './dates';
import { h, statementAttributes } from './dom';
import type { PanelCommand } from './protocol';
import type { CardView } from './view';

/** The current statement, its figures, the last note on it, and the commands on it. */
export class Card {
  readonly element = h('section', { class: 'card', 'aria-label': 'The statement' });
  /** In a narrow panel, a statement of more than two lines is cut off until the user asks for all of it. */
  readonly #whole = h('button', {
    type: 'button',
    class: 'link fold',
    'aria-expanded': 'false',
    click: () => this.#fold(this.element.classList.contains('whole')),
  });

  constructor(
    private readonly dates: Dates,
    private readonly run: (command: PanelCommand) => void,
  ) {
    // The number of lines depends on the width, and so does whether the statement is cut off.
    new ResizeObserver(() => this.#offer()).observe(this.element);
  }

  show(name: string, card: CardView | undefined): void {
    const title = h(
      'h1',
      {},
      h(
        'button',
        { type: 'button', class: 'link', title: `Open ${name}`, click: () => this.run('open') },
        name,
      ),
    );
    if (!card) {
      this.element.replaceChildren(
        title,
        h(
          'p',
          { class: 'quiet' },
          'There is no statement in this file yet. Its first paragraph is the statement.',
        ),
        actions(this.#button('open', 'Write it', true), this.#button('new', 'From a template')),
      );
      return;
    }
    const { statement, figures, note } = card;
    const isFocused = document.activeElement === this.#whole;
    this.element.replaceChildren(
      title,
      h('blockquote', statementAttributes('now', statement), statement),
      this.#whole,
      h('p', { class: 'quiet figures' }, figures),
      note ? h('p', { class: 'quiet' }, `Last note: ${note.label}, ${this.dates.relative(note.time)}`) : '',
      actions(
        this.#button('note', 'Note how it fits…', true),
        this.#button('reaffirm', 'Reaffirm…'),
        this.#button('pivot', 'Pivot…'),
      ),
    );
    this.#fold(!this.element.classList.contains('whole'));
    if (isFocused) this.#whole.focus();
  }

  #fold(folded: boolean): void {
    this.element.classList.toggle('whole', !folded);
    this.#whole.textContent = folded ? 'Show all of it' : 'Show less';
    this.#whole.setAttribute('aria-expanded', String(!folded));
    this.#offer();
  }

  /** Offers to show the whole statement if it is cut off. */
  #offer(): void {
    const now = this.element.querySelector('.now');
    const isCut = now !== null && now.scrollHeight > now.clientHeight + 1;
    const isLong = now?.classList.contains('long') === true;
    this.#whole.hidden = !(this.element.classList.contains('whole') || (isCut && !isLong));
  }

  #button(command: PanelCommand, label: string, primary = false): HTMLElement {
    const attributes = { type: 'button', class: primary ? 'action primary' : 'action' };
    return h('button', { ...attributes, click: () => this.run(command) }, label);
  }
}

function actions(...buttons: HTMLElement[]): HTMLElement {
  return h('div', { class: 'actions', role: 'group', 'aria-label': 'Say how it is' }, ...buttons);
}
