import absolute from '../lexicon/absolute.yml';
import buzzword from '../lexicon/buzzword.yml';
import cliche from '../lexicon/cliche.yml';
import degree from '../lexicon/degree.yml';
import equality from '../lexicon/equality.yml';
import generality from '../lexicon/generality.yml';
import hedge from '../lexicon/hedge.yml';
import quantity from '../lexicon/quantity.yml';
import simplify from '../lexicon/simplify.yml';
import { EntryIndex } from './entry-index';
import { type Phrase, readPhrase } from './pattern';

/** The rules that share the word lists and the one pass over the text. */
export type ListedRule =
  | 'absolute'
  | 'buzzword'
  | 'equality'
  | 'generality'
  | 'hedge'
  | 'simplify'
  | 'vague-degree'
  | 'vague-quantity';

/** Of these, the ones that find vague wording. */
export const VAGUENESS_RULES: ReadonlySet<ListedRule> = new Set([
  'absolute',
  'buzzword',
  'generality',
  'hedge',
  'vague-degree',
  'vague-quantity',
]);

/** A condition on where a phrase stands; see `conditions.ts`. */
export type Condition =
  | 'adjective'
  | 'attributive'
  | 'bare'
  | 'coordinated'
  | 'final'
  | 'leading'
  | 'loose'
  | 'noun'
  | 'ours'
  | 'placeless'
  | 'predicative'
  | 'unnamed'
  | 'unqualified'
  | 'verb';

/** A group of the word lists: phrases on one topic that ask one question. */
export interface Topic {
  readonly topic: string;
  readonly rule: ListedRule;
  /** What is said of the phrase: “quality” + says. */
  readonly says: string;
  readonly question: string;
  readonly why: string;
  /** The forms a single word of the list has: as verb, noun, or adjective with its adverb. */
  readonly forms?: 'a' | 'n' | 'v';
  readonly when?: readonly Condition[];
  /** Not vague right after, or right before, one of these words. */
  readonly unless?: { readonly after?: readonly string[]; readonly before?: readonly string[] };
  /** Words and phrases that match and are clear all the same. */
  readonly except?: readonly string[];
  readonly instead?: readonly string[];
  readonly entries: readonly (string | EntryData)[];
}

/** A phrase that differs from its group in something. */
export interface EntryData extends Partial<Omit<Topic, 'entries' | 'topic' | 'rule'>> {
  readonly phrase: string;
}

/** A phrase as the matcher uses it. */
export interface Entry {
  readonly rule: ListedRule;
  readonly topic: string;
  readonly written: string;
  readonly phrase: Phrase;
  readonly forms: Topic['forms'];
  readonly says: string;
  readonly question: string;
  readonly why: string;
  readonly when: readonly Condition[];
  readonly after: ReadonlySet<string>;
  readonly before: ReadonlySet<string>;
  readonly except: ReadonlySet<string>;
  readonly instead: readonly string[];
}

/** The word lists as they are written. */
export const TOPICS: readonly Topic[] = [
  quantity,
  degree,
  buzzword,
  cliche,
  hedge,
  generality,
  absolute,
  simplify,
  equality,
].flatMap((list) => list as readonly Topic[]);

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
    for (const entry of topic.entries) {
      const data = typeof entry === 'string' ? { phrase: entry } : entry;
      addEntry(index, topic, data);
    }
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
