import type { Root } from 'nlcst';
import { countsOf } from './figures/counts';
import { gradeOf } from './figures/grade';

export { type Counts, countsOf } from './figures/counts';
export { gradeOf } from './figures/grade';

/** The plain figures of a statement or of a whole document. */
export interface Figures {
  readonly words: number;
  readonly sentences: number;
  /** Reading grade in years of (American) school, to one decimal; 0 where there is no word. See `gradeOf`. */
  readonly grade: number;
  /** Vague words per 100 words, to one decimal. */
  readonly vaguePer100: number;
}

/**
 * The figures over some retext trees, reckoned as one text.
 * @param vague how many findings on vague wording there are in it; finding them is the linter's business.
 */
export function figuresOf(trees: readonly Root[], vague = 0): Figures {
  const counts = countsOf(trees);
  const { words, sentences } = counts;
  const vaguePer100 = words === 0 ? 0 : Math.round((vague * 1000) / words) / 10;
  return { words, sentences, grade: gradeOf(counts), vaguePer100 };
}
