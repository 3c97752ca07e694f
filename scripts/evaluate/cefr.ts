import { fleschKincaid } from 'flesch-kincaid';
import type { Root } from 'nlcst';
import { ParseEnglish } from 'parse-english';
import { countsOf, gradeOf } from '../../src/statement/figures';
import type { Measure, Table } from './measure';

interface Levelled {
  readonly text: string;
  /** The levels that two annotators gave, 1 (A1) to 6 (C2). */
  readonly cefr: readonly number[];
  readonly part: string;
}

const parser = new ParseEnglish();

/** How well the reading grade ranks sentences that annotators gave a CEFR level. */
export const cefr: Measure = {
  file: 'cefr-sentences-dev.jsonl',
  run(rows) {
    const read = (rows as unknown as Levelled[]).map(({ text, cefr: levels, part }) => {
      const counts = countsOf([parser.parse(text) as Root]);
      const { words: word, sentences: sentence, syllables: syllable } = counts;
      return {
        part,
        level: levels.reduce((sum, level) => sum + level, 0) / levels.length,
        grade: gradeOf(counts),
        kincaid: word > 0 ? fleschKincaid({ word, sentence, syllable }) : 0,
      };
    });
    const lines: Table['rows'][number][] = [];
    for (const part of ['all', ...new Set(read.map((row) => row.part))]) {
      const some = read.filter((row) => part === 'all' || row.part === part);
      const levels = some.map(({ level }) => level);
      lines.push([
        part,
        some.length,
        spearman(
          some.map(({ kincaid }) => kincaid),
          levels,
        ),
        spearman(
          some.map(({ grade }) => grade),
          levels,
        ),
      ]);
    }
    return [
      {
        title: 'Reading grade of sentences against their CEFR level, Spearman',
        head: ['part', 'sentences', 'Flesch-Kincaid', 'our grade'],
        rows: lines,
        note: 'The two annotators with each other, Wiki part: .71',
      },
    ];
  },
};

/** Spearman's rank correlation of two rows of numbers, ties with their mean rank; 0 if one of them is constant. */
export function spearman(one: readonly number[], other: readonly number[]): number {
  const [a, b] = [ranks(one), ranks(other)];
  const middle = (a.length - 1) / 2;
  let [product, first, second] = [0, 0, 0];
  a.forEach((rank, index) => {
    const [x, y] = [rank - middle, (b[index] ?? middle) - middle];
    product += x * y;
    first += x * x;
    second += y * y;
  });
  return first * second === 0 ? 0 : product / Math.sqrt(first * second);
}

function ranks(values: readonly number[]): number[] {
  const order = values.map((value, index) => ({ value, index })).sort((a, b) => a.value - b.value);
  const result: number[] = new Array(values.length).fill(0);
  for (let start = 0; start < order.length; ) {
    let end = start;
    while (end < order.length && order[end]?.value === order[start]?.value) end++;
    for (const { index } of order.slice(start, end)) result[index] = (start + end - 1) / 2;
    start = end;
  }
  return result;
}
