import assert from 'node:assert/strict';
import fc from 'fast-check';
import { PurposeDocument } from '../../../../src/statement/document';
import { StatementSearch } from '../../../../src/statement/find/search';

const block = fc.constantFrom(
  '# Bicycle kitchen',
  '## Our mission',
  '## Purpose',
  '### Meetings',
  'Goals\n=====',
  '**Our mission**',
  '**Draft**',
  'Our mission:',
  'Our mission is simple.',
  'Our mission is to teach children to swim.',
  '**Mission:** We bake bread.',
  'We mend bicycles so that children ride to school.',
  'We meet on Thursdays.',
  'The treasurer is responsible for the accounts.',
  'Coming soon.',
  '> We exist to lend tools.',
  '> “Every child deserves a bicycle of its own, and a street to ride it in.” — Ada',
  '> [!NOTE]\n> We aim to mend.',
  'The aims of the club are:',
  '- lend tools\n- mend bicycles',
  '- Mission: We teach.\n- Vision: Everybody rides.',
  'a. Host the tools.\n\nb. Mend them.',
  '| Mission | We bake |\n| --- | --- |\n| Vision | All eat |',
  '<!-- purpose:statement -->',
);

/** Runs a search and returns its candidates with their offsets in the file. */
function found(document: PurposeDocument) {
  const search = new StatementSearch(document.blocks);
  const candidates = search.candidates.map((candidate) => {
    const { offset, line } = search.placeOf(candidate);
    return { ...candidate, offset, line };
  });
  return { candidates, hasEmptyPurpose: search.hasEmptyPurpose, statement: document.statement };
}

describe('StatementSearch', () => {
  it('finds the same in a document that was edited as in a new one', () => {
    const edit = fc.record({
      at: fc.nat(),
      remove: fc.nat(2),
      add: fc.array(block, { maxLength: 2 }),
    });
    fc.assert(
      fc.property(fc.array(block, { maxLength: 9 }), fc.array(edit, { maxLength: 6 }), (first, edits) => {
        const blocks = [...first];
        let document = PurposeDocument.of(blocks.map((text) => `${text}\n\n`).join(''));
        found(document);
        for (const { at, remove, add } of edits) {
          const from = at % (blocks.length + 1);
          const textOf = (some: readonly string[]) => some.map((text) => `${text}\n\n`).join('');
          const offset = textOf(blocks.slice(0, from)).length;
          const { length } = textOf(blocks.splice(from, remove, ...add));
          document = document.edited([{ offset, length, text: textOf(add) }]);
          assert.deepEqual(found(document), found(PurposeDocument.of(document.text)));
        }
      }),
      { numRuns: 150 },
    );
  });

  it('walks through no block again that is the same, after the same', () => {
    const text = '# Club\n\nWe mend.\n\n## Notes\n\nWe met.\n\n## Purpose\n\n> We exist to lend tools.\n';
    const before = PurposeDocument.of(text);
    const known = new StatementSearch(before.blocks).candidates;
    const after = before.edited([{ offset: text.indexOf('met'), length: 3, text: 'ate' }]);
    const again = new StatementSearch(after.blocks).candidates;
    assert.deepEqual(
      again.map((candidate, at) => candidate === known[at]),
      [true, false, true],
    );
  });
});
