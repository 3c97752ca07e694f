import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseMarkdown } from '../../../src/statement/markdown';
import { plainParagraph } from '../../../src/statement/plain-paragraph';
import { markdown } from '../support/markdown';

describe('plainParagraph', () => {
  const piece = fc.oneof(
    {
      weight: 6,
      arbitrary: fc.constantFrom('We', 'mend', 'bicycles', '(old)', 'well-known', '12', 'é', '🚲', '"so"'),
    },
    {
      weight: 3,
      arbitrary: fc.constantFrom(' ', '\n', '\r\n', '. ', ', ', ': ', '; ', '! ', '? ', '/', "'"),
    },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        ...' \r\t\v\f\0\u00A0\u2028\uFEFF-+=:|*_`~#<>[]()\\&{}1.'.split(''),
        '1. ',
        '- ',
        '---',
        '  \n',
        '\n\n',
      ),
    },
  );
  const nearlyPlain = fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join(''));

  it('gives the same tree as the parser, if it gives one', () => {
    let plain = 0;
    fc.assert(
      fc.property(fc.oneof(nearlyPlain, fc.string({ unit: 'binary', maxLength: 12 }), markdown), (text) => {
        const tree = plainParagraph(text);
        if (!tree) return;
        plain++;
        assert.deepEqual(tree, parseMarkdown(text));
      }),
      { numRuns: 4000 },
    );
    assert.ok(plain > 400, `${plain} of the texts were plain`);
  });

  it('sees a paragraph of several lines, and what is none', () => {
    for (const text of [
      'We mend.',
      'We mend\r\nmany “old” bicycles - and lend 12 tools.\r\n\r\n',
      'A (b): c; d!\n',
    ]) {
      assert.deepEqual(plainParagraph(text), parseMarkdown(text), text);
    }
    for (const text of ['', '\n', 'a\n\nb', 'a\n---', 'a *b*', '1. a', 'a  \nb', ' a', 'a&amp;b', ':-\n']) {
      assert.equal(plainParagraph(text), undefined, text);
    }
  });
});
