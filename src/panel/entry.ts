import { answersTold } from '../history/review-questions';
import type { Entry } from '../history/timeline';
import { wordDiff } from '../history/words';
import { plural } from '../text/plural';
import type { Dates } from './dates';
import { h, icon, statementAttributes } from './dom';
import { kindOf } from './kinds';
import type { Action } from './protocol';

/** What the timeline does for an entry. */
export interface EntryHost {
  readonly dates: Dates;
  act(key: string, action: Action): void;
  toggle(key: string): void;
  /** The entry that a record's id or a commit's hash names, where it is loaded. */
  linked(id: string): Entry | undefined;
  /** The entry that came of a pivot. */
  successor(pivot: string): Entry | undefined;
  jump(key: string): void;
}

let count = 0;

/** One entry of the timeline; `open` shows its explanation and what can be done with it. */
export function entryItem(entry: Entry, open: boolean, isCurrent: boolean, host: EntryHost): HTMLLIElement {
  const kind = kindOf(entry);
  const id = `entry-${++count}`;
  const head = h(
    'button',
    {
      type: 'button',
      class: 'head',
      tabindex: '-1',
      'aria-expanded': String(open),
      'aria-controls': open ? `${id}-more` : undefined,
      'aria-describedby': `${id}-why`,
      title: kind.explanation,
      click: () => host.toggle(entry.key),
    },
    h('span', { class: 'kind' }, kind.label),
    entry.kind === 'working' && h('span', { class: 'badge' }, entry.time ? 'not recorded' : 'not saved'),
    entry.uncommitted && h('span', { class: 'badge' }, 'not committed'),
    entry.author !== '' && h('span', { class: 'author' }, entry.author),
    entry.time !== undefined &&
      h(
        'time',
        { datetime: entry.time, title: host.dates.absolute(entry.time) },
        host.dates.relative(entry.time),
      ),
  );
  return h(
    'li',
    { class: `entry ${open ? 'open' : ''}`, 'data-kind': entry.kind, 'data-key': entry.key },
    h('span', { class: 'rail' }, icon(kind.icon)),
    h(
      'div',
      { class: 'body' },
      h('h2', {}, head),
      h('span', { class: 'unseen', id: `${id}-why` }, kind.explanation),
      statement(entry),
      entry.phrase !== undefined && h('p', { class: 'phrase' }, `“${entry.phrase}”`),
      entry.note !== '' && h('p', { class: 'note' }, entry.note),
      answers(entry),
      ...links(entry, host),
      steps(entry, host),
      open && more(entry, `${id}-more`, isCurrent, host),
    ),
  );
}

/** What the entry changed, word for word; a statement that only stands there is not repeated under every note. */
function statement(entry: Entry): HTMLElement | undefined {
  const { change, previous, statement: now } = entry;
  if (!change && entry.kind !== 'refine' && entry.kind !== 'adopt' && entry.kind !== 'pivot')
    return undefined;
  const attributes = statementAttributes('statement', (previous ?? '') + now);
  if (!change || previous === undefined) return h('p', attributes, now);
  const tags = { added: 'ins', removed: 'del' } as const;
  const parts = wordDiff(previous, now).flatMap(({ kind, text }): (HTMLElement | string)[] => {
    // White space is not marked: a line through nothing reads badly.
    const [, lead = '', words = '', trail = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(text) ?? [];
    return kind === 'same' || words === '' ? [text] : [lead, h(tags[kind], {}, words), trail];
  });
  return h('p', attributes, ...parts);
}

/** The other entries that an entry speaks of, as far as they are loaded. */
export function linksOf(entry: Entry, host: EntryHost): { readonly lead: string; readonly other: Entry }[] {
  const { about, pivot, record, kind } = entry;
  const found = [
    { lead: 'About the wording of', other: about ? host.linked(about) : undefined },
    { lead: 'Why the old one went:', other: pivot ? host.linked(pivot) : undefined },
    {
      lead: 'What came instead:',
      other: kind === 'pivot' && record ? host.successor(record.id) : undefined,
    },
  ];
  return found.flatMap(({ lead, other }) => (other ? [{ lead, other }] : []));
}

/** The wordings that a sitting passed, folded away until the user unfolds them. */
function steps({ steps: passed = [] }: Entry, host: EntryHost): HTMLElement | undefined {
  if (passed.length === 0) return undefined;
  const items = passed.map(({ time, statement: words }) =>
    h(
      'li',
      {},
      h('time', { datetime: time }, host.dates.absolute(time)),
      h('p', statementAttributes('statement', words), words),
    ),
  );
  return h(
    'details',
    { class: 'steps' },
    h('summary', {}, `${plural(passed.length, 'wording')} on the way`),
    h('ol', {}, ...items),
  );
}

/** What was answered to the questions of a review. */
function answers(entry: Entry): HTMLElement | undefined {
  const told = answersTold(entry.answers);
  if (told.length === 0) return undefined;
  const pairs = told.flatMap(({ head, text }) => [h('dt', {}, head), h('dd', { dir: 'auto' }, text)]);
  return h('dl', { class: 'answers' }, ...pairs);
}

function links(entry: Entry, host: EntryHost): HTMLElement[] {
  return linksOf(entry, host).map(({ lead, other }) => {
    const when = other.time === undefined ? 'now' : host.dates.day(other.time);
    const jump = () => host.jump(other.key);
    return h(
      'p',
      { class: 'linked' },
      h('button', { type: 'button', class: 'link', click: jump }, `${lead} ${when}`),
    );
  });
}

function more(entry: Entry, id: string, isCurrent: boolean, host: EntryHost): HTMLElement {
  const { grade, vague, words } = entry.figures;
  const button = (action: Action, label: string, title: string) =>
    h('button', { type: 'button', class: 'action', title, click: () => host.act(entry.key, action) }, label);
  return h(
    'div',
    { class: 'more', id },
    entry.change && h('p', { class: 'quiet' }, `${entry.change.explanation}.`),
    h('p', { class: 'quiet' }, `Reading grade ${grade} · ${vague} vague per 100 · ${plural(words, 'word')}`),
    entry.commit &&
      h('p', { class: 'quiet' }, `Commit ${entry.commit.hash.slice(0, 8)}: ${entry.commit.subject}`),
    h(
      'div',
      { class: 'actions', role: 'group', 'aria-label': 'Do with this entry' },
      !isCurrent &&
        button('compare-current', 'Compare with now', 'Show what differs from the statement of today'),
      entry.previous !== undefined &&
        button('compare-previous', 'Compare with before', 'Show what this entry changed, side by side'),
      !isCurrent &&
        entry.statement !== '' &&
        button('restore', 'Restore', 'Put this wording into the file; you can undo it'),
      entry.kind !== 'working' && button('note', 'Add a note…', 'Note how this wording fits'),
      entry.statement !== '' && button('copy', 'Copy', 'Copy the statement as it read then'),
      entry.commit && button('commit', 'Open commit', 'Show all that this commit changed'),
      entry.record && button('remove', 'Remove', 'Remove this entry from the records; you can undo it'),
    ),
  );
}
