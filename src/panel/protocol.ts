import { ACTIONS, type Action, type CardView, type EntryView } from './view';

/** The history of one purpose for the panel. Entries that the panel has already are sent as keys. */
export interface HistoryMessage {
  readonly type: 'history';
  /** The URI of the purpose file; every answer contains it, so that late ones can be dropped. */
  readonly document: string;
  /** The file's name. */
  readonly name: string;
  /** The current statement, if there is one. */
  readonly card?: CardView;
  /** All entries, newest first. */
  readonly keys: readonly string[];
  /** The new and changed entries. */
  readonly changed: readonly EntryView[];
  /** Whether older entries can be loaded. */
  readonly hasOlder: boolean;
  /** One sentence below the last entry once all are loaded; may be empty. */
  readonly ending: string;
  /** Sentences on what is left out and why. */
  readonly notices: readonly string[];
  /** The file's new name if it was renamed outside the editor. */
  readonly moved?: string;
}

/** Messages from the extension to the panel. */
export type ToPanel =
  | HistoryMessage
  /** There is no purpose file to show; `found` says whether the workspace has one. */
  | { readonly type: 'nothing'; readonly found: boolean }
  /** Reading continues: the number of commits read, of `known`; 0 means that the total is unknown. */
  | { readonly type: 'progress'; readonly document: string; readonly read: number; readonly known: number }
  | { readonly type: 'idle'; readonly document: string }
  /** The user stopped reading before there was anything to show. */
  | { readonly type: 'stopped'; readonly document: string }
  | { readonly type: 'failed'; readonly document: string; readonly message: string }
  /** A message for screen readers about a completed action. */
  | { readonly type: 'said'; readonly document: string; readonly text: string };

/** The actions on the purpose. */
export const COMMANDS = ['note', 'reaffirm', 'pivot', 'open', 'openMoved', 'find', 'new'] as const;
export type PanelCommand = (typeof COMMANDS)[number];

/** Messages from the panel to the extension. */
export type FromPanel =
  | { readonly type: 'ready' }
  | { readonly type: 'more'; readonly document: string }
  | { readonly type: 'cancel'; readonly document: string }
  | { readonly type: 'retry'; readonly document: string }
  | { readonly type: 'act'; readonly document: string; readonly key: string; readonly action: Action }
  | { readonly type: 'command'; readonly document: string; readonly command: PanelCommand };

/** Validates a message of the panel; `undefined` if it is unknown. */
export function readFromPanel(data: unknown): FromPanel | undefined {
  if (!isObject(data)) return undefined;
  const { type, document, key, action, command } = data;
  if (type === 'ready') return { type };
  if (typeof document !== 'string') return undefined;
  if (type === 'more' || type === 'cancel' || type === 'retry') return { type, document };
  if (type === 'act' && typeof key === 'string') {
    const known = ACTIONS.find((one) => one === action);
    return known && { type, document, key, action: known };
  }
  if (type === 'command') {
    const known = COMMANDS.find((one) => one === command);
    return known && { type, document, command: known };
  }
  return undefined;
}

/** Validates a message of the extension; `undefined` if it is unknown. */
export function readToPanel(data: unknown): ToPanel | undefined {
  if (!isObject(data)) return undefined;
  const { type, document } = data;
  if (type === 'nothing') return { type, found: data.found === true };
  if (typeof document !== 'string') return undefined;
  switch (type) {
    case 'idle':
    case 'stopped':
      return { type, document };
    case 'progress':
      return typeof data.read === 'number' && typeof data.known === 'number'
        ? { type, document, read: data.read, known: data.known }
        : undefined;
    case 'failed':
      return typeof data.message === 'string' ? { type, document, message: data.message } : undefined;
    case 'said':
      return typeof data.text === 'string' ? { type, document, text: data.text } : undefined;
    case 'history':
      return isHistory(data) ? data : undefined;
    default:
      return undefined;
  }
}

function isHistory(data: object): data is HistoryMessage {
  const { name, card, keys, changed, hasOlder, ending, notices, moved } = data as Record<string, unknown>;
  return (
    typeof name === 'string' &&
    Array.isArray(keys) &&
    Array.isArray(changed) &&
    changed.every((entry) => isObject(entry) && typeof entry.key === 'string') &&
    (card === undefined || isObject(card)) &&
    typeof hasOlder === 'boolean' &&
    typeof ending === 'string' &&
    Array.isArray(notices) &&
    (moved === undefined || typeof moved === 'string')
  );
}

function isObject(data: unknown): data is Record<string, unknown> {
  return typeof data === 'object' && data !== null;
}
