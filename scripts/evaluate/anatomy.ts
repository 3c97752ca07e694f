import type { Root } from 'nlcst';
import { ParseEnglish } from 'parse-english';
import { findAnatomy } from '../../src/statement/anatomy';
import { Agreement, type Measure, type Table } from './measure';

interface Labelled {
  readonly text: string;
  /** 0 not named, 1 generic, 2 specific. */
  readonly who: number;
  readonly what: number;
  readonly change: number;
}

const PARTS = ['who', 'what', 'change'] as const;
const parser = new ParseEnglish();

/** Who, what and change in statements: what `missing-who` and the like go by. */
export const anatomy: Measure = {
  file: 'statements-dev.jsonl',
  run(rows) {
    const read = (rows as unknown as Labelled[]).map((row) => ({
      row,
      anatomy: findAnatomy(parser.parse(row.text) as Root),
    }));
    const lines: Table['rows'][number][] = [];
    for (const part of PARTS) {
      const [missing, named] = [new Agreement(), new Agreement()];
      for (const { row, anatomy: found } of read) {
        missing.add(!found[part], row[part] === 0);
        named.add(found[part] !== undefined, row[part] > 0);
      }
      lines.push([`missing-${part}`, ...missing.cells], [`${part} named`, ...named.cells]);
    }
    return [
      {
        title: `Anatomy of ${read.length} statements, 0 against 1 and 2`,
        head: ['', 'P', 'R', 'F1'],
        rows: lines,
      },
    ];
  },
};
