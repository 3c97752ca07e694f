import { ShownFindings } from '../../src/editor/lint/shown-findings';
import type { LintResult } from '../../src/lint/lint-result';
import { LintSession } from '../../src/lint/session';
import { PurposeDocument } from '../../src/statement/document';
import type { TextEdit } from '../../src/text/text-edit';

/** The linter as in the editor: what it does when a file opens and on a keystroke. */
export function start() {
  const session = new LintSession();
  const shown = new ShownFindings(({ message, rule, start, end }) => ({ message, rule, start, end }));
  return {
    /** A file that is opened for the first time: every block is parsed and linted, every finding positioned. */
    open(text: string) {
      const document = PurposeDocument.of(text);
      return { document, findings: session.lint(document).findings.length };
    },
    /** Only the edit. */
    edit(document: PurposeDocument, edit: TextEdit) {
      shown.edited(edit);
      return document.edited([edit]);
    },
    /** One more character: the edit, and the lint of the block with the cursor. */
    type(document: PurposeDocument, offset: number) {
      const edited = this.edit(document, { offset, length: 0, text: 'x' });
      return { document: edited, result: session.lint(edited) };
    },
    /** Prepares all of the file's findings for display; returns their number. */
    show(result: LintResult) {
      shown.show(result, []);
      return shown.all.length;
    },
  };
}
