import assert from 'node:assert/strict';
import fc from 'fast-check';
import { LintSession } from '../../../src/lint/session';
import { parseBlock } from '../../../src/statement/markdown';

const SIZE = 80_000;
const filled = (piece: string) => piece.repeat(SIZE / piece.length);

describe('what a block may be made of', () => {
  const hostile: Readonly<Record<string, string>> = Object.fromEntries(
    [
      '**a',
      '*a',
      '_a',
      '__a ',
      '*a_b__c**',
      '[a][',
      '[a](',
      '[a]',
      '[',
      ']',
      '![',
      '![a](',
      '[![a](',
      '[a](b "',
    ]
      .concat(['<!--', '<?', '<!A', '<![CDATA['])
      .map((piece) => [piece, filled(piece)]),
  );

  for (const [piece, text] of Object.entries(hostile)) {
    it(`is not 80 KB of ${piece}, alone or in a list, heading, quote or cell`, () => {
      for (const around of ['', '- ', '# ', '> ', '| a |\n| - |\n| ']) {
        assert.match(parseBlock(around + text).failure ?? '', /^it has more than \d+ /, around);
      }
    });
  }

  it('is not backticks in runs of ever other lengths', () => {
    const runs = Array.from({ length: 400 }, (_, index) => `${'`'.repeat(index + 1)}a`);
    assert.match(parseBlock(runs.join('')).failure ?? '', /^it has backticks/);
    assert.match(parseBlock(runs.reverse().join('')).failure ?? '', /^it has backticks/);
  });

  it('is not thousands of brackets and stars, however they are spread', () => {
    assert.match(parseBlock(filled('- *[a](b)* _c_\n')).failure ?? '', /10000/);
  });

  it('is named once, and everything else is checked', () => {
    const text = `We mend many nets.\n\n${hostile['**a']}\n\nVarious tools.\n`;
    const { findings } = new LintSession().lint(text);
    assert.deepEqual(
      findings.map(({ rule, start }) => `${start.line} ${rule}`).filter((one) => !one.includes('missing')),
      ['1 vague-quantity', '3 unreadable-block', '5 vague-quantity'],
    );
  });

  const word = fc.constantFrom(
    'We',
    'mend',
    'bicycles',
    'for',
    'neighbours',
    'today,',
    'well!',
    'snake_case',
    'a*b',
    '<br>',
  );
  const words = fc.array(word, { minLength: 1, maxLength: 40 }).map((some) => some.join(' '));
  const inline = fc.oneof(
    { weight: 5, arbitrary: words },
    words.map((text) => `**${text}**`),
    words.map((text) => `*${text}* and _${text}_`),
    words.map((text) => `[${text}](https://example.org/a_b "t")`),
    words.map((text) => `[${text}][1]`),
    fc.constant('![badge](https://example.org/b.svg) `code` ``a`b`` <!-- a --> https://example.org'),
  );
  const paragraph = fc.array(inline, { minLength: 1, maxLength: 30 }).map((some) => some.join(' '));
  const block = fc.oneof(
    paragraph,
    fc
      .array(paragraph, { minLength: 1, maxLength: 60 })
      .map((items) => items.map((item) => `- ${item}`).join('\n')),
    fc
      .array(paragraph, { minLength: 1, maxLength: 20 })
      .map((lines) => lines.map((line) => `> ${line}`).join('\n')),
    fc
      .array(paragraph, { minLength: 1, maxLength: 20 })
      .map((rows) => `| a |\n| - |\n${rows.map((row) => `| ${row} |`).join('\n')}`),
  );

  it('holds ordinary Markdown of any size that people write', () => {
    fc.assert(fc.property(block, (text) => assert.equal(parseBlock(text).failure, undefined)));
  });

  it('holds 80 KB in one block of links, of emphasis, of a list as on a page of links', () => {
    const pieces = [
      '- See [the page](https://example.org/a/page "t") and **bold** or _soft_ `code` here.\n',
      '- [The page](https://example.org/a/page) - **Bold** words about _what_ it is for.\n',
      '[![Build](https://example.org/badge.svg)](https://example.org/build/of/main) words here\n- ',
      '| [a page](https://example.org/page) | **what** it is | _who_ writes it, and when |\n',
    ];
    for (const piece of pieces) {
      const start = piece.startsWith('|') ? '| a | b | c |\n| - | - | - |\n' : '';
      assert.equal(parseBlock(start + filled(piece)).failure, undefined, piece);
    }
  });
});
