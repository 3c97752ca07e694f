import assert from 'node:assert/strict';
import fc from 'fast-check';
import { moved, quietAt, quieted, unfinished } from '../../../../src/editor/lint/quiet-typing';

/** The unfinished range at the bar. */
function at(text: string): string {
  const caret = text.indexOf('|');
  const [before, after] = [text.slice(0, caret), text.slice(caret + 1)];
  const [{ start, end } = { start: 0, end: 0 }] = quietAt(caret, before, unfinished(before, after), false);
  return (before + after).slice(start, end);
}

/** The text of each quiet range around the bar during a pause. */
function inPause(text: string): readonly string[] {
  const caret = text.indexOf('|');
  const [before, after] = [text.slice(0, caret), text.slice(caret + 1)];
  return quietAt(caret, before, unfinished(before, after), true).map(({ start, end }) =>
    (before + after).slice(start, end),
  );
}

describe('quiet while typing', () => {
  const finding = (rule: string, start: number, end: number) => ({
    rule,
    start: { offset: start },
    end: { offset: end },
  });

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

  it('skips the word at the cursor during a pause, and reports no missing part of an unfinished sentence', () => {
    assert.deepEqual(inPause('We teach. Many so|'), ['so', 'We teach. Many so']);
    assert.deepEqual(inPause('We teach many |'), ['', 'We teach many ']);
    assert.deepEqual(inPause('We teach many.|'), []);
    assert.deepEqual(inPause('We te|ach many songs.'), []);
    const whole = { start: 0, end: 8, ofStatement: true } as const;
    const missing = finding('missing-who', 0, 2);
    const vague = finding('vague-quantity', 0, 4);
    assert.deepEqual(quieted([missing, vague], [], [whole]), [vague]);
  });

  it('adds no marks there, and keeps existing ones', () => {
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

  it('recognises a mark that edits have moved', () => {
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
