import type { Root } from 'nlcst';
import { ParseEnglish } from 'parse-english';
import { findAnatomy, missingParts, type PartName } from '../../src/statement/anatomy';
import type { Span } from '../../src/statement/position';
import { isHeldOut } from '../train/split';
import { wordsCovered } from './lint';
import { Agreement, type Measure } from './measure';

type Labelled = { readonly text: string } & Readonly<Record<PartName, number>> &
  Readonly<Partial<Record<`${PartName}Text`, string | null>>>;

const PARTS = ['who', 'what', 'change'] as const;
const parser = new ParseEnglish();

/**
 * Who, what and change compared word by word with the annotated texts, and the findings of `missing-who` and the like.
 */
export const anatomy: Measure = {
  file: 'statements-train.jsonl',
  run(rows) {
    const held = (rows as unknown as Labelled[]).filter(({ text }) => isHeldOut(text));
    const read = held.map((row) => {
      const tree = parser.parse(row.text) as Root;
      return { row, found: findAnatomy(tree), missing: missingParts(tree) };
    });
    const words = PARTS.map((part) => {
      const agreement = new Agreement();
      for (const { row, found } of read) {
        const gold = wordsCovered(row.text, spansOf(row, part));
        const own = wordsCovered(row.text, found[part] ? [found[part]] : []);
        for (const [index, one] of own.entries()) agreement.add(one, gold[index] ?? false);
      }
      return [part, ...agreement.cells];
    });
    const missing = PARTS.map((part) => {
      const agreement = new Agreement();
      for (const { row, missing: parts } of read) agreement.add(parts.includes(part), row[part] === 0);
      return [`missing-${part}`, ...agreement.cells];
    });
    return [
      {
        title: `Anatomy of ${held.length} statements kept from training, by word`,
        head: ['', 'P', 'R', 'F1'],
        rows: words,
        note: 'One reading against another: who .96, what .89, change .93',
      },
      {
        title: 'The same statements: parts called missing, against those that readers do not find',
        head: ['', 'P', 'R', 'F1'],
        rows: missing,
      },
    ];
  },
};

function spansOf(row: Labelled, part: PartName): readonly Span[] {
  const text = row[`${part}Text`];
  const start = text ? row.text.indexOf(text) : -1;
  return text && start >= 0 ? [{ start, end: start + text.length }] : [];
}
