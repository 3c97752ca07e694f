import assert from 'node:assert/strict';
import fc from 'fast-check';
import { findCopies } from '../../../src/share/copies';
import { COPY_SHAPE_NAMES } from '../../../src/share/copy-shapes';
import { beginMarker, insertCopy } from '../../../src/share/insert-copy';
import { updateCopies } from '../../../src/share/update-copies';
import { applyEdits } from '../../../src/text/text-edit';

const statement = { plain: 'We care.' };
const block = '<!-- purpose:begin a.purpose.md -->\n\n> We care.\n\n<!-- purpose:end -->';

function inserted(text: string): string {
  const edit = insertCopy(text, 'a.purpose.md', statement);
  return edit ? applyEdits(text, [edit]) : 'nothing';
}

describe('insertCopy', () => {
  it('puts the copy under the first heading, blank lines around it', () => {
    assert.equal(inserted('# Team\n\nText\n'), `# Team\n\n${block}\n\nText\n`);
    assert.equal(inserted('# Team\nText'), `# Team\n\n${block}\n\nText`);
    assert.equal(inserted('# Team'), `# Team\n\n${block}\n`);
    assert.equal(inserted('# Team\n'), `# Team\n\n${block}\n`);
    assert.equal(inserted('Team\n====\nText\n'), `Team\n====\n\n${block}\n\nText\n`);
    assert.equal(
      inserted('<h1 align="center">T</h1>\n\nText\n'),
      `<h1 align="center">T</h1>\n\n${block}\n\nText\n`,
    );
    assert.equal(inserted('```\n# no\n```\n\n## Yes\n'), `\`\`\`\n# no\n\`\`\`\n\n## Yes\n\n${block}\n`);
  });

  it('puts it at the top without a heading, after front matter and a byte-order mark', () => {
    assert.equal(inserted(''), `${block}\n`);
    assert.equal(inserted('Text\n'), `${block}\n\nText\n`);
    assert.equal(inserted('\uFEFFText\n'), `\uFEFF${block}\n\nText\n`);
    assert.equal(inserted('---\na: 1\n# b\n---\nText\n'), `---\na: 1\n# b\n---\n\n${block}\n\nText\n`);
  });

  it('puts it after the last copy, and not at all if the file already has it', () => {
    const other = '<!-- purpose:begin b.purpose.md -->\nx\n<!-- purpose:end -->';
    assert.equal(
      inserted(`# T\n\nText\n\n${other}\n\nEnd\n`),
      `# T\n\nText\n\n${other}\n\n${block}\n\nEnd\n`,
    );
    assert.equal(inserted(`${block}\n`), 'nothing');
  });

  it('writes the line endings of the file', () => {
    assert.equal(
      inserted('# T\r\n\r\nText\r\n'),
      `# T\r\n\r\n${block.replaceAll('\n', '\r\n')}\r\n\r\nText\r\n`,
    );
  });

  it('refuses a path that no marker can hold', () => {
    for (const source of ['a\n.purpose.md', 'a-->.purpose.md', `a'".purpose.md`]) {
      assert.throws(() => beginMarker(source, 'quote'), RangeError);
    }
  });

  it('makes a copy that is found by its path and up to date', () => {
    const host = fc.array(
      fc.constantFrom('# a', '\n', '\r\n', 'b', '---', '```', '> ', '- ', '    ', block),
      { maxLength: 12 },
    );
    const name = fc.stringMatching(/^[\w =é"#-]{1,8}$/).map((start) => `${start}.purpose.md`);
    fc.assert(
      fc.property(host, name, fc.constantFrom(...COPY_SHAPE_NAMES), (parts, source, shape) => {
        const text = parts.join('');
        const edit = insertCopy(text, source, statement, { shape });
        const before = findCopies(text).copies.length;
        if (!edit) return;
        assert.equal(edit.length, 0);
        const after = applyEdits(text, [edit]);
        const { copies } = findCopies(after);
        assert.equal(copies.length, before + 1, after);
        assert.ok(copies.some((copy) => copy.source === source && copy.shape === shape));
        const update = updateCopies(after, { file: '/w/h.md', root: '/w' }, () => statement);
        assert.ok(!update.edits.some((one) => one.copy.source === source && one.copy.shape === shape));
      }),
      { numRuns: 500 },
    );
  });
});
