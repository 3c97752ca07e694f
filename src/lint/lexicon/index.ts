import type { Clearance, EntryData, ListDefinition, Topic } from '../vagueness/entry';
import absolute from './absolute.yml';
import buzzword from './buzzword.yml';
import cliche from './cliche.yml';
import degree from './degree.yml';
import equality from './equality.yml';
import generality from './generality.yml';
import hedge from './hedge.yml';
import quantity from './quantity.yml';
import simplify from './simplify.yml';

/** The word lists by the rule that they define, in the order of tables. */
export const LISTS = {
  'vague-quantity': [quantity],
  'vague-degree': [degree],
  buzzword: [buzzword, cliche],
  hedge: [hedge],
  generality: [generality],
  absolute: [absolute],
  simplify: [simplify],
  equality: [equality],
} as const satisfies Readonly<Record<string, readonly unknown[]>>;

/** A rule defined by a word list. */
export type WordRuleId = keyof typeof LISTS;

export const WORD_RULE_IDS = Object.keys(LISTS) as readonly WordRuleId[];

// The build checks every key of the lists: see `scripts/build/check-data.js`.
const items = Object.values(LISTS).flatMap((lists) =>
  lists.flatMap((list) => list as readonly (ListDefinition | Topic)[]),
);

/** The topics of all lists. */
export const TOPICS: readonly Topic[] = items.filter((item) => 'topic' in item);

/** The definition of a rule in its list. */
export function definitionOf(rule: WordRuleId): ListDefinition {
  const found = items.find((item): item is ListDefinition => 'defines' in item && item.defines === rule);
  if (!found) throw new Error(`No word list defines the rule ${rule}.`);
  return found;
}

const clearances: ReadonlyMap<WordRuleId, ReadonlySet<Clearance>> = new Map(
  WORD_RULE_IDS.map((rule) => [rule, new Set(definitionOf(rule).clearances)]),
);

/** How a sentence can make a word of this rule concrete. */
export function clearancesOf(rule: WordRuleId): ReadonlySet<Clearance> {
  return clearances.get(rule) ?? new Set();
}

/** The data of an entry, expanded from its short form. */
export function entryData(entry: string | EntryData): EntryData {
  return typeof entry === 'string' ? { phrase: entry } : entry;
}

const judged: ReadonlySet<WordRuleId> = new Set(
  WORD_RULE_IDS.filter((rule) => definitionOf(rule).traits?.counts === 'vague'),
);

/** Whether a rule finds vague wording: a model decides by context whether its words are vague. */
export function isJudged(rule: WordRuleId): boolean {
  return judged.has(rule);
}
