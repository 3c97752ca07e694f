import { runYielding } from '../async/yielding';
import type { Round } from '../consent/parse-consent';
import type { Older } from '../history/history';
import type { Recording } from '../history/recorder-types';
import { answersTold } from '../history/review-questions';
import type { TimelineEntry } from '../history/timeline-entry';
import { wordDiff } from '../history/word-diff';
import { figuresInWords } from '../statement/figures-in-words';
import { detectLanguage } from '../statement/language';
import { filtersOf, kindOf } from './kinds';
import { noteOf, withRounds } from './rounds';
import type { Action, CardView, EntryView, LinkView, Point, Segment } from './view';

/** The linter's figures of the current statement, under the current settings. */
export interface CurrentFigures extends Point {
  readonly statement: string;
  /** The language that the file declares. */
  readonly lang?: string | undefined;
}

/** The page's view of a history. */
interface HistoryView {
  readonly card?: CardView;
  /** Newest first. */
  readonly entries: readonly EntryView[];
}

/** Computes the page's view of a history; memoises word-level differences. */
export class HistoryViewer {
  #differences = new Map<string, readonly Segment[]>();

  /** Precomputes what {@link view} needs, and yields to the event loop in between. */
  async prepare(entries: readonly TimelineEntry[], signal?: AbortSignal): Promise<void> {
    const differences = this.#differences;
    function* steps(): Generator<void, void> {
      for (const { previous, statement } of entries) {
        if (previous === undefined) continue;
        difference(differences, previous, statement);
        yield;
      }
    }
    await runYielding(steps(), signal);
  }

  /**
   * The view of a history: what its page draws.
   *
   * @param entries newest first
   * @param current overrides the figures of the current wording
   * @param rounds the rounds of consent in the file, oldest first
   */
  view(
    entries: readonly TimelineEntry[],
    current?: CurrentFigures,
    rounds: readonly Round[] = [],
  ): HistoryView {
    const used = new Map<string, readonly Segment[]>();
    const known = this.#differences;
    const links = linksAmong(entries);
    const now = entries[0]?.statement;
    const views = entries.map((entry): EntryView => {
      const { previous, statement, phrase, steps, author, time, commit } = entry;
      const figures = figuresOf(entry, current);
      const found = links(entry);
      const answers = answersTold(entry.answers);
      return {
        ...kindOf(entry),
        key: entry.key,
        kind: entry.kind,
        author,
        ...badgesOf(entry),
        ...(time !== undefined && { time }),
        ...(showsStatement(entry) && {
          statement:
            entry.change && previous !== undefined
              ? difference(used, previous, statement, known)
              : [{ kind: 'same' as const, text: statement }],
        }),
        ...(phrase !== undefined && { phrase }),
        ...noteOf(entry),
        ...(answers.length > 0 && { answers }),
        ...(commit && { subject: commit.subject }),
        ...(steps && { steps: steps.map((step) => ({ time: step.time, text: step.statement })) }),
        ...(found.length > 0 && { links: found }),
        details: detailsOf(entry, figures),
        actions: actionsOf(entry, statement === now),
        filters: filtersOf(entry),
        ...(statement !== '' && isStatementState(entry) && { point: figures }),
      };
    });
    this.#differences = used;
    const card = cardOf(entries, current);
    return { entries: withRounds(views, entries, rounds), ...(card && { card }) };
  }
}

/** The text below the last entry once all are loaded: why there is no more, or when a history begins. */
export function endingOf(older: Older, recording: Recording, isEmpty: boolean): string {
  if (isEmpty && recording === 'on') return 'The history begins with the first change that you save.';
  if (isEmpty) return `There is no history yet. ${UNRECORDED[recording]}`;
  if (older === 'shallow')
    return 'Older history is not in this shallow clone; “git fetch --unshallow” brings it here.';
  return UNRECORDED[recording];
}

const UNRECORDED: Readonly<Record<Recording, string>> = {
  on: '',
  off: 'Changes are not recorded on save: the setting purpose.history.record is off.',
  untrusted: 'Changes are recorded on save once you trust this folder.',
  'read-only': 'Nothing can be recorded here: this folder is read-only.',
};

