import { h } from './dom';

/** The screen without a purpose; `found` says whether the workspace has one. */
export function nothingScreen(found: boolean, run: (command: 'find' | 'new') => void): HTMLElement[] {
  return [
    h('h1', {}, 'No purpose is open'),
    h(
      'p',
      {},
      'This panel shows how a purpose came to be: each cut, each stretch, each note on how it fits.',
    ),
    h(
      'div',
      { class: 'actions' },
      found && button('Open a purpose…', true, () => run('find')),
      button('Write a new one…', !found, () => run('new')),
    ),
  ];
}

/** The screen until the first part of a history arrives. */
export function loadingScreen(stop: () => void): HTMLElement[] {
  return [
    h('p', { class: 'quiet' }, 'Reading the history'),
    h('progress', { 'aria-label': 'Reading the history' }),
    h('div', { class: 'actions' }, button('Stop', false, stop)),
  ];
}

/** The screen after Stop if there was nothing to show yet. */
export function stoppedScreen(goOn: () => void): HTMLElement[] {
  return [
    h('h1', {}, 'Reading was stopped'),
    h('p', {}, 'There was nothing to show yet.'),
    h('div', { class: 'actions' }, button('Read the history', true, goOn)),
  ];
}

/** The screen for a history that cannot be read. */
export function failureScreen(message: string, retry: () => void): HTMLElement[] {
  return [
    h('h1', {}, 'The history cannot be read'),
    h('p', {}, message),
    h('div', { class: 'actions' }, button('Try again', true, retry)),
  ];
}

function button(label: string, primary: boolean, click: () => void): HTMLElement {
  return h('button', { type: 'button', class: primary ? 'action primary' : 'action', click }, label);
}
