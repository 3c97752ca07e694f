import assert from 'node:assert/strict';
import fc from 'fast-check';
import { ReadableStatement } from '../../../src/reading/readable-statement';
import { PurposeDocument } from '../../../src/statement/document';

function readable(text: string): ReadableStatement {
  const place = PurposeDocument.of(text).statementPlace;
  assert.ok(place);
  return new ReadableStatement(place);
}

describe('ReadableStatement', () => {
  it('leaves out markup and finds the way back to the file', () => {
    const file = '# Crew\n\n> We **feed**\n> many &amp; [all](x.md) dogs.\n>\n> In Ghent.\n';
    const statement = readable(file);
    assert.equal(statement.text, 'We feed many & all dogs. In Ghent.');
    for (const [words, inFile] of [
      ['feed', 'feed'],
      ['feed many', 'feed**\n> many'],
      ['& all', '&amp; [all'],
      ['Ghent.', 'Ghent.'],
    ] as const) {
      const start = statement.text.indexOf(words);
      const span = statement.inFile({ start, end: start + words.length });
      assert.equal(file.slice(span.start, span.end), inFile);
    }
  });

  it('finds each word of any plain statement at its place', () => {
    const word = fc.stringMatching(/^[a-zé]{2,8}$/);
    fc.assert(
      fc.property(
        // A quote that begins with “hi” or “nb” is a greeting or a note.
        fc.array(word).map((words) => ['we', ...words]),
        fc.constantFrom(' ', '  ', '\n', '\r\n> '),
        (words, space) => {
          const file = `> ${words.join(space)}\n`;
          const statement = readable(file);
          assert.equal(statement.text, words.join(' '));
          let at = 0;
          for (const one of words) {
            const start = statement.text.indexOf(one, at);
            const span = statement.inFile({ start, end: start + one.length });
            assert.equal(file.slice(span.start, span.end), one);
            at = start + one.length;
          }
        },
      ),
    );
  });
});