function difference(
  into: Map<string, readonly Segment[]>,
  before: string,
  after: string,
  known: ReadonlyMap<string, readonly Segment[]> = into,
): readonly Segment[] {
  const key = `${before}\0${after}`;
  const found = into.get(key) ?? known.get(key) ?? wordDiff(before, after);
  into.set(key, found);
  return found;
}

function cardOf(
  entries: readonly TimelineEntry[],
  current: CurrentFigures | undefined,
): CardView | undefined {
  const now = entries[0];
  if (!now || now.statement === '') return undefined;
  const note = entries.find(({ kind, about }) => kind === 'note' && !about);
  return {
    statement: now.statement,
    figures: figuresInWords(figuresOf(now, current)),
    ...(note?.time !== undefined && { note: { label: kindOf(note).label.toLowerCase(), time: note.time } }),
  };
}

/**
 * The figures of an entry: the linter's for the current wording, the stored ones for an earlier wording, as far as its
 * language has them.
 */
function figuresOf({ statement, figures }: TimelineEntry, current: CurrentFigures | undefined): Point {
  const { grade, vague, words } = statement === current?.statement ? current : figures;
  const english = detectLanguage(statement, current?.lang).english;
  return {
    ...(english && grade !== undefined && vague !== undefined && { grade, vague }),
    words,
  };
}

function badgesOf({ kind, time, commit, uncommitted }: TimelineEntry): {
  readonly badges?: readonly string[];
} {
  const badges = [];
  if (kind === 'working' && !commit) badges.push(time === undefined ? 'not saved' : 'not recorded');
  // An unsaved wording is not marked as uncommitted as well.
  if (uncommitted && !(kind === 'working' && time === undefined)) badges.push('not committed');
  return badges.length > 0 ? { badges } : {};
}

/** Whether to show the statement: an unchanged one is not repeated under every note. */
function showsStatement({ change, kind }: TimelineEntry): boolean {
  return change !== undefined || kind === 'refine' || kind === 'adopt' || kind === 'pivot';
}

function isStatementState({ kind, change }: TimelineEntry): boolean {
  return change !== undefined || kind === 'refine' || kind === 'adopt' || kind === 'working';
}

function detailsOf({ change, commit }: TimelineEntry, figures: Point): string[] {
  return [
    ...(change ? [`${change.explanation}.`] : []),
    figuresInWords(figures),
    ...(commit ? [`Commit ${commit.hash.slice(0, 8)}.`] : []),
  ];
}

function actionsOf(entry: TimelineEntry, isCurrent: boolean): Action[] {
  const { previous, statement, kind, commit, record } = entry;
  const has = statement !== '';
  return [
    ...(isCurrent ? [] : (['compare-current'] as const)),
    ...(previous === undefined ? [] : (['compare-previous'] as const)),
    'compare-other',
    ...(!isCurrent && has ? (['restore'] as const) : []),
    ...(kind === 'working' ? [] : (['note'] as const)),
    ...(has ? (['copy'] as const) : []),
    ...(commit ? (['commit'] as const) : []),
    ...(record ? (['remove'] as const) : []),
  ];
}

/** The loaded entries that an entry refers to. */
function linksAmong(entries: readonly TimelineEntry[]): (entry: TimelineEntry) => LinkView[] {
  const named = new Map<string, TimelineEntry>();
  const successors = new Map<string, TimelineEntry>();
  for (const entry of entries) {
    const { record, commit, pivot } = entry;
    for (const id of [record?.id, commit?.hash]) if (id && !named.has(id)) named.set(id, entry);
    if (pivot && !successors.has(pivot)) successors.set(pivot, entry);
  }
  return ({ about, pivot, record, kind }) => {
    const found = [
      { lead: 'About the wording of', other: about ? named.get(about) : undefined },
      { lead: 'Why the old one went:', other: pivot ? named.get(pivot) : undefined },
      {
        lead: 'What came instead:',
        other: kind === 'pivot' && record ? successors.get(record.id) : undefined,
      },
    ];
    return found.flatMap(({ lead, other }) =>
      other ? [{ lead, key: other.key, ...(other.time !== undefined && { time: other.time }) }] : [],
    );
  };
}
