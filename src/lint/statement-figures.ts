import { figuresOf } from '../statement/figures';
import { LineMap } from '../statement/position';
import { toTrees } from '../statement/prose-trees';
import { isVague } from './rules';
import { joined, vagueStretches } from './vagueness/analysis';

/** The figures of a single statement for the history: reading grade, vague words per 100 words, words. */
export function statementFigures(plain: string): { grade: number; vague: number; words: number } {
  const whole = { value: 0, source: 0, length: plain.length, sourceLength: plain.length };
  const trees = toTrees({ text: plain, sources: [], segments: [whole] }, new LineMap(plain));
  const vague = trees.reduce((sum, tree) => sum + joined(vagueStretches(tree, isVague)).length, 0);
  const { grade, vaguePer100, words } = figuresOf(trees, vague);
  return { grade, vague: vaguePer100, words };
}
