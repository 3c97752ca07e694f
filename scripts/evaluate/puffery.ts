import { vagueIn } from './lint';
import { Agreement, type Measure } from './measure';

/** The rules that mark praise, of any subject. */
const PRAISE = new Set(['vague-degree', 'buzzword', 'absolute']);

/** Sentences of Wikipedia, some of them tagged as puffery by its editors. */
export const puffery: Measure = {
  file: 'puffery-dev.jsonl',
  run(rows) {
    const [praise, any, all] = [new Agreement(), new Agreement(), new Agreement()];
    for (const row of rows) {
      const marked = vagueIn(String(row.text));
      const gold = row.puffery === 1;
      praise.add(
        marked.some(({ rule }) => PRAISE.has(rule)),
        gold,
      );
      any.add(marked.length > 0, gold);
      all.add(true, gold);
    }
    return [
      {
        title: 'Puffery, by sentence',
        head: ['', 'P', 'R', 'F1'],
        rows: [
          ['flag every sentence', ...all.cells],
          ['any vagueness rule', ...any.cells],
          ['vague-degree, buzzword or absolute', ...praise.cells],
        ],
      },
    ];
  },
};
