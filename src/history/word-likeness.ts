import { wordsOf } from './words';

/** How often each lower-case word occurs in a text. */
export type WordBag = ReadonlyMap<string, number>;

export function wordBag(text: string): WordBag {
  const bag = new Map<string, number>();
  for (const { text: word, isWord } of wordsOf(text)) {
    if (!isWord) continue;
    const key = word.toLowerCase();
    bag.set(key, (bag.get(key) ?? 0) + 1);
  }
  return bag;
}

/** The share of words that two texts have in common, in any order, from 0 to 1: the Sørensen–Dice coefficient. */
export function likeness(one: WordBag, other: WordBag): number {
  let [common, all] = [0, 0];
  for (const [word, count] of one) {
    common += Math.min(count, other.get(word) ?? 0);
    all += count;
  }
  for (const count of other.values()) all += count;
  return all === 0 ? 0 : (2 * common) / all;
}
