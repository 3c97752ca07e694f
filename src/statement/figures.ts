import type { Root } from 'nlcst';
import { countsOf } from './figures/counts';
import { gradeOf } from './figures/grade';

export { type Counts, countsOf } from './figures/counts';
export { gradeOf } from './figures/grade';

/** The basic figures of a statement or of a whole document. */
export interface Figures {
  readonly words: number;
  readonly sentences: number;
  /** Reading grade in years of (American) school, to one decimal; 0 for a text without words. See `gradeOf`. */
  readonly grade: number;
  /** Vague words per 100 words, to one decimal. */
  readonly vaguePer100: number;
}

/**
 * The figures of some retext trees, computed as one text.
 * @param vague the number of findings on vague wording, which the caller counts
 */
export function figuresOf(trees: readonly Root[], vague = 0): Figures {
  const counts = countsOf(trees);
  const { words, sentences } = counts;
  const vaguePer100 = words === 0 ? 0 : Math.round((vague * 1000) / words) / 10;
  return { words, sentences, grade: gradeOf(counts), vaguePer100 };
}
