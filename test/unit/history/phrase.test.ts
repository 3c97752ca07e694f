import assert from 'node:assert/strict';
import fc from 'fast-check';
import { phraseAt } from '../../../src/history/phrase';
import { statementOf } from '../../../src/history/statement-of';
import { fold } from '../../../src/text/fold';

const TEXT = `# Bikes

> We mend bicycles with *children* in Leith,
> so that they ride to \`school\`.

More about Leith.
`;

/** The phrase from the first occurrence of `from` to the end of the next one of `to`. */
function between(from: string, to: string, text = TEXT): string | undefined {
  const start = text.indexOf(from);
  return phraseAt(text, start, text.indexOf(to, start) + to.length);
}

describe('the phrase under a selection', () => {
  it('is read as a reader sees it, over lines and without marks', () => {
    assert.equal(between('mend', 'bicycles'), 'mend bicycles');
    assert.equal(between('*children*', 'Leith'), 'children in Leith');
    assert.equal(between('children*', 'in'), 'children in');
    assert.equal(between('in Leith', 'they ride'), 'in Leith, so that they ride');
    assert.equal(between('\n> so that', 'they'), 'so that they');
    assert.equal(between('> so that', 'they'), 'so that they');
    assert.equal(between('Leith,', '\n> '), 'Leith,');
  });

  it('is undefined outside the statement, even for words that also occur in it', () => {
    const at = TEXT.lastIndexOf('Leith');
    assert.equal(phraseAt(TEXT, at, at + 5), undefined);
    assert.equal(between('# Bikes', 'Bikes'), undefined);
    assert.equal(phraseAt('# Title alone\n', 0, 5), undefined);
    assert.equal(phraseAt(TEXT, 30, 30), undefined);
  });

  it('is cut to the statement', () => {
    assert.equal(between('# Bikes', 'mend'), 'We mend');
    assert.equal(between('ride to', 'about'), 'ride to school.');
    assert.equal(phraseAt(TEXT, 0, TEXT.length), statementOf(TEXT)?.plain);
  });

  it('supports CRLF and statements without a quote', () => {
    assert.equal(
      between('in Leith', 'they ride', TEXT.replaceAll('\n', '\r\n')),
      'in Leith, so that they ride',
    );
    assert.equal(between('end b', 'b', 'We mend bicycles.\nAnd more.'), 'end b');
    assert.equal(between('cycles', 'And', 'We mend bicycles.\nAnd more.'), 'cycles. And');
  });

  it('is part of the statement, for any selection', () => {
    const words = fc.array(
      fc.constantFrom('We', '*mend*', 'old', '**all** ', '_bikes_', '`x`', '[a](b)', '\n> ', '\\*', '&amp;'),
      { minLength: 1, maxLength: 12 },
    );
    let found = 0;
    fc.assert(
      fc.property(words, fc.nat(80), fc.nat(80), (parts, start, length) => {
        const text = `> We ${parts.join(' ')}\n\nMore.\n`;
        const phrase = phraseAt(text, start, start + length);
        if (phrase === undefined) return;
        found++;
        assert.ok(fold(statementOf(text)?.plain ?? '').includes(phrase), phrase);
      }),
      { numRuns: 300 },
    );
    assert.ok(found > 30, `${found} of the stretches had a phrase`);
  });
});
