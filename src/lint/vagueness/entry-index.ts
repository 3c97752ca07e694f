import type { ListedEntry } from './entry';
import { keysOf } from './pattern';

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
 * Phrases indexed by the possible words of their anchor. Dozens begin with the frequent words "the" or "a", so long
 * lists are also filtered by the next word.
 */
export class EntryIndex {
  readonly #entries = new Map<string, ListedEntry[]>();
  readonly #buckets = new Map<string, Bucket>();

  /** @param keys see {@link keysOf} */
  add(keys: readonly string[], entry: ListedEntry): void {
    for (const key of keys) {
      this.#buckets.delete(key);
      const others = this.#entries.get(key);
      if (others) others.push(entry);
      else this.#entries.set(key, [entry]);
    }
  }

  /** The entries that may match at a word, in the order in which they were added for each of its keys. */
  at(lower: string, next: string | undefined): readonly ListedEntry[] {
    if (!lower.includes('-')) return this.#under(lower, next);
    return keysOf(lower).flatMap((key) => this.#under(key, next));
  }

  #under(key: string, next: string | undefined): readonly ListedEntry[] {
    const entries = this.#entries.get(key);
    if (!entries) return NONE;
    // A hyphenated word can match in several ways.
    if (entries.length <= FEW || next?.includes('-')) return entries;
    const bucket = this.#buckets.get(key) ?? bucketOf(entries);
    this.#buckets.set(key, bucket);
    return (next === undefined ? undefined : bucket.byNext.get(next)) ?? bucket.open;
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
