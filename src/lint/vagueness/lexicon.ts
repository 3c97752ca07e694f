import { entryData, TOPICS } from '../lexicon';
import type { Entry, EntryData, Topic } from './entry';
import { EntryIndex } from './entry-index';
import { type Phrase, readPhrase } from './pattern';

let built: EntryIndex | undefined;

/** The index of all word lists, built when first asked for. */
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
  const forms = data.forms ?? topic.forms;
  const plain = /^[a-z'-]+$/.test(data.phrase);
  const unless = data.unless ?? topic.unless;
  for (const { keys, compile } of readPhrase(plain && forms ? `${data.phrase}.${forms}` : data.phrase)) {
    let phrase: Phrase | undefined;
    const entry: Entry = {
      rule: topic.rule,
      topic: topic.topic,
      written: data.phrase,
      forms: plain ? forms : undefined,
      get phrase() {
        phrase ??= compile();
        return phrase;
      },
      says: data.says ?? topic.says,
      question: data.question ?? topic.question,
      why: data.why ?? topic.why,
      when: data.when ?? topic.when ?? [],
      after: setOf(unless?.after),
      before: setOf(unless?.before),
      except: setOf(data.except ?? topic.except),
      instead: data.instead ?? topic.instead ?? [],
      safe: data.safe ?? topic.safe ?? false,
      clearedBy: data.clearedBy ?? topic.clearedBy ?? [],
    };
    index.add(keys, entry);
  }
}

const NONE: ReadonlySet<string> = new Set();
const sets = new Map<readonly string[], ReadonlySet<string>>();

/** A list as a set; the entries of a group mostly share one. */
function setOf(list: readonly string[] | undefined): ReadonlySet<string> {
  if (!list) return NONE;
  const set = sets.get(list) ?? new Set(list);
  sets.set(list, set);
  return set;
}
