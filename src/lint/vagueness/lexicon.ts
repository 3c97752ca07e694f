import { entryData, TOPICS } from '../lexicon';
import type { EntryData, ListedEntry, Topic } from './entry';
import { EntryIndex } from './entry-index';
import { type Phrase, readPhrase } from './pattern';

let built: EntryIndex | undefined;

/** The index of all word lists, built on first use. */
export function lexicon(): EntryIndex {
  built ??= indexOf(TOPICS);
  return built;
}

/** Compiles topics into one index. */
export function indexOf(topics: readonly Topic[]): EntryIndex {
  const index = new EntryIndex();
  for (const topic of topics) {
    for (const entry of topic.entries) addEntry(index, topic, entryData(entry));
  }
  return index;
}

function addEntry(index: EntryIndex, topic: Topic, data: EntryData): void {
  const own = /^[a-z'-]+\.([vna])$/.exec(data.phrase)?.[1] as Topic['forms'];
  const plain = /^[a-z'-]+$/.test(data.phrase);
  const forms = own ?? (plain ? (data.forms ?? topic.forms) : undefined);
  for (const { keys, compile } of readPhrase(plain && forms ? `${data.phrase}.${forms}` : data.phrase)) {
    let phrase: Phrase | undefined;
    const entry: ListedEntry = {
      rule: topic.rule,
      topic: topic.topic,
      written: data.phrase,
      forms,
      get phrase() {
        phrase ??= compile();
        return phrase;
      },
      says: data.says ?? topic.says,
      question: data.question ?? topic.question,
      why: data.why ?? topic.why,
      instead: data.instead ?? topic.instead ?? [],
      safe: data.safe ?? topic.safe ?? false,
      clearedBy: data.clearedBy ?? topic.clearedBy ?? [],
    };
    index.add(keys, entry);
  }
}
