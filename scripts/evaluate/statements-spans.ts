import type { Span } from '../../src/statement/position';
import { type Marked, vagueIn, wordsCovered } from './lint';
import { Agreement, type Measure, type Table } from './measure';
import { type Half, halfOf } from './split';

interface Labelled {
  readonly id: string;
  readonly text: string;
  readonly spans: readonly (Span & { readonly type: string })[];
}

const TYPES = ['quantity', 'degree', 'buzzword', 'hedge', 'generality', 'absolute'];

const BASELINES: Table['rows'] = [
  ['flag every word', 'kept back', '', 0.18, 1, 0.31],
  ['Harper 2.10', 'kept back', '', 0.12, 0.13, 0.13],
  ['weasels, hedges, fillers, buzzwords (npm)', 'kept back', '', 0.37, 0.08, 0.13],
  ['write-good 1.0.8', 'kept back', '', 0.3, 0.03, 0.06],
  ['retext-intensify, simplify, passive, equality', 'kept back', '', 0.14, 0.03, 0.05],
  ['one reading against the two others', 'kept back', '', '', '', '.86-.89'],
];

/** Vague wording, word by word, against two of three careful readings. */
export const statementSpans: Measure = {
  file: 'statements-dev.jsonl',
  run(rows) {
    const read = (rows as unknown as Labelled[]).map((row) => ({ row, marked: vagueIn(row.text) }));
    const lines: Table['rows'][number][] = [];
    for (const half of ['tuning', 'unseen'] as const) {
      lines.push(
        ...halfTable(
          half,
          read.filter(({ row }) => halfOf(row.id) === half),
        ),
      );
    }
    return [
      {
        title: 'Vague wording in statements, by word',
        head: ['', 'half', 'rows', 'P', 'R', 'F1'],
        rows: [...BASELINES, ...lines],
        note: 'Rules were tuned on the tuning half. The unseen half was read once before the split, so it may flatter.',
      },
    ];
  },
};

function halfTable(half: Half, read: readonly { row: Labelled; marked: readonly Marked[] }[]): Table['rows'] {
  return ['any type', ...TYPES].map((type) => {
    const agreement = new Agreement();
    const ofType = (span: { readonly type: string }) => type === 'any type' || span.type === type;
    for (const { row, marked } of read) {
      const found = wordsCovered(row.text, marked.filter(ofType));
      const gold = wordsCovered(row.text, row.spans.filter(ofType));
      for (const [index, one] of found.entries()) agreement.add(one, gold[index] ?? false);
    }
    return [type, half, read.length, ...agreement.cells];
  });
}
