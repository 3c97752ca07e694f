import { isHeldOut, type Labelled } from '../data/rows';
import { vagueIn, wordsCovered } from './lint';
import { Agreement, type Measure, type Table } from './measure';

const TYPES = ['quantity', 'degree', 'buzzword', 'hedge', 'generality', 'absolute'];

const ELSEWHERE: Table['rows'] = [
  ['flag every word', '', 0.18, 1, 0.31],
  ['Harper 2.10', '', 0.12, 0.13, 0.13],
  ['weasels, hedges, fillers, buzzwords (npm)', '', 0.37, 0.08, 0.13],
  ['write-good 1.0.8', '', 0.3, 0.03, 0.06],
  ['retext-intensify, simplify, passive, equality', '', 0.14, 0.03, 0.05],
  ['one reading against the two others', '', '', '', '.86-.89'],
];

/** Vague wording, word by word, compared with the marks of careful readers; rows of the training set are left out. */
function statementSpans(file: string, kind: string): Measure {
  return {
    file,
    run(rows) {
      const held = (rows as unknown as Labelled[]).filter(isHeldOut);
      return [
        {
          title: `Vague wording in ${kind}, by word: ${held.length} of ${rows.length} rows, held out of training`,
          head: ['', 'P', 'R', 'F1'],
          rows: [...ELSEWHERE, ...ours(held)],
          note: 'The others were measured on other statements of the same kinds.',
        },
      ];
    },
  };
}

export const spans: readonly Measure[] = [
  statementSpans('statements-train.jsonl', 'statements of the newer kind, read once'),
  statementSpans('statements-dev.jsonl', 'statements of the older kind, two of three readers'),
];

function ours(rows: readonly Labelled[]): Table['rows'] {
  return agreementsBy(rows).map(([name, agreement]) => [`Purpose, ${name}`, ...agreement.cells]);
}

/** Agreement of the linter with the readers of some statements: for all kinds together, and for each. */
export function agreementsBy(rows: readonly Labelled[]): (readonly [string, Agreement])[] {
  const read = rows.map((row) => ({ row, marked: vagueIn(row.text) }));
  return ['any', ...TYPES].map((type) => {
    const agreement = new Agreement();
    const ofType = (span: { readonly type: string }) => type === 'any' || span.type === type;
    for (const { row, marked } of read) {
      const found = wordsCovered(row.text, marked.filter(ofType));
      const gold = wordsCovered(row.text, row.spans.filter(ofType));
      for (const [index, one] of found.entries()) agreement.add(one, gold[index] ?? false);
    }
    return [type, agreement];
  });
}
