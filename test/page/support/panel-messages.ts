import type { Older } from '../../../src/history/history';
import { PurposeHistory } from '../../../src/history/history';
import type { Recording } from '../../../src/history/recorder-types';
import type { TimelineEntry } from '../../../src/history/timeline-entry';
import { statementFigures } from '../../../src/lint/statement-figures';
import { endingOf, HistoryViewer } from '../../../src/panel/history-view';
import type { HistoryMessage, ToPanel } from '../../../src/panel/protocol';
import { writeHistory, writeManyRecords } from '../../support/purpose-with-history';
import { MemoryFiles } from '../../unit/support/memory-files';

// The only file of the page's tests that knows the messages from extension to panel.

export const DOCUMENT = '/work/team.purpose.md';

/** The entries of a history, newest first, as the core reads them; opaque to the cases. */
export type Entries = readonly TimelineEntry[];

/** The history of a purpose, from files in memory that `write` creates. */
export async function entriesOf(
  write: (files: MemoryFiles, path: string) => Promise<void> = writeHistory,
): Promise<Entries> {
  const files = new MemoryFiles();
  await write(files, DOCUMENT);
  const history = new PurposeHistory({ files, figuresOf: statementFigures }, DOCUMENT);
  await history.refresh();
  return history.entries;
}

export function manyEntries(count: number): Promise<Entries> {
  return entriesOf((files, path) => writeManyRecords(files, path, count));
}

/** A history as posted the first time: all entries are new to the panel, except those of `known`. */
export function historyMessage(
  entries: Entries,
  {
    known = [],
    older = 'none',
    recording = 'on',
    ...others
  }: Partial<HistoryMessage> & {
    readonly known?: Entries;
    readonly older?: Older;
    readonly recording?: Recording;
  } = {},
): HistoryMessage {
  const { card, entries: views } = new HistoryViewer().view(entries);
  const told = new HistoryViewer().view(known).entries.map((view) => JSON.stringify(view));
  return {
    type: 'history',
    document: DOCUMENT,
    name: 'team.purpose.md',
    ...(card && { card }),
    keys: views.map(({ key }) => key),
    changed: views.filter((view) => !told.includes(JSON.stringify(view))),
    hasOlder: older === 'more',
    ending: endingOf(older, recording, entries.length === 0),
    notices: [],
    ...others,
  };
}

/** The values that accompany `document` unless a case overrides them. */
export const messages = {
  idle: (): ToPanel => ({ type: 'idle', document: DOCUMENT }),
  stopped: (): ToPanel => ({ type: 'stopped', document: DOCUMENT }),
  progress: (read: number, known: number): ToPanel => ({ type: 'progress', document: DOCUMENT, read, known }),
  failed: (message: string): ToPanel => ({ type: 'failed', document: DOCUMENT, message }),
  said: (text: string): ToPanel => ({ type: 'said', document: DOCUMENT, text }),
  nothing: (found: boolean): ToPanel => ({ type: 'nothing', found }),
} as const;

/** The same entry with another note, as after a manual edit of its record. */
export function withNote(entries: Entries, at: number, note: string): Entries {
  return entries.map((entry, index) => (index === at ? { ...entry, note } : entry));
}

/** The statements of the entries that changed an earlier one, newest first. */
export function changedStatements(entries: Entries): string[] {
  return entries.filter(({ previous }) => previous !== undefined).map(({ statement }) => statement);
}
