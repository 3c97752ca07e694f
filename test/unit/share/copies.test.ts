import assert from 'node:assert/strict';
import fc from 'fast-check';
import { findCopies } from '../../../src/share/copies';
import { problemName } from '../support/copy-problems';

const begin = '<!-- purpose:begin team.purpose.md -->';
const end = '<!-- purpose:end -->';

function codes(text: string): string[] {
  return findCopies(text).problems.map((one) => `${problemName(one)}@${one.span.start}`);
}

function contents(text: string): string[] {
  return findCopies(text).copies.map(({ content }) => text.slice(content.start, content.end));
}

describe('findCopies', () => {
  it('finds a copy, its markers, source, shape and content', () => {
    const text = `# Team\n\n${begin}\n> We care.\n${end}\n`;
    assert.deepEqual(findCopies(text), {
      copies: [
        {
          begin: { start: 8, end: 8 + begin.length },
          end: { start: 58, end: 58 + end.length },
          content: { start: 8 + begin.length, end: 58 },
          source: 'team.purpose.md',
          shape: 'quote',
          indent: '',
          inline: false,
        },
      ],
      problems: [],
    });
  });

  it('reads shapes and names with spaces in either quotes', () => {
    const shapes = (marker: string) => {
      const { copies, problems } = findCopies(`${marker}\n${end}`);
      return copies[0] ? [copies[0].source, copies[0].shape] : problems.map(problemName);
    };
    assert.deepEqual(shapes('<!--purpose:begin a.purpose.md as="sentence"-->'), ['a.purpose.md', 'sentence']);
    assert.deepEqual(shapes('<!-- purpose:begin \'my "a".purpose.md\' as=badge -->'), [
      'my "a".purpose.md',
      'badge',
    ]);
    assert.deepEqual(shapes('<!--\tpurpose:begin "my a.purpose.md" as=\'heading\' -->'), [
      'my a.purpose.md',
      'heading',
    ]);
    assert.deepEqual(shapes('<!-- purpose:begin a.purpose.md as="poster" -->'), ['unknown-shape']);
    assert.deepEqual(shapes('<!-- purpose:begin a.purpose.md as="" -->'), ['unknown-shape']);
    assert.deepEqual(shapes('<!-- purpose:begin a.purpose.md to="x" -->'), ['bad-attribute']);
    assert.deepEqual(shapes('<!-- purpose:begin a.purpose.md as="quote" as="quote" -->'), ['bad-attribute']);
    assert.deepEqual(shapes('<!-- purpose:begin my team.purpose.md -->'), ['bad-attribute']);
    assert.deepEqual(shapes('<!-- purpose:begin as="quote" -->'), ['no-source']);
    assert.deepEqual(shapes('<!-- purpose:begin -->'), ['no-source']);
  });

  it('keeps what a line between the markers needs before it', () => {
    const indent = (prefix: string) => findCopies(`${prefix}${begin}\n${prefix}${end}`).copies[0]?.indent;
    assert.equal(indent('  '), '  ');
    assert.equal(indent('> '), '> ');
    assert.equal(indent('> > '), '> > ');
    assert.equal(indent('- '), '  ');
    assert.equal(indent('10. '), '    ');
    assert.equal(indent('> 1) '), '>    ');
    assert.equal(indent('\t'), undefined, 'a tab at the top level makes code');
  });

  it('takes no marker in code for one', () => {
    const pair = `${begin}\nx\n${end}`;
    for (const text of [
      `\`\`\`\n${pair}\n\`\`\`\n`,
      `~~~~ md\n${pair}\n~~~\n${pair}\n~~~~\n`,
      `> \`\`\`\n> ${begin}\n> ${end}\n`,
      `- a\n\n  \`\`\`\n  ${begin}\n  ${end}\n  \`\`\`\n`,
      `text \`${begin}${end}\` text`,
      `text \`\`${begin}\` ${end}\`\` text`,
      `    ${begin}\n    x\n\n    ${end}\n`,
      `\\${begin}\n\\${end}\n`,
      `<!-- example:\n${begin.slice(5)}\n`,
      `\`\`\`\n${pair}`,
      `\`\`\` a \` ${begin}${end}`,
      `    > ${begin}\n    > ${end}\n`,
      `>     ${begin}\n>     ${end}\n`,
    ]) {
      assert.deepEqual(findCopies(text), { copies: [], problems: [] }, text);
    }
  });

  it('reads the markers of a copy independently of its content', () => {
    for (const content of ['- old\n', '> old', '> - old', 'old', '- a\n  - b', '']) {
      const text = `${begin}\n${content}\n    ${end}\n\n    ${begin}\n`;
      assert.deepEqual(contents(text), [`\n${content}\n    `], text);
      assert.deepEqual(codes(text), [], text);
    }
    assert.deepEqual(
      findCopies(`${begin}\n\n    ${begin}\n    ${end}\n`).problems.map(problemName),
      ['missing-end', 'nested'],
      'an example in code never ends a copy that lacks its end',
    );
  });

  it('knows indented code below a heading, a break or a comment, where no paragraph is open', () => {
    const block = '<!-- purpose:begin a.purpose.md -->\nx\n<!-- purpose:end -->';
    for (const above of ['# T', '## T ##', 'T\n===', '---', '* * *', '<!-- x -->', '<!--\nx\n-->']) {
      assert.equal(findCopies(`${above}\n    \`\`\`\n${block}\n`).copies.length, 1, above);
    }
    // The mark of a fence may be part of a paragraph only with less indentation.
    assert.equal(findCopies(`T\n\`\`\`\n${block}\n`).copies.length, 0);
    assert.equal(findCopies(`#T\n   \`\`\`\n${block}\n`).copies.length, 0);
  });

  it('finds markers again after code', () => {
    const pair = `${begin}\nx\n${end}`;
    for (const text of [
      `\`\`\`\ncode\n\`\`\`\n${pair}`,
      `> \`\`\`\n> code\n\n${pair}`,
      `- \`\`\`\n  code\n- b\n\n${pair}`,
      `- a\n\n      code\n\n${pair}`,
      `a \`b\` ${begin.replace('.md', '.md as="sentence"')}x${end} \`c\``,
      `\`\`\` a \` b\n${pair}`,
      `- a\n  - b\n\n    ${begin}\n    x\n    ${end}\n`,
    ]) {
      assert.equal(findCopies(text).copies.length, 1, text);
      assert.deepEqual(findCopies(text).problems, [], text);
    }
  });

  it('refuses markers that make no pair, each at its place, and serves the others', () => {
    const pair = `${begin}\nx\n${end}\n`;
    assert.deepEqual(codes(begin), ['missing-end@0']);
    assert.deepEqual(codes(end), ['stray-end@0']);
    assert.deepEqual(codes(`${pair}${end}\n${pair}`), [`stray-end@${pair.length}`]);
    assert.deepEqual(contents(`${pair}${end}\n${pair}`), ['\nx\n', '\nx\n']);
    const nested = `${begin}\n${begin}\n${end}\n${end}\n`;
    assert.deepEqual(codes(nested + pair), [
      'missing-end@0',
      `nested@${begin.length + 1}`,
      `stray-end@${2 * begin.length + end.length + 3}`,
    ]);
    assert.deepEqual(contents(nested + pair), ['\nx\n']);
    assert.deepEqual(codes(`${begin}${begin}${begin}`), [
      'missing-end@0',
      `nested@${begin.length}`,
      `nested@${2 * begin.length}`,
    ]);
    assert.deepEqual(codes('<!-- purpose:start a.purpose.md -->'), ['unknown-marker@0']);
    assert.deepEqual(codes('<!-- purpose:end now -->'), ['unknown-marker@0']);
    assert.deepEqual(codes('a <!-- purpose:begin x.purpose.md\n-->'), ['unclosed-marker@2']);
  });

  it('allows a sentence and a badge within a line, and nothing else', () => {
    const line = (shape: string) => `We: <!-- purpose:begin a.purpose.md as="${shape}" -->x${end}, always.`;
    assert.deepEqual(
      findCopies(line('sentence')).copies.map(({ inline }) => inline),
      [true],
    );
    assert.equal(findCopies(line('badge')).copies.length, 1);
    assert.deepEqual(codes(line('quote')), ['needs-own-line@4']);
    assert.deepEqual(codes(`We: ${begin}\nx\n${end}`), ['needs-own-line@4']);
    assert.deepEqual(codes(`${begin} x\n${end}`), ['needs-own-line@0']);
  });

  it('keeps its spans, for any text', () => {
    const piece = fc.constantFrom(
      begin,
      end,
      '<!-- purpose:',
      '-->',
      '`',
      '```',
      '~~~',
      '\n',
      '\r\n',
      '\r',
      '> ',
      '- ',
      '  ',
      '    ',
      'x',
      '\\',
      '\t',
      '1. ',
      '<!--',
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 40 }).map((parts) => parts.join('')),
        (text) => {
          const { copies, problems } = findCopies(text);
          let at = 0;
          for (const copy of copies) {
            assert.ok(copy.begin.start >= at);
            assert.equal(text.slice(copy.begin.start, copy.begin.end), begin);
            assert.equal(text.slice(copy.end.start, copy.end.end), end);
            assert.deepEqual(copy.content, { start: copy.begin.end, end: copy.end.start });
            at = copy.end.end;
          }
          for (const { span } of problems)
            assert.ok(span.start >= 0 && span.start < span.end && span.end <= text.length);
        },
      ),
      { numRuns: 500 },
    );
  });
});
