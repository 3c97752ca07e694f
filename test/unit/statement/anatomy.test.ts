import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { ParseEnglish } from 'parse-english';
import { sentencesOf, wordsOf } from '../../../src/english/sentences';
import { type Anatomy, findAnatomy, missingParts, type PartName } from '../../../src/statement/anatomy';
import type { Span } from '../../../src/statement/position';

type Row = { readonly text: string } & Readonly<Record<`${PartName}Text`, string | null>>;

const PARTS = ['who', 'what', 'change'] as const;
const parser = new ParseEnglish();
const anatomyOf = (text: string): Anatomy => findAnatomy(parser.parse(text));
const missingIn = (text: string) => missingParts(parser.parse(text));

function rowsOf(name: string): readonly Row[] {
  return readFileSync(`test/fixtures/${name}.jsonl`, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Row);
}

/** F1 of the words found for a part, compared with the fixture. */
function agreement(rows: readonly Row[], part: PartName): number {
  let [both, found, named] = [0, 0, 0];
  for (const row of rows) {
    const own = wordsIn(row.text, anatomyOf(row.text)[part]);
    const text = row[`${part}Text`];
    const start = text ? row.text.indexOf(text) : -1;
    const gold = wordsIn(row.text, text ? { start, end: start + text.length } : undefined);
    found += own.size;
    named += gold.size;
    both += [...own].filter((word) => gold.has(word)).length;
  }
  return (2 * both) / (found + named);
}

function wordsIn(text: string, span: Span | undefined): ReadonlySet<number> {
  const words = sentencesOf(parser.parse(text)).flatMap(wordsOf);
  return new Set(
    words.filter(({ start, end }) => span && start < span.end && end > span.start).map(({ start }) => start),
  );
}

describe('findAnatomy', () => {
  it('finds the parts of our own sentences', () => {
    const rows = rowsOf('anatomy');
    assert.ok(rows.length > 100);
    for (const part of PARTS) assert.ok(agreement(rows, part) > 0.9, `${part}: ${agreement(rows, part)}`);
  });

  it('finds most of them in sentences that it was not trained on', () => {
    const rows = rowsOf('anatomy-unseen');
    const least = { who: 0.85, what: 0.8, change: 0.75 };
    for (const part of PARTS)
      assert.ok(agreement(rows, part) >= least[part], `${part}: ${agreement(rows, part)}`);
  });

  it('is empty for an empty tree', () => {
    assert.deepEqual(anatomyOf(''), {});
    assert.deepEqual(anatomyOf('?!'), {});
  });

  it('gives spans that hold the text they name', () => {
    const words = 'we help students to succeed for the poor , . so that who A and'.split(' ');
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words), { maxLength: 20 }), (chosen) => {
        const text = chosen.join(' ');
        for (const part of Object.values(anatomyOf(text))) {
          assert.ok(part.start >= 0 && part.end <= text.length && part.start < part.end);
          assert.equal(text.slice(part.start, part.end), part.text);
        }
      }),
    );
  });

  it('looks at the start of an endless sentence', () => {
    const endless = `We teach children ${'and mend bicycles '.repeat(2000)}for adults`;
    assert.match(anatomyOf(endless).who?.text ?? '', /children/);
  });

  it('survives any text', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => assert.ok(anatomyOf(text))));
  });
});

describe('missingParts', () => {
  it('calls no part missing that a sentence of ours has', () => {
    for (const row of [...rowsOf('anatomy'), ...rowsOf('anatomy-unseen')]) {
      for (const part of missingIn(row.text)) assert.equal(row[`${part}Text`], null, `${part}: ${row.text}`);
    }
  });

  it('reports no missing part in an empty statement', () => {
    assert.deepEqual(missingIn(''), []);
    assert.deepEqual(missingIn('?!'), []);
  });
});
