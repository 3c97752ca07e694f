import type { Entry } from '../history/timeline';
import { plural } from '../text/plural';
import type { Dates } from './dates';
import { h, statementAttributes } from './dom';
import { kindOf } from './kinds';
import type { PanelCommand } from './protocol';

/** The statement as it is now, its figures, when it was last cared for, and what one can say of it. */
export class Card {
  readonly element = h('section', { class: 'card', 'aria-label': 'The statement' });

  constructor(
    private readonly dates: Dates,
    private readonly run: (command: PanelCommand) => void,
  ) {}

  /** @param entries newest first */
  show(name: string, entries: readonly Entry[]): void {
    const now = entries[0];
    const title = h(
      'h1',
      {},
      h(
        'button',
        { type: 'button', class: 'link', title: `Open ${name}`, click: () => this.run('open') },
        name,
      ),
    );
    if (!now || now.statement === '') {
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
    const { words, grade, vague } = now.figures;
    this.element.replaceChildren(
      title,
      h('blockquote', statementAttributes('now', now.statement), now.statement),
      h(
        'p',
        { class: 'quiet' },
        `${plural(words, 'word')} · reading grade ${grade} · ${vague} vague per 100`,
      ),
      ...this.#care(entries),
      actions(
        this.#button('note', 'Note how it fits…', true),
        this.#button('reaffirm', 'Reaffirm…'),
        this.#button('pivot', 'Pivot…'),
      ),
    );
  }

  #care(entries: readonly Entry[]): HTMLElement[] {
    const note = entries.find(({ kind, about }) => kind === 'note' && !about);
    if (!note?.time) return [];
    const text = `Last note: ${kindOf(note).label.toLowerCase()}, ${this.dates.relative(note.time)}`;
    return [h('p', { class: 'quiet' }, text)];
  }

  #button(command: PanelCommand, label: string, primary = false): HTMLElement {
    const attributes = { type: 'button', class: primary ? 'action primary' : 'action' };
    return h('button', { ...attributes, click: () => this.run(command) }, label);
  }
}

function actions(...buttons: HTMLElement[]): HTMLElement {
  return h('div', { class: 'actions', role: 'group', 'aria-label': 'Say how it is' }, ...buttons);
}
