import { figuresOf } from '../statement/figures';
import { detectLanguage } from '../statement/language';
import { treesOfText } from '../statement/prose-trees';
import { isVague } from './rules';
import { joined, vagueStretches } from './vagueness/analysis';

/** An open blank does not count as a word. */
const BLANK = /\{\{[^{}]*\}\}/g;

/**
 * The figures of a single statement for the history: reading grade, vague words per 100 words, words. For other
 * languages than English, only the words are counted.
 */
export function statementFigures(plain: string): {
  readonly grade?: number;
  readonly vague?: number;
  readonly words: number;
} {
  const text = plain.replace(BLANK, '');
  const trees = treesOfText(text);
  if (!detectLanguage(text).english) return { words: figuresOf(trees).words };
  const vague = trees.reduce((sum, tree) => sum + joined(vagueStretches(tree, isVague)).length, 0);
  const { grade, vaguePer100, words } = figuresOf(trees, vague);
  return { grade, vague: vaguePer100, words };
}
