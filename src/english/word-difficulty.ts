import { daleChall } from 'dale-chall';
import { spache } from 'spache';
import { syllable } from 'syllable';

/** What the reading formulas ask of one word. */
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
 * A list of words as a set. The list itself is taught to look there, too: retext-readability asks these very lists
 * for each word of a sentence and would otherwise walk them from one end to the other, which is half of its time.
 */
function asSet(list: readonly string[]): ReadonlySet<string> {
  const words = new Set(list);
  Object.defineProperty(list, 'includes', { configurable: true, value: (word: string) => words.has(word) });
  return words;
}
const known = new Map<string, WordFacts>();

/** Words remembered at once: enough for any document, little enough for an editor that stays open for weeks. */
const MEMORY = 20_000;

/**
 * The facts on a word, given in lower case with straight apostrophes. Counting syllables is the dear part of
 * reading formulas and texts repeat themselves, so that each word is looked at once.
 */
export function wordFacts(word: string): WordFacts {
  const before = known.get(word);
  if (before) return before;
  if (known.size >= MEMORY) known.clear();
  const facts = factsOf(word);
  known.set(word, facts);
  return facts;
}

function factsOf(word: string): WordFacts {
  const letters = word.replace(/[^\p{L}\p{N}]/gu, '').length;
  // A number is read at a glance: the rules of both lists count figures as easy.
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

/** Endings that the rules of both lists let pass, and what stood in their place: `stopped`, `tries`, `making`. */
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
