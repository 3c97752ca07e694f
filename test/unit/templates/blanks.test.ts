import assert from 'node:assert/strict';
import fc from 'fast-check';
import { blankNames, blanksOf, fillBlanks } from '../../../src/templates/blanks';

describe('blanks', () => {
  it('finds each blank at its place, trimmed, and leaves other braces alone', () => {
    const text = 'We {{ what }} for {{who}}. {x} {{}} {{ }} {{a\nb}} {{who}}';
    assert.deepEqual(
      blanksOf(text).map(({ name, start, end }) => [name, text.slice(start, end)]),
      [
        ['what', '{{ what }}'],
        ['who', '{{who}}'],
        ['who', '{{who}}'],
      ],
    );
    assert.deepEqual(blankNames(text), ['what', 'who']);
  });

  it('fills what was answered and keeps the rest open', () => {
    const answers = { who: ' nurses ', what: '  ', toString: 'odd names are names too' };
    assert.equal(fillBlanks('We {{what}} for {{who}}.', answers).text, 'We {{what}} for nurses.');
    assert.equal(
      fillBlanks('{{constructor}} {{toString}}', answers).text,
      '{{constructor}} odd names are names too',
    );
  });

  it('does not fill the braces that an answer brings along', () => {
    assert.equal(fillBlanks('{{a}} {{b}}', { a: '{{b}}', b: 'two' }).text, '{{b}} two');
  });

  it('quotes and indents every line of an answer as its first', () => {
    assert.equal(fillBlanks('> {{a}}\n', { a: 'one\r\ntwo\n\nthree' }).text, '> one\n> two\n>\n> three\n');
    assert.equal(fillBlanks('- {{a}}\n', { a: 'one\ntwo' }).text, '- one\n  two\n');
    assert.equal(fillBlanks('# {{a}}\n', { a: 'one\n two' }).text, '# one two\n');
    assert.equal(fillBlanks('---\nkind: {{a}}\n---', { a: 'one\ntwo' }).text, '---\nkind: one two\n---');
  });

  it('removes the full stop of an answer if the sentence continues or has its own', () => {
    const stops = (text: string, a: string) => fillBlanks(text, { a }).text;
    assert.equal(stops('We {{a}}.', 'bake bread.'), 'We bake bread.');
    assert.equal(stops('We {{a}}, so that', 'bake bread.'), 'We bake bread, so that');
    assert.equal(stops('We {{a}} for', 'bake bread.'), 'We bake bread for');
    assert.equal(stops('{{a}}\n', 'We bake bread.'), 'We bake bread.\n');
    assert.equal(stops('By {{a}}, we', 'Acme Co.'), 'By Acme Co., we');
    assert.equal(stops('We wait{{a}}.', '...'), 'We wait....');
  });

  it('gives the position of each answer and each open blank in the filled text', () => {
    const piece = fc.oneof(
      fc.constantFrom('{{a}}', '{{b}}', '\n> ', '- ', '# '),
      fc.string({ maxLength: 6 }),
    );
    const text = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));
    const answer = fc.stringMatching(/^[a-z{}.]{0,5}$/);
    fc.assert(
      fc.property(text, answer, answer, (template, a, b) => {
        const filled = fillBlanks(template, { a, b });
        assert.equal(filled.places.length, blanksOf(template).length);
        // Without the blanks, exactly the text between them remains.
        const around = (whole: string, spans: readonly { start: number; end: number }[]) =>
          [...spans]
            .reverse()
            .reduce((rest, { start, end }) => rest.slice(0, start) + rest.slice(end), whole);
        assert.equal(around(filled.text, filled.places), around(template, blanksOf(template)));
        for (const { name, start, end, answered } of filled.places) {
          const given = { a, b }[name] ?? '';
          assert.equal(answered, given !== '');
          const words = filled.text.slice(start, end);
          if (answered) assert.ok(words === given || `${words}.` === given, words);
          else assert.deepEqual(blankNames(words), [name]);
        }
      }),
    );
  });
});
