import type { Root } from 'nlcst';
import { type Sentence, sentencesOf, wordsOf } from '../../english/sentences';
import { wordFacts } from '../../english/word-difficulty';

/** The inputs of reading formulas. Counts of several texts can be added. */
export interface Counts {
  readonly words: number;
  readonly sentences: number;
  /** Letters and digits. */
  readonly letters: number;
  readonly syllables: number;
  /** Words that are not on the Dale-Chall list, without names and figures, as its rules require. */
  readonly difficult: number;
  /** Words that are not on the Spache list, likewise. */
  readonly unfamiliar: number;
}

/** The counts of all sentences of some retext trees. A sentence without words is skipped. */
export function countsOf(trees: readonly Root[]): Counts {
  const sum = { words: 0, sentences: 0, letters: 0, syllables: 0, difficult: 0, unfamiliar: 0 };
  for (const tree of trees) {
    for (const sentence of sentencesOf(tree)) {
      const counts = countSentence(sentence);
      for (const key of Object.keys(sum) as (keyof Counts)[]) sum[key] += counts[key];
    }
  }
  return sum;
}

/** The counts of one sentence. */
export function countSentence(sentence: Sentence): Counts {
  const words = wordsOf(sentence);
  let [letters, syllables, difficult, unfamiliar] = [0, 0, 0, 0];
  for (const word of words) {
    const facts = wordFacts(word.lower);
    letters += facts.letters;
    syllables += facts.syllables;
    if (word.tag === 'name') continue;
    if (!facts.easy) difficult++;
    if (!facts.familiar) unfamiliar++;
  }
  return {
    words: words.length,
    sentences: words.length > 0 ? 1 : 0,
    letters,
    syllables,
    difficult,
    unfamiliar,
  };
}
