import assert from 'node:assert/strict';
import fc from 'fast-check';
import { ShownFindings } from '../../../../src/editor/lint/shown-findings';
import type { Finding } from '../../../../src/lint/finding';
import { LintSession } from '../../../../src/lint/session';
import { PurposeDocument } from '../../../../src/statement/document';
import { markdown } from '../../support/markdown';

/** The text form of a diagnostic: the editor has lines and columns, not offsets. */
function mark({ rule, message, text, start, end }: Finding): string {
  return [rule, message, text, start.line, start.column, end.line, end.column].join(' | ');
}

describe('ShownFindings', () => {
  const session = new LintSession();

  it('shows after any edits the same as for the text opened afresh', () => {
    const edit = fc.record({
      at: fc.nat(),
      cut: fc.nat(12),
      text: fc.constantFrom(
        '',
        'x',
        ' many',
        '\n',
        '\n\n',
        '<!-- purpose disable -->\n\n',
        '# Purpose\n\n',
        '5 ',
      ),
    });
    fc.assert(
      fc.property(markdown, fc.array(edit, { minLength: 1, maxLength: 5 }), (text, edits) => {
        let document = PurposeDocument.of(text);
        const kept = new ShownFindings(mark);
        kept.show(session.lint(document), []);
        for (const { at, cut, text: put } of edits) {
          const offset = at % (document.text.length + 1);
          const length = Math.min(cut, document.text.length - offset);
          const change = { offset, length, text: put };
          document = document.edited([change]);
          kept.edited(change);
          const result = session.lint(document);
          kept.show(result, []);
          assert.deepEqual([...kept.all].sort(), result.findings.map(mark).sort());
          assert.equal(kept.holding, false);
        }
      }),
      { numRuns: 120 },
    );
  });

  it('recreates only those of the edited block', () => {
    const made: string[] = [];
    const shown = new ShownFindings((finding) => made.push(mark(finding)));
    const document = PurposeDocument.of(
      'We mend bicycles for Leith.\n\nMany tools.\n\nVarious tools.\n\nSeveral tools.\n',
    );
    shown.show(session.lint(document), []);
    const all = made.length;
    assert.ok(all >= 3);
    made.length = 0;
    const edited = document.edited([
      { offset: document.text.indexOf(' tools.\n\nSev'), length: 0, text: ' old' },
    ]);
    shown.show(session.lint(edited), []);
    assert.deepEqual(
      made.map((one) => one.split(' | ')[2]),
      ['Various'],
    );
    assert.equal(shown.all.length, all);
  });

  it('delays new findings at the cursor until it has left', () => {
    const document = PurposeDocument.of('We mend bicycles for Leith.\n\nWe lend tools.\n');
    const shown = new ShownFindings(mark);
    shown.show(session.lint(document), []);
    const before = shown.all.length;
    const offset = document.text.indexOf('tools');
    const change = { offset, length: 0, text: 'many ' };
    const result = session.lint(document.edited([change]));
    shown.edited(change);
    shown.show(result, [{ start: offset, end: offset + 4 }]);
    assert.deepEqual([shown.all.length, shown.holding], [before, true]);
    shown.show(result, []);
    assert.deepEqual([shown.all.length, shown.holding], [before + 1, false]);
    // A finding that is already shown stays, even while the user types there.
    shown.show(result, [{ start: offset, end: offset + 4 }]);
    assert.deepEqual([shown.all.length, shown.holding], [before + 1, false]);
  });
});
