import { automatedReadability } from 'automated-readability';
import { daleChallFormula } from 'dale-chall-formula';
import { fleschKincaid } from 'flesch-kincaid';
import { spacheFormula } from 'spache-formula';
import type { Counts } from './counts';

/** Above this the formulas measure the length of one sentence rather than difficulty. */
const HIGHEST_GRADE = 20;

/**
 * With few words, one long word would move the formulas anywhere between 0 and 20. So the counts are smoothed with this
 * many words of a plain text, which matters for five words, hardly for forty, and not at all for a page.
 */
const PLAIN_WORDS = 3;
const PLAIN_GRADE = 5;

/**
 * Reading grade: the year of (American) school that a reader should have finished; years 13 and up are college.
 * To one decimal, from 0 to 20; 0 for a text without words.
 *
 * The mean of four published formulas that all give a school year: Flesch-Kincaid (words per sentence, syllables per
 * word), the Automated Readability Index (words per sentence, letters per word), Dale-Chall and Spache (words per
 * sentence, share of words off a list of easy ones). Names and figures count as easy, and so do regular forms of easy
 * words, as the rules of both lists say. Two formulas measure word length and two word frequency, so their mean
 * correlates better with levels that people assign than any single one, and one odd word in a short statement changes
 * it less. `npm run evaluate` prints the figures.
 */
export function gradeOf(counts: Counts): number {
  if (counts.words === 0 || counts.sentences === 0) return 0;
  const { words, sentences, letters, syllables, difficult, unfamiliar } = counts;
  const text = { word: words, sentence: sentences };
  const grades = [
    fleschKincaid({ ...text, syllable: syllables }),
    automatedReadability({ ...text, character: letters }),
    daleChallGrade(daleChallFormula({ ...text, difficultWord: difficult })),
    spacheFormula({ ...text, unfamiliarWord: unfamiliar }),
  ];
  const mean = grades.reduce((sum, grade) => sum + grade, 0) / grades.length;
  const capped = Math.min(HIGHEST_GRADE, Math.max(0, mean));
  const settled = (capped * words + PLAIN_GRADE * PLAIN_WORDS) / (words + PLAIN_WORDS);
  return Math.round(settled * 10) / 10;
}

/** Midpoints of the bands in the published table: a Dale-Chall score is not yet a school year. */
const DALE_CHALL_GRADES: readonly (readonly [score: number, grade: number])[] = [
  [0, 0],
  [4.9, 4],
  [5.5, 5.5],
  [6.5, 7.5],
  [7.5, 9.5],
  [8.5, 11.5],
  [9.5, 14],
  [10.5, 16],
];

/** The school year of a Dale-Chall score, interpolated linearly between bands to avoid jumps. */
function daleChallGrade(score: number): number {
  const above = DALE_CHALL_GRADES.findIndex(([limit]) => score <= limit);
  if (above === 0) return 0;
  const [low, high] = above < 0 ? DALE_CHALL_GRADES.slice(-2) : DALE_CHALL_GRADES.slice(above - 1, above + 1);
  if (!low || !high) return 0;
  return low[1] + ((score - low[0]) * (high[1] - low[1])) / (high[0] - low[0]);
}
