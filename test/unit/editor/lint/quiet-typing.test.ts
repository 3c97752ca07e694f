import assert from 'node:assert/strict';
import fc from 'fast-check';
import { moved, quieted, unfinished } from '../../../../src/editor/lint/quiet-typing';

/** What is unfinished at the bar. */
function at(text: string): string {
  const caret = text.indexOf('|');
  const [before, after] = [text.slice(0, caret), text.slice(caret + 1)];
  const reach = unfinished(before, after);
  return before.slice(before.length - reach.before) + after.slice(0, reach.after);
}

describe('quiet while typing', () => {
  it('takes the word under the caret for unfinished, and a sentence without its end', () => {
    assert.equal(at('We mend ma|ny bicycles.'), 'many');
    assert.equal(at('We mend| many bicycles.'), 'mend');
    assert.equal(at('We mend bicycles. For ma|'), 'For ma');
    assert.equal(at('We mend bicycles.|'), '');
    assert.equal(at('We mend bicycles. |'), '');
    assert.equal(at('> “We mend.” For many peop|  '), 'For many peop');
    assert.equal(at('We mend\n> many |'), 'We mend\n> many ');
    assert.equal(at('|Many.'), 'Many');
    assert.equal(at('|'), '');
  });

  const finding = (rule: string, start: number, end: number) => ({
    rule,
    start: { offset: start },
    end: { offset: end },
  });

  it('marks nothing new there, and leaves what is marked', () => {
    const many = finding('vague-quantity', 8, 12);
    const hard = finding('readability', 0, 30);
    const far = finding('hedge', 40, 46);
    assert.deepEqual(quieted([hard, many, far], [], [{ start: 8, end: 13 }]), [far]);
    assert.deepEqual(
      quieted([hard, many, far], [{ rule: 'readability', start: 0 }], [{ start: 12, end: 12 }]),
      [hard, far],
    );
    assert.deepEqual(quieted([hard, many], [], []), [hard, many]);
  });

  it('knows a mark again wherever edits have moved it', () => {
    const texts = fc.string({ maxLength: 30 });
    fc.assert(
      fc.property(texts, fc.nat(30), fc.nat(10), texts, fc.nat(30), (text, from, size, put, place) => {
        const offset = Math.min(from, text.length);
        const length = Math.min(size, text.length - offset);
        const start = Math.min(place, text.length);
        const [mark] = moved([{ rule: 'hedge', start }], { offset, length, text: put });
        const now = text.slice(0, offset) + put + text.slice(offset + length);
        if (start >= offset + length) assert.equal(now.slice(mark?.start), text.slice(start));
        else if (start < offset) assert.equal(mark?.start, start);
        else assert.equal(mark, undefined);
      }),
      { numRuns: 200 },
    );
  });
});
