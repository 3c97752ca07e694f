import { TOPICS } from '../lexicon';
import type { Topic } from './entry';
import { EntryIndex } from './entry-index';
import packed from './lexicon-keys';
import { listOf, phraseKeys, unpackKeys } from './phrase-list';

let built: EntryIndex | undefined;

/** The index of all word lists, built on first use. */
export function lexicon(): EntryIndex {
  built ??= new EntryIndex(listOf(TOPICS), unpackKeys(packed));
  return built;
}

/** The index of some topics. */
export function indexOf(topics: readonly Topic[]): EntryIndex {
  const list = listOf(topics);
  return new EntryIndex(list, phraseKeys(list));
}
