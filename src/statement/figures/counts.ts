import type { Root } from 'nlcst';
import { type Sentence, sentencesOf, type Token } from '../sentences';
import { wordFacts } from './word-facts';

/** What reading formulas are reckoned from. Counts of several texts can be added up. */
export interface Counts {
  readonly words: number;
  readonly sentences: number;
  /** Letters and digits. */
  readonly letters: number;
  readonly syllables: number;
  /** Words of three syllables and more, names left out. */
  readonly long: number;
  /** Words off the Dale-Chall list, names and figures left out as its rules ask. */
  readonly difficult: number;
  /** Words off the Spache list, likewise. */
  readonly unfamiliar: number;
}

/** The counts of all sentences of some retext trees. A sentence without a word counts for nothing. */
export function countsOf(trees: readonly Root[]): Counts {
  const sum = { words: 0, sentences: 0, letters: 0, syllables: 0, long: 0, difficult: 0, unfamiliar: 0 };
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
  const capitals = words.filter(isCapitalised).length;
  // In a line set in capitals or in title case, a capital says nothing about names.
  const namesShow = capitals * 2 <= words.length + 1;
  let [letters, syllables, long, difficult, unfamiliar] = [0, 0, 0, 0, 0];
  words.forEach((word, index) => {
    const facts = wordFacts(word.lower);
    const name = namesShow && index > 0 && isCapitalised(word);
    letters += facts.letters;
    syllables += facts.syllables;
    if (name) return;
    if (facts.syllables >= 3) long++;
    if (!facts.easy) difficult++;
    if (!facts.familiar) unfamiliar++;
  });
  const sentences = words.length > 0 ? 1 : 0;
  return { words: words.length, sentences, letters, syllables, long, difficult, unfamiliar };
}

/** The words of a sentence: whatever has a letter or a digit and is prose. */
export function wordsOf(sentence: Sentence): readonly Token[] {
  return sentence.tokens.filter(({ kind }) => kind === 'word' || kind === 'number');
}

function isCapitalised({ text }: Token): boolean {
  return /^\p{Lu}/u.test(text);
}
