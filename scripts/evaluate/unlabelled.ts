import { vagueIn } from './lint';
import type { Measure } from './measure';

/** How much is marked in real statements, by their source. */
export const unlabelled: Measure = {
  file: 'statements-unlabelled.jsonl',
  run(rows) {
    const bySource = new Map<string, { rows: number; words: number; findings: number; none: number }>();
    for (const row of rows) {
      const text = String(row.text);
      const findings = vagueIn(text).length;
      for (const source of [String(row.source), 'all']) {
        const sum = bySource.get(source) ?? { rows: 0, words: 0, findings: 0, none: 0 };
        bySource.set(source, sum);
        sum.rows += 1;
        sum.words += text.match(/[A-Za-z][A-Za-z'’-]*/g)?.length ?? 0;
        sum.findings += findings;
        if (findings === 0) sum.none += 1;
      }
    }
    return [
      {
        title: 'Vagueness findings in unlabelled statements',
        head: ['source', 'rows', 'words', 'per 100 words', 'rows with none'],
        rows: [...bySource].map(([source, { rows, words, findings, none }]) => [
          source,
          rows,
          words,
          ((100 * findings) / words).toFixed(1),
          `${((100 * none) / rows).toFixed(0)} %`,
        ]),
      },
    ];
  },
};
