import assert from 'node:assert/strict';
import fc from 'fast-check';
import { sentencesOf } from '../../../src/english/sentences';
import { PurposeDocument } from '../../../src/statement/document';
import { toTrees } from '../../../src/statement/prose-trees';

/** Every word of a text with the text at its position. */
function words(text: string): (readonly [string, string])[] {
  return PurposeDocument.of(text).blocks.flatMap(({ block, lines, offset }) =>
    block.proses
      .flatMap(({ prose }) => toTrees(prose, lines))
      .flatMap((tree) => sentencesOf(tree))
      .flatMap(({ tokens }) => tokens)
      .filter(({ kind }) => kind === 'word')
      .map(({ text: word, start, end }) => [word, text.slice(start + offset, end + offset)] as const),
  );
}

describe('typography in words', () => {
  it('reads a word as a reader does and keeps its place', () => {
    assert.deepEqual(words('world\u2011class'), [['world-class', 'world\u2011class']]);
    assert.deepEqual(words('We inno\u00ADvate.')[1], ['innovate', 'inno\u00ADvate']);
    assert.deepEqual(words('We inno&shy;vate.')[1], ['innovate', 'inno&shy;vate']);
    assert.deepEqual(words('An e\uFB03cient oven')[1], ['efficient', 'e\uFB03cient']);
    assert.deepEqual(words('Ba\u200Bking here')[0], ['Baking', 'Ba\u200Bking']);
    assert.deepEqual(words('Baking\u200E \u2066here\u2069'), [
      ['Baking', 'Baking'],
      ['here', 'here'],
    ]);
    assert.deepEqual(words('Ba\u202Aking here')[0], ['Baking', 'Ba\u202Aking']);
  });

  it('keeps positions exact, for any characters in a word', () => {
    const letters = fc.constantFrom('bread', 'Oven', 'tide');
    const sign = fc.constantFrom('\u00AD', '\u200B', '\u2060', '\u200D', '\u200E', '\u2069');
    const word = fc.tuple(letters, sign, letters).map(([a, s, b]) => ({ read: a + b, written: a + s + b }));
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 6 }), (some) => {
        const text = `${some.map(({ written }) => written).join(' ')}\n`;
        assert.deepEqual(
          words(text),
          some.map(({ read, written }) => [read, written]),
        );
      }),
    );
  });

  it('reads no formula and nothing struck out, but reads money', () => {
    const read = (text: string) => words(text).map(([word]) => word);
    assert.ok(!read('We bake $many$ loaves and ~~various~~ rolls.').some((it) => /many|various/.test(it)));
    assert.ok(read('From $5 to many, or $6.').includes('many'));
  });

  it('reads no words in tags for code, keys and what is struck out', () => {
    const read = (text: string) => words(text).map(([word]) => word);
    for (const tag of ['kbd', 'code', 'samp', 'del', 'S']) {
      const text = `Press <${tag}>many \`x\` various</${tag}> twice.`;
      for (const one of [text, `<p>${text.replaceAll('`', '')}</p>`]) {
        assert.ok(!read(one).some((it) => /many|various/.test(it)), one);
        assert.ok(read(one).includes('twice'), one);
      }
    }
    assert.ok(read('A <kbd>many that is never closed.').includes('many'));
  });
});
