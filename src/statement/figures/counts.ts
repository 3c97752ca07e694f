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
  /** Words off the Dale-Chall list, names and figures left out as its rules ask. */
  readonly difficult: number;
  /** Words off the Spache list, likewise. */
  readonly unfamiliar: number;
}

/** The counts of all sentences of some retext trees. A sentence without a word counts for nothing. */
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
  const isName = namesIn(words);
  let [letters, syllables, difficult, unfamiliar] = [0, 0, 0, 0];
  words.forEach((word, index) => {
    const facts = wordFacts(word.lower);
    letters += facts.letters;
    syllables += facts.syllables;
    if (isName(index)) return;
    if (!facts.easy) difficult++;
    if (!facts.familiar) unfamiliar++;
  });
  return {
    words: words.length,
    sentences: words.length > 0 ? 1 : 0,
    letters,
    syllables,
    difficult,
    unfamiliar,
  };
}

/** The words of a sentence that make it hardest to read, the hardest first: rare ones with many syllables. */
export function hardestWords(sentence: Sentence, most: number): string[] {
  const words = wordsOf(sentence);
  const isName = namesIn(words);
  const hard = new Map<string, { text: string; syllables: number; letters: number }>();
  words.forEach(({ text, lower }, index) => {
    const { easy, syllables, letters } = wordFacts(lower);
    if (easy || syllables < 3 || isName(index)) return;
    if (!hard.has(lower)) hard.set(lower, { text, syllables, letters });
  });
  return [...hard.values()]
    .sort((one, other) => other.syllables - one.syllables || other.letters - one.letters)
    .slice(0, most)
    .map(({ text }) => text);
}

/** Whether a word, by its number, is a name. In a line set in capitals or in title case, nothing tells names. */
function namesIn(words: readonly Token[]): (index: number) => boolean {
  const capitals = words.map(({ text }) => /^\p{Lu}/u.test(text));
  const show = capitals.filter(Boolean).length * 2 <= words.length + 1;
  return (index) => show && index > 0 && capitals[index] === true;
}

/** The words of a sentence: whatever has a letter or a digit and is prose. */
export function wordsOf(sentence: Sentence): readonly Token[] {
  return sentence.tokens.filter(({ kind }) => kind === 'word' || kind === 'number');
}
