import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Nodes } from 'mdast';
import { sentencesOf } from '../../../src/english/sentences';
import { PurposeDocument } from '../../../src/statement/document';
import { htmlTexts } from '../../../src/statement/html-text';
import { parseMarkdown } from '../../../src/statement/markdown';
import { toTrees } from '../../../src/statement/prose-trees';
import { markdown } from '../support/markdown';

/** The prose of a text, each piece with its position, from a parse of the whole text at once. */
function wholeProses(text: string, offset: number): string[] {
  const found: string[] = [];
  const walk = (node: Nodes) => {
    if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell') {
      found.push(
        `${node.type} ${(node.position?.start.offset ?? 0) + offset}-${(node.position?.end.offset ?? 0) + offset}`,
      );
    } else if (node.type === 'html') {
      const [start, end] = [node.position?.start.offset ?? 0, node.position?.end.offset ?? 0];
      for (const { depth, span } of htmlTexts(text, { start, end })) {
        found.push(`${depth ? 'heading' : 'paragraph'} ${span.start + offset}-${span.end + offset}`);
      }
    } else if ('children' in node) for (const child of node.children) walk(child);
  };
  walk(parseMarkdown(text));
  return found;
}

function blockProses(document: PurposeDocument): string[] {
  return document.blocks.flatMap(({ block, offset }) =>
    block.proses.map(({ kind, span }) => `${kind} ${span.start + offset}-${span.end + offset}`),
  );
}

/**
 * Directly after indented code, micromark accepts a list that could not interrupt a paragraph, so it cannot be
 * compared.
 */
