import { entryData } from '../lexicon';
import type { EntryData, ListedEntry, Topic } from './entry';
import { type Phrase, readPhrase } from './pattern';

/** The entries of some topics in order, each with its topic. */
export type PhraseList = readonly { readonly topic: Topic; readonly entry: string | EntryData }[];

/** For each possible word of an anchor, the ids of the phrases that may begin there. */
export type PhraseKeys = ReadonlyMap<string, readonly number[]>;

/** Phrase keys as plain data: each word, followed by its ids. */
export type PackedKeys = readonly (string | number)[];

/** An entry has at most this many spellings; the id of a phrase is the number of its entry times this, plus its spelling. */
const MOST_SPELLINGS = 2;

/** Lists the entries of topics. */
export function listOf(topics: readonly Topic[]): PhraseList {
  return topics.flatMap((topic) => topic.entries.map((entry) => ({ topic, entry })));
}

/** Expands each anchor into all its forms. */
export function phraseKeys(list: PhraseList): PhraseKeys {
  const found = new Map<string, number[]>();
  for (const [number, { topic, entry }] of list.entries()) {
    for (const [spelling, { keys }] of readPhrase(withForms(topic, entryData(entry)).written).entries()) {
      for (const key of keys) add(found, key, number * MOST_SPELLINGS + spelling);
    }
  }
  return found;
}

/** @see unpackKeys */
export function packKeys(keys: PhraseKeys): PackedKeys {
  return [...keys].flatMap(([word, ids]) => [word, ...ids]);
}

/** The inverse of {@link packKeys}. */
export function unpackKeys(packed: PackedKeys): PhraseKeys {
  const keys = new Map<string, number[]>();
  let word = '';
  for (const item of packed) {
    if (typeof item === 'string') word = item;
    else add(keys, word, item);
  }
  return keys;
}

function add(keys: Map<string, number[]>, word: string, id: number): void {
  const ids = keys.get(word);
  if (ids) ids.push(id);
  else keys.set(word, [id]);
}

/** The entry of a phrase, compiled on first use. */
export function entryOf(list: PhraseList, id: number): ListedEntry {
  const { topic, entry } = list[Math.floor(id / MOST_SPELLINGS)] as PhraseList[number];
  const data = entryData(entry);
  const { forms, written } = withForms(topic, data);
  let phrase: Phrase | undefined;
  return {
    rule: topic.rule,
    topic: topic.topic,
    written: data.phrase,
    forms,
    get phrase() {
      phrase ??= readPhrase(written)[id % MOST_SPELLINGS]?.compile() as Phrase;
      return phrase;
    },
    says: data.says ?? topic.says,
    question: data.question ?? topic.question,
    why: data.why ?? topic.why,
    instead: data.instead ?? topic.instead ?? [],
    safe: data.safe ?? topic.safe ?? false,
    clearedBy: data.clearedBy ?? topic.clearedBy ?? [],
  };
}

/** The forms of a single word in a topic, and the phrase with them. */
function withForms(
  topic: Topic,
  data: EntryData,
): { readonly forms: Topic['forms']; readonly written: string } {
  const own = /^[a-z'-]+\.([vna])$/.exec(data.phrase)?.[1] as Topic['forms'];
  const plain = /^[a-z'-]+$/.test(data.phrase);
  const forms = own ?? (plain ? (data.forms ?? topic.forms) : undefined);
  return { forms, written: plain && forms ? `${data.phrase}.${forms}` : data.phrase };
}
