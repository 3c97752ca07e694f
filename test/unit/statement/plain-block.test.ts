import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseMarkdown } from '../../../src/statement/markdown';
import { plainBlock } from '../../../src/statement/plain-block';
import { markdown } from '../support/markdown';

describe('plainBlock', () => {
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
  const start = fc.constantFrom(
    '',
    '',
    '> ',
    '# ',
    '### ',
    '####### ',
    '>',
    '#',
    '>  ',
    '> > ',
    '> - ',
    '# 1. ',
  );
  const nearlyPlain = fc
    .tuple(start, fc.array(piece, { maxLength: 14 }))
    .map(([first, pieces]) => first + pieces.join(''));
  const quoted = fc
    .tuple(nearlyPlain, fc.constantFrom('\n> ', '\r\n> ', '\r> ', '\n>', '\n'))
    .map(([text, mark]) => `> ${text.replace(/\r\n|\r|\n/g, mark)}`);
  const item = fc.array(piece, { minLength: 1, maxLength: 4 }).map((pieces) => pieces.join(''));
  const listed = fc
    .tuple(
      fc.constantFrom('- ', '* '),
      fc.array(fc.oneof(item, nearlyPlain), { minLength: 1, maxLength: 3 }),
      fc.constantFrom('\n', '\r\n', '\n\n'),
    )
    .map(([mark, items, end]) => items.map((text) => mark + text + end).join(''));

  it('gives the same tree as the parser, if it gives one', () => {
    const plain: Record<string, number> = {};
    fc.assert(
      fc.property(
        fc.oneof(nearlyPlain, quoted, listed, fc.string({ unit: 'binary', maxLength: 12 }), markdown),
        (text) => {
          const tree = plainBlock(text);
          if (!tree) return;
          const kind = tree.children[0]?.type ?? '';
          plain[kind] = (plain[kind] ?? 0) + 1;
          assert.deepEqual(tree, parseMarkdown(text));
        },
      ),
      { numRuns: 4000 },
    );
    for (const kind of ['paragraph', 'heading', 'blockquote', 'list'])
      assert.ok((plain[kind] ?? 0) > 20, JSON.stringify(plain));
  });

  it('recognises a paragraph of several lines, a heading, a quote and anything else', () => {
    for (const text of [
      'We mend.',
      'We mend\r\nmany “old” bicycles - and lend 12 tools.\r\n\r\n',
      'A (b): c; d!\n',
      '## What we mend\n\n',
      '> We mend.\nbicycles',
      '> We mend.\n',
      '> We mend\r\n> many bicycles.\r\n\r\n',
      '- We mend.\n- We lend\r\n- “many” tools.\n\n',
      '* We mend.',
    ]) {
      assert.deepEqual(plainBlock(text), parseMarkdown(text), text);
    }
    for (const text of [
      '',
      '\n',
      'a\n\nb',
      'a\n---',
      'a *b*',
      '1. a',
      'a  \nb',
      ' a',
      'a&amp;b',
      ':-\n',
      '# a #',
      '# a\nb',
      '>a',
      '> # a',
      '> ',
      '# ',
      '- a\n* b',
      '- a\n\n- b',
      '- a\n  b',
      '- a\nb',
      '- - a',
      '-  a',
      '- ',
      '- [ ] a',
      '1. a',
    ]) {
      assert.equal(plainBlock(text), undefined, text);
    }
  });
});