function hasIndentedCode(text: string): boolean {
  return parseMarkdown(text).children.some(
    ({ type, position }) => type === 'code' && !/^(?:`|~)/.test(text.slice(position?.start.offset)),
  );
}

describe('PurposeDocument', () => {
  it('reads block by block what the whole text reads at once', () => {
    fc.assert(
      fc.property(markdown, (text) => {
        const document = PurposeDocument.of(text);
        assert.equal(document.text, text);
        fc.pre(!hasIndentedCode(text.slice(document.head.length)));
        assert.deepEqual(
          blockProses(document),
          wholeProses(text.slice(document.head.length), document.head.length),
        );
      }),
      { numRuns: 800, examples: [['<div>\n<?x\n\n> > deep'], ['</pre>\n<?x\n\n>']] },
    );
  });

  it('is the same after edits as after a fresh parse', () => {
    const edit = fc.record({
      at: fc.nat(),
      cut: fc.nat(30),
      text: fc.oneof(markdown, fc.constantFrom('', ' ', '\n', '`', '-', '>', '#', 'x')),
    });
    fc.assert(
      fc.property(markdown, fc.array(edit, { minLength: 1, maxLength: 5 }), (text, edits) => {
        let document = PurposeDocument.of(text);
        let now = text;
        for (const { at, cut, text: inserted } of edits) {
          const offset = at % (now.length + 1);
          const length = Math.min(cut, now.length - offset);
          now = now.slice(0, offset) + inserted + now.slice(offset + length);
          document = document.edited([{ offset, length, text: inserted }]);
          const anew = PurposeDocument.of(now);
          assert.equal(document.text, now);
          assert.deepEqual(
            document.blocks.map(({ offset }) => offset),
            anew.blocks.map(({ offset }) => offset),
          );
          assert.deepEqual(blockProses(document), blockProses(anew));
          assert.deepEqual(document.file, anew.file);
        }
      }),
      { numRuns: 700 },
    );
  });

  it('keeps the blocks that an edit did not touch', () => {
    const document = PurposeDocument.of('One.\n\nTwo.\n\nThree.\n\nFour.\n');
    const edited = document.edited([{ offset: 14, length: 0, text: 'x' }]);
    assert.equal(edited.blocks.length, 4);
    assert.equal(edited.blocks[3]?.block, document.blocks[3]?.block);
    assert.equal(edited.blocks[0]?.block, document.blocks[0]?.block);
  });

  it('keeps every block while its front matter is edited, and reads that as in a fresh parse', () => {
    const head = '\uFEFF---\nkind: team\nlint:\n  hedge: off\n---\n';
    const body = 'One.\n\nTwo.\n';
    const edit = fc.record({
      at: fc.nat(head.length - 5),
      cut: fc.nat(4),
      text: fc.constantFrom('', 'x', '-', '\n', '---\n', 'status: trying\n'),
    });
    fc.assert(
      fc.property(edit, ({ at, cut, text }) => {
        const document = PurposeDocument.of(head + body);
        const edited = document.edited([{ offset: at, length: cut, text }]);
        const anew = PurposeDocument.of((head + body).slice(0, at) + text + (head + body).slice(at + cut));
        assert.deepEqual(edited.file, anew.file);
        assert.deepEqual(
          edited.blocks.map(({ offset, line, column }) => [offset, line, column]),
          anew.blocks.map(({ offset, line, column }) => [offset, line, column]),
        );
        assert.equal(edited.blocks.at(-1)?.block, document.blocks[1]?.block);
      }),
      { numRuns: 400 },
    );
  });

  it('is the same after each keystroke of front matter, and of Markdown between two thematic breaks', () => {
    for (const typed of ['---\nkind: team\n---\nWe mend.\n', '---\n\n# Crew\n\nWe mend.\n\n---\n']) {
      for (const order of [[...typed].map((_, at) => at), [...typed].map((_, at) => at).reverse()]) {
        let document = PurposeDocument.of('');
        let now = '';
        const at = (index: number) =>
          order.filter((other, turn) => turn < order.indexOf(index) && other < index);
        for (const index of order) {
          const offset = at(index).length;
          const text = typed.charAt(index);
          now = now.slice(0, offset) + text + now.slice(offset);
          document = document.edited([{ offset, length: 0, text }]);
          assert.deepEqual(document.file, PurposeDocument.of(now).file, JSON.stringify(now));
        }
        for (let end = now.length - 1; end >= 0; end--) {
          now = now.slice(0, end);
          document = document.edited([{ offset: end, length: 1, text: '' }]);
          assert.deepEqual(document.file, PurposeDocument.of(now).file, JSON.stringify(now));
        }
      }
    }
  });

  it('reads front matter anew when an edit makes a line of it Markdown, or the reverse', () => {
    const text = '---\n\nkind: team\n\n---\nWe mend.\n';
    const edits = [
      { offset: 5, length: 4, text: 'We' },
      { offset: 7, length: 1, text: '' },
    ];
    const edited = PurposeDocument.of(text).edited(edits);
    assert.equal(edited.text, '---\n\nWe team\n\n---\nWe mend.\n');
    assert.deepEqual(edited.frontMatter.range, undefined);
    const back = edited.edited([{ offset: 7, length: 0, text: ':' }]);
    assert.deepEqual(back.file, PurposeDocument.of(back.text).file);
    assert.equal(back.frontMatter.range?.end.line, 6);
  });

  it('gives every word of every tree its place in the file', () => {
    fc.assert(
      fc.property(markdown, (text) => {
        for (const { block, lines, offset } of PurposeDocument.of(text).blocks) {
          for (const { prose } of block.proses) {
            for (const tree of toTrees(prose, lines)) {
              for (const { tokens } of sentencesOf(tree)) {
                for (const token of tokens) {
                  if (token.kind !== 'word' || /[&\\]/.test(text)) continue;
                  assert.equal(text.slice(token.start + offset, token.end + offset), token.text);
                }
              }
            }
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  it('places words behind escapes, references and quote marks', () => {
    const text = '> \\*One\\* &amp; two &#x1F6B2;three\n> > \\_four\n>> five &lt;six\n';
    const words: string[] = [];
    for (const { block, lines, offset } of PurposeDocument.of(text).blocks) {
      for (const { prose } of block.proses) {
        for (const { tokens } of toTrees(prose, lines).flatMap((tree) => [...sentencesOf(tree)])) {
          for (const { kind, text: word, start, end } of tokens) {
            if (kind === 'word') words.push(`${word}=${text.slice(start + offset, end + offset)}`);
          }
        }
      }
    }
    for (const word of ['One', 'two', 'three', 'five', 'six']) {
      assert.ok(
        words.some((found) => found.endsWith(`=${word}`)),
        `${word} in ${words.join(' ')}`,
      );
    }
  });

  it('takes a long line of dashes for no depth', () => {
    const text = `We mend.\n\n${'-'.repeat(300)}\n\nDaily.\n`;
    assert.deepEqual(
      PurposeDocument.of(text).blocks.map(({ block }) => block.failure),
      [undefined, undefined, undefined],
    );
  });

  it('survives one paragraph of 65,000 words, and code, links and nesting without end', () => {
    const giant = 'Short sentence here. '.repeat(22_000);
    const [{ block, lines } = assert.fail()] = PurposeDocument.of(giant).blocks;
    const words = toTrees(block.proses[0]?.prose ?? assert.fail(), lines)
      .flatMap((tree) => [...sentencesOf(tree)])
      .reduce((sum, { tokens }) => sum + tokens.filter(({ kind }) => kind === 'word').length, 0);
    assert.equal(words, 66_000);
    for (const text of [
      '['.repeat(5000),
      '`a` '.repeat(5000),
      '> '.repeat(400),
      '- '.repeat(400),
      '*a '.repeat(3000),
    ]) {
      assert.equal(PurposeDocument.of(text).text, text);
      assert.doesNotThrow(() => PurposeDocument.of(text).blocks.map(({ block }) => block.proses.length));
    }
  });
});
