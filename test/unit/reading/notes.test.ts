import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Kind } from '../../../src/reading/kinds';
import { keptAfter, type Note, notesOf } from '../../../src/reading/notes';
import type { ModelReading } from '../../../src/reading/reading';

const STATEMENT = 'We feed many families in Ghent so that they eat.';
const at = (text: string) => {
  const start = STATEMENT.indexOf(text);
  return { start, end: start + text.length, text };
};
const marks = (text: string, reason?: string) => ({
  ...at(text),
  kind: 'vague-quantity' as Kind,
  question: 'How many?',
  reason,
});
const reading = (more: Partial<ModelReading>): ModelReading => ({
  findings: [],
  parts: { who: undefined, what: undefined, change: undefined },
  dropped: [],
  repaired: 0,
  ...more,
});
const asIs = ({ start, end }: { start: number; end: number }) => ({ start, end });

describe('notesOf', () => {
  it('gives each mark a kind, a question and a reason', () => {
    const [note] = notesOf(reading({ findings: [marks('many', 'No number.')] }), asIs, {});
    assert.deepEqual(note, {
      start: 8,
      end: 12,
      rule: 'reading/vague-quantity',
      kind: 'vague-quantity',
      message: '“many” leaves the number open. How many? No number.',
    });
  });

  it('places notes at their words in the file, in order', () => {
    const moved = ({ start, end }: { start: number; end: number }) => ({ start: start + 10, end: end + 10 });
    const notes = notesOf(reading({ findings: [marks('Ghent'), marks('many')] }), moved, {});
    assert.deepEqual(
      notes.map(({ start }) => start),
      [18, 35],
    );
  });

  it('shows a part only if the model finds it elsewhere', () => {
    const told = (who: string | null | undefined, ours: string | undefined) =>
      notesOf(
        reading({
          parts: { who: typeof who === 'string' ? at(who) : who, what: undefined, change: undefined },
        }),
        asIs,
        ours === undefined ? {} : { who: at(ours) },
      ).map(({ start, rule, message }) => [start, rule, message]);
    assert.deepEqual(told('families in Ghent', 'families'), []);
    assert.deepEqual(told(null, undefined), []);
    assert.deepEqual(told(undefined, 'families'), []);
    assert.deepEqual(told('they', 'families'), [
      [
        STATEMENT.indexOf('they'),
        'reading/who',
        'As a model reads it, “they” says who it is for. Purpose found “families”.',
      ],
    ]);
    assert.deepEqual(told('they', undefined), [
      [
        STATEMENT.indexOf('they'),
        'reading/who',
        'As a model reads it, “they” says who it is for. Purpose found nothing.',
      ],
    ]);
    assert.deepEqual(told(null, 'families'), [
      [
        STATEMENT.indexOf('families'),
        'reading/who',
        'As a model reads it, nothing says who it is for. Purpose found “families”.',
      ],
    ]);
  });

  it('shows no parts in a language that Purpose does not parse', () => {
    const parts = { who: at('they'), what: null, change: null };
    assert.deepEqual(notesOf(reading({ parts }), asIs, undefined), []);
  });
});

describe('keptAfter', () => {
  const note = (start: number, end: number): Note => ({ start, end, rule: 'reading/hedge', message: '' });

  it('keeps each note on its words after any edit, or drops it', () => {
    const edits = fc.array(
      fc.record({
        offset: fc.nat({ max: 60 }),
        length: fc.nat({ max: 12 }),
        text: fc.string({ maxLength: 8 }),
      }),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(
        edits,
        fc.array(fc.tuple(fc.nat({ max: 40 }), fc.integer({ min: 1, max: 9 }))),
        (all, spans) => {
          let text = STATEMENT;
          const words = new Map<string, string>();
          let notes: readonly Note[] = spans.map(([start, length], index) => {
            const end = Math.min(text.length, start + length);
            words.set(String(index), text.slice(start, end));
            return { ...note(start, end), message: String(index) };
          });
          for (const { offset, length, text: put } of all) {
            const from = Math.min(offset, text.length);
            const cut = Math.min(length, text.length - from);
            text = text.slice(0, from) + put + text.slice(from + cut);
            notes = keptAfter(notes, { offset: from, length: cut, text: put });
            for (const { start, end, message } of notes)
              assert.equal(text.slice(start, end), words.get(message));
          }
        },
      ),
    );
  });

  it('drops a note whose words grow or lose their neighbour', () => {
    const notes = [note(8, 12)];
    assert.deepEqual(keptAfter(notes, { offset: 12, length: 0, text: 'y' }), []);
    assert.deepEqual(keptAfter(notes, { offset: 9, length: 1, text: '' }), []);
    assert.deepEqual(keptAfter(notes, { offset: 13, length: 3, text: '' }), notes);
    assert.deepEqual(keptAfter(notes, { offset: 0, length: 2, text: 'They' }), [note(10, 14)]);
  });
});
