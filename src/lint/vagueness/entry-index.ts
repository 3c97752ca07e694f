import type { ListedEntry } from './entry';
import { keysOf } from './pattern';
import { entryOf, type PhraseKeys, type PhraseList } from './phrase-list';

/** Shorter lists are searched linearly. */
const FEW = 4;
const NONE: readonly ListedEntry[] = [];

/** Entries that begin with the same word. */
interface Bucket {
  /** The possible entries by next word, for entries that require one. */
  readonly byNext: ReadonlyMap<string, readonly ListedEntry[]>;
  /** The entries that accept any other next word. */
  readonly open: readonly ListedEntry[];
}

/**
 * Phrases by the possible words of their anchor, each compiled when a text first has such a word. Dozens begin with the
 * frequent words "the" or "a", so long lists are also filtered by the next word.
 */
export class EntryIndex {
  readonly #compiled = new Map<number, ListedEntry>();
  readonly #entries = new Map<string, readonly ListedEntry[]>();
  readonly #buckets = new Map<string, Bucket>();

  constructor(
    readonly list: PhraseList,
    readonly keys: PhraseKeys,
  ) {}

  /** The entries that may match at a word, in the order of the list for each of its keys. */
  at(lower: string, next: string | undefined): readonly ListedEntry[] {
    if (!lower.includes('-')) return this.#under(lower, next);
    return keysOf(lower).flatMap((key) => this.#under(key, next));
  }

  #under(key: string, next: string | undefined): readonly ListedEntry[] {
    const entries = this.#entriesOf(key);
    // A hyphenated word can match in several ways.
    if (entries.length <= FEW || next?.includes('-')) return entries;
    const bucket = this.#buckets.get(key) ?? bucketOf(entries);
    this.#buckets.set(key, bucket);
    return (next === undefined ? undefined : bucket.byNext.get(next)) ?? bucket.open;
  }

  #entriesOf(key: string): readonly ListedEntry[] {
    const before = this.#entries.get(key);
    if (before) return before;
    const ids = this.keys.get(key);
    if (!ids) return NONE;
    const entries = ids.map((id) => this.#compile(id));
    this.#entries.set(key, entries);
    return entries;
  }

  #compile(id: number): ListedEntry {
    const entry = this.#compiled.get(id) ?? entryOf(this.list, id);
    this.#compiled.set(id, entry);
    return entry;
  }
}

function bucketOf(entries: readonly ListedEntry[]): Bucket {
  const byNext = new Map<string, ListedEntry[]>();
  const open: ListedEntry[] = [];
  for (const entry of entries) {
    const words = mustGoOnWith(entry);
    for (const word of words ?? []) if (!byNext.has(word)) byNext.set(word, [...open]);
    for (const word of words ?? byNext.keys()) byNext.get(word)?.push(entry);
    if (!words) open.push(entry);
  }
  return { byNext, open };
}

/**
 * The words one of which must follow the anchor; `undefined` if it may be the last word, or anything else may follow.
 */
function mustGoOnWith({ phrase }: ListedEntry): ReadonlySet<string> | undefined {
  const second = phrase.from[1];
  return second && !second.optional ? second.words : undefined;
}
