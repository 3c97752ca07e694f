import type { Span } from '../../src/statement/position';
import { type Marked, vagueIn, wordsCovered } from './lint';
import { Agreement, type Measure, type Table } from './measure';

interface Labelled {
  readonly text: string;
  readonly spans: readonly (Span & { readonly type: string })[];
}

const TYPES = ['quantity', 'degree', 'buzzword', 'hedge', 'generality', 'absolute'];

const ELSEWHERE: Table['rows'] = [
  ['flag every word', '', 0.18, 1, 0.31],
  ['Harper 2.10', '', 0.12, 0.13, 0.13],
  ['weasels, hedges, fillers, buzzwords (npm)', '', 0.37, 0.08, 0.13],
  ['write-good 1.0.8', '', 0.3, 0.03, 0.06],
  ['retext-intensify, simplify, passive, equality', '', 0.14, 0.03, 0.05],
  ['one reading against the two others', '', '', '', '.86-.89'],
];

/** Vague wording, word by word, against what careful readers mark. */
export const statementSpans: Measure = {
  file: 'statements-dev.jsonl',
  run(rows) {
    const read = (rows as unknown as Labelled[]).map((row) => ({ row, marked: vagueIn(row.text) }));
    return [
      {
        title: `Vague wording in ${read.length} statements, by word`,
        head: ['', 'P', 'R', 'F1'],
        rows: [...ELSEWHERE, ...ours(read)],
        note: 'The others were measured on other statements of the same kind. Rows that rules were tuned on flatter us.',
      },
    ];
  },
};

function ours(read: readonly { row: Labelled; marked: readonly Marked[] }[]): Table['rows'] {
  return ['any type', ...TYPES].map((type) => {
    const agreement = new Agreement();
    const ofType = (span: { readonly type: string }) => type === 'any type' || span.type === type;
    for (const { row, marked } of read) {
      const found = wordsCovered(row.text, marked.filter(ofType));
      const gold = wordsCovered(row.text, row.spans.filter(ofType));
      for (const [index, one] of found.entries()) agreement.add(one, gold[index] ?? false);
    }
    return [`Purpose, ${type}`, ...agreement.cells];
  });
}
