import assert from 'node:assert/strict';
import fc from 'fast-check';
import { restoreEdit } from '../../../src/history/restore';
import { statementOf } from '../../../src/history/statement-of';
import { applyEdits } from '../../../src/text/text-edit';

function restored(text: string, markdown: string): string {
  return applyEdits(text, [restoreEdit(text, markdown)]);
}

describe('restoring', () => {
  it('replaces the statement and changes nothing else', () => {
    assert.equal(
      restored('---\nkind: team\n---\n# Bikes\n\n> We mend.\n\nMore.\n', 'We ride.'),
      '---\nkind: team\n---\n# Bikes\n\n> We ride.\n\nMore.\n',
    );
  });

  it('continues the quote markers and uses the file’s line endings', () => {
    assert.equal(
      restored('# Bikes\r\n\r\n> We mend.\r\n', 'We ride\nand *sing*.'),
      '# Bikes\r\n\r\n> We ride\r\n> and *sing*.\r\n',
    );
  });

  it('gives a file without a statement one', () => {
    assert.equal(restored('', 'We ride.'), '## Purpose\n\n> We ride.');
    assert.equal(statementOf(restored('# Bikes\n', 'We ride.'))?.plain, 'We ride.');
  });

  it('restores the statement, in any surrounding text', () => {
    const word = fc.constantFrom('we', 'mend', '*old*', 'bicycles', '`x`', '[a](b.md)', '“so”');
    const statement = fc.array(word, { minLength: 1, maxLength: 8 }).map((words) => `We ${words.join(' ')}.`);
    const frame = fc.constantFrom(
      '# T\n\n> ',
      '',
      '> ',
      '## Purpose\n\n',
      '---\nkind: team\n---\n\n> ',
      '# T\r\n\r\n> ',
    );
    fc.assert(
      fc.property(frame, statement, statement, (before, now, then) => {
        const text = `${before}${now}\n\nMore of it.\n`;
        assert.equal(
          statementOf(restored(text, then))?.plain,
          statementOf(`${before}${then}\n\nMore of it.\n`)?.plain,
        );
      }),
      { numRuns: 100 },
    );
  });
});
