import { plural } from '../text/plural';
import type { Dates } from './dates';
import { h, icon, statementAttributes } from './dom';
import type { Action, AnswerView, EntryView, LinkView, Segment, StepView, VoiceView } from './view';

/** The timeline's services for an entry. */
export interface EntryHost {
  readonly dates: Dates;
  act(key: string, action: Action): void;
  toggle(key: string): void;
  jump(key: string): void;
}

const ACTION_WORDS: Readonly<Record<Action, { readonly label: string; readonly title: string }>> = {
  'compare-current': {
    label: 'Compare with now',
    title: 'Show what differs from the statement of today',
  },
  'compare-previous': {
    label: 'Compare with before',
    title: 'Show what this entry changed, side by side',
  },
  'compare-other': { label: 'Compare with…', title: 'Choose another entry to compare this one with' },
  restore: { label: 'Restore', title: 'Put this wording into the file; you can undo it' },
  note: { label: 'Add a note…', title: 'Note how this wording fits' },
  copy: { label: 'Copy', title: 'Copy the statement as it read then' },
  commit: { label: 'Open commit', title: 'Show all that this commit changed' },
  remove: { label: 'Remove', title: 'Remove this entry from the records; you can undo it' },
};

let count = 0;

/** One entry of the timeline; `open` shows its details and actions. */
export function entryItem(entry: EntryView, open: boolean, host: EntryHost): HTMLLIElement {
  const id = `entry-${++count}`;
  const { label, explanation, badges = [], author, time, phrase, note, subject } = entry;
  const head = h(
    'button',
    {
      type: 'button',
      class: 'head',
      tabindex: '-1',
      'aria-expanded': String(open),
      'aria-controls': open ? `${id}-more` : undefined,
      'aria-describedby': `${id}-why`,
      title: explanation,
      click: () => host.toggle(entry.key),
    },
    h('span', { class: 'kind' }, label),
    ...badges.map((badge) => h('span', { class: 'badge' }, badge)),
    author !== '' && h('span', { class: 'author' }, author),
    time !== undefined && when(time, host.dates),
  );
  return h(
    'li',
    { class: `entry ${open ? 'open' : ''}`, 'data-kind': entry.kind, 'data-key': entry.key },
    h('span', { class: 'rail' }, icon(entry.icon)),
    h(
      'div',
      { class: 'body' },
      h('h2', {}, head),
      h('span', { class: 'unseen', id: `${id}-why` }, explanation),
      entry.statement && statement(entry.statement),
      phrase !== undefined && h('p', { class: 'phrase' }, `“${phrase}”`),
      note !== undefined && h('p', { class: 'note' }, note),
      entry.answers && answers(entry.answers),
      entry.voices && voices(entry.voices),
      subject !== undefined && h('p', { class: 'quiet subject' }, subject),
      ...(entry.links ?? []).map((link) => linked(link, host)),
      entry.steps && steps(entry.steps, host),
      open && more(entry, `${id}-more`, host),
    ),
  );
}

/** The day, and how long ago it was. */
function when(time: string, dates: Dates): HTMLElement {
  return h(
    'span',
    { class: 'when' },
    h('span', {}, dates.day(time)),
    ' · ',
    h('time', { datetime: time, title: dates.absolute(time) }, dates.relative(time)),
  );
}

/** The word-level change of the entry. */
function statement(segments: readonly Segment[]): HTMLElement {
  const whole = segments.map(({ text }) => text).join('');
  const tags = { added: 'ins', removed: 'del' } as const;
  const parts = segments.flatMap(({ kind, text }): (HTMLElement | string)[] => {
    // White space is not marked, because a line through it reads badly.
    const [, lead = '', words = '', trail = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(text) ?? [];
    return kind === 'same' || words === '' ? [text] : [lead, h(tags[kind], {}, words), trail];
  });
  return h('p', statementAttributes('statement', whole), ...parts);
}

/** The intermediate wordings of an edit session, folded until the user unfolds them. */
function steps(passed: readonly StepView[], { dates }: EntryHost): HTMLElement {
  const items = passed.map(({ time, text }) =>
    h(
      'li',
      {},
      h('time', { datetime: time, class: 'fixed' }, dates.absolute(time)),
      h('p', statementAttributes('statement', text), text),
    ),
  );
  return h(
    'details',
    { class: 'steps' },
    h('summary', {}, `${plural(passed.length, 'wording')} on the way`),
    h('ol', {}, ...items),
  );
}

/** The answers to the questions of a review. */
function answers(given: readonly AnswerView[]): HTMLElement {
  const pairs = given.flatMap(({ head, text }) => [h('dt', {}, head), h('dd', { dir: 'auto' }, text)]);
  return h('dl', { class: 'answers' }, ...pairs);
}

/** Who answered what in a round of consent, and why. */
function voices(given: readonly VoiceView[]): HTMLElement {
  const pairs = given.flatMap(({ name, answer, reason }) => [
    h('dt', { dir: 'auto' }, name),
    h('dd', {}, answer, reason !== undefined && h('span', { class: 'reason', dir: 'auto' }, reason)),
  ]);
  return h('dl', { class: 'voices' }, ...pairs);
}

function linked({ lead, key, time }: LinkView, { dates, jump }: EntryHost): HTMLElement {
  const day = time === undefined ? 'now' : dates.day(time);
  return h(
    'p',
    { class: 'linked' },
    h('button', { type: 'button', class: 'link', click: () => jump(key) }, `${lead} ${day}`),
  );
}

function more({ key, details, actions }: EntryView, id: string, host: EntryHost): HTMLElement {
  const button = (action: Action) => {
    const { label, title } = ACTION_WORDS[action];
    return h('button', { type: 'button', class: 'action', title, click: () => host.act(key, action) }, label);
  };
  return h(
    'div',
    { class: 'more', id },
    ...details.map((line) => h('p', { class: 'quiet' }, line)),
    actions.length > 0 &&
      h(
        'div',
        { class: 'actions', role: 'group', 'aria-label': 'Do with this entry' },
        ...actions.map(button),
      ),
  );
}
