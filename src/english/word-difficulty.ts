import { daleChall } from 'dale-chall';
import { spache } from 'spache';
import { syllable } from 'syllable';
import { WORD_LETTERS } from '../text/letters';
import everyday from './everyday.yml';
import formal from './formal.yml';

/** Properties of a word for the reading formulas. */
export interface WordFacts {
  readonly letters: number;
  readonly syllables: number;
  /** On the list of 3,000 words that most American pupils know in grade four, or a regular form of one. */
  readonly easy: boolean;
  /** On the shorter list for the first grades, or a regular form of one. */
  readonly familiar: boolean;
}

const easyWords = asSet(daleChall);
const familiarWords = asSet(spache);

/**
 * A word list as a set. Side effect: overrides `includes` on the imported array with a lookup in the set, because
 * retext-readability calls it for each word of a sentence, and the linear search takes half of its time. Remove this
 * when upstream uses sets.
 */
function asSet(list: readonly string[]): ReadonlySet<string> {
  const words = new Set(list);
  Object.defineProperty(list, 'includes', { configurable: true, value: (word: string) => words.has(word) });
  return words;
}
const known = new Map<string, WordFacts>();

/** Maximum number of memoised words: enough for any document, without growing for weeks in an editor. */
const MEMORY = 20_000;

/**
 * The facts on a word, given in lower case with straight apostrophes. Memoised, because counting syllables dominates
 * the cost of the formulas and texts repeat words.
 */
export function wordFacts(word: string): WordFacts {
  const before = known.get(word);
  if (before) return before;
  if (known.size >= MEMORY) known.clear();
  const facts = factsOf(word);
  known.set(word, facts);
  return facts;
}

const everydayWords: ReadonlySet<string> = new Set((everyday as { words: string }).words.split(' '));

/** Whether a reader of sixteen knows a word, or the word that it is a form of, although it is long. */
export function isEveryday({ lower, lemma }: { readonly lower: string; readonly lemma: string }): boolean {
  return everydayWords.has(lower) || everydayWords.has(lemma) || everydayWords.has(lower.replace(/ly$/, ''));
}

const formalWords: ReadonlySet<string> = new Set((formal as { words: string }).words.split(' '));

/** Whether a plainer word fits in the place of a long one, or of the word that it is a form of. */
export function isFormal({ lower, lemma }: { readonly lower: string; readonly lemma: string }): boolean {
  return formalWords.has(lower) || formalWords.has(lemma);
}

const OTHER_SIGNS = new RegExp(`[^${WORD_LETTERS}]`, 'gu');

function factsOf(word: string): WordFacts {
  const letters = word.replace(OTHER_SIGNS, '').length;
  // The rules of both lists count numbers as easy.
  if (/\d/.test(word)) return { letters, syllables: 1, easy: true, familiar: true };
  const parts = word.split('-').filter(Boolean);
  const all = (list: ReadonlySet<string>) =>
    list.has(word) || (parts.length > 0 && parts.every((part) => isFormOf(list, part)));
  return {
    letters,
    syllables: Math.max(1, syllable(word)),
    easy: all(easyWords),
    familiar: all(familiarWords),
  };
}

/** Endings that the rules of both lists allow, and the base endings that they replace: `stopped`, `tries`, `making`. */
const ENDINGS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/'s?$/, ['']],
  [/ies$/, ['y']],
  [/es$/, ['', 'e']],
  [/s$/, ['']],
  [/ied$/, ['y']],
  [/(.)\1(?:ed|ing|er|est)$/, ['$1']],
  [/(?:ed|ing|er|est)$/, ['', 'e']],
  [/i(?:er|est|ly)$/, ['y']],
  [/ly$/, ['']],
];

function isFormOf(list: ReadonlySet<string>, word: string): boolean {
  if (list.has(word)) return true;
  return ENDINGS.some(
    ([ending, stems]) => ending.test(word) && stems.some((stem) => list.has(word.replace(ending, stem))),
  );
}
