import assert from 'node:assert/strict';
import fc from 'fast-check';
import { textEdit, wordEdit } from '../../../src/templates/word-edit';
import { applyEdits, type TextEdit } from '../../../src/text/text-edit';

function apply(stretch: string, edit: TextEdit | undefined): string {
  return applyEdits(stretch, edit ? [edit] : []);
}

describe('wordEdit', () => {
  const changed = (stretch: string, wanted: string) => apply(stretch, wordEdit(stretch, wanted));

  it('touches only the words that changed, not the lines and quote marks around them', () => {
    assert.equal(
      changed('We bake\n> rye bread\n> for Leith.', 'We sell rye bread for Leith.'),
      'We sell\n> rye bread\n> for Leith.',
    );
    assert.equal(changed('We bake\n> bread.', 'We bake rye bread.'), 'We bake rye\n> bread.');
    assert.equal(changed('We bake bread.', 'Here we bake bread.'), 'Here we bake bread.');
    assert.equal(changed('We bake bread today', 'We bake bread'), 'We bake bread');
    assert.equal(changed('We often bake', 'We bake'), 'We bake');
    assert.equal(wordEdit('We bake\n>  bread.', 'We  bake bread.'), undefined);
    assert.equal(changed('', 'We bake.'), 'We bake.');
  });

  it('gives the intended text, for any words', () => {
    const word = fc.constantFrom('we', 'bake', 'bread', 'for', 'Leith.', 'we');
    const words = fc.array(word, { maxLength: 8 });
    const gap = fc.constantFrom(' ', '\n> ', '\r\n', '  ', '\n>');
    fc.assert(
      fc.property(words, fc.array(gap, { minLength: 8, maxLength: 8 }), words, (old, gaps, now) => {
        const stretch = old.map((one, index) => (index > 0 ? (gaps[index] ?? ' ') : '') + one).join('');
        const edit = wordEdit(stretch, now.join(' '));
        const read = apply(stretch, edit)
          .replace(/[\r\n]+[ \t]*>?/g, ' ')
          .split(/\s+/)
          .filter(Boolean);
        assert.deepEqual(read, now);
        assert.equal(edit === undefined, old.join(' ') === now.join(' '));
      }),
    );
  });
});

describe('textEdit', () => {
  it('makes the stretch what was wanted and never parts a surrogate pair', () => {
    const text = fc
      .array(fc.constantFrom('a', 'b', '😀', '😁', '\n'), { maxLength: 8 })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, text, (old, now) => {
        const edit = textEdit(old, now);
        assert.equal(apply(old, edit), now);
        if (!edit) return;
        for (const piece of [edit.text, old.slice(0, edit.offset), old.slice(edit.offset + edit.length)])
          assert.doesNotThrow(() => encodeURIComponent(piece));
      }),
    );
  });
});
