import { ShownFindings } from '../../src/editor/lint/shown-findings';
import type { LintResult } from '../../src/lint/lint-result';
import { LintSession } from '../../src/lint/session';
import { PurposeDocument } from '../../src/statement/document';
import type { TextEdit } from '../../src/text/text-edit';

/** The linter as the benchmark drives it: what the editor does on open and on a keystroke. */
export function start() {
  const session = new LintSession();
  const shown = new ShownFindings(({ message, rule, start, end }) => ({ message, rule, start, end }));
  return {
    /** A file seen for the first time: every block is cut, parsed and linted, every finding placed. */
    open(text: string) {
      const document = PurposeDocument.of(text);
      return { document, findings: session.lint(document).findings.length };
    },
    /** An edit, and no more. */
    edit(document: PurposeDocument, edit: TextEdit) {
      shown.edited(edit);
      return document.edited([edit]);
    },
    /** One character more: the edit, and the lint of the block that the caret is in. */
    type(document: PurposeDocument, offset: number) {
      const edited = this.edit(document, { offset, length: 0, text: 'x' });
      return { document: edited, result: session.lint(edited) };
    },
    /** All of the file's findings as the editor has them shown; how many there are. */
    show(result: LintResult) {
      shown.show(result, []);
      return shown.all.length;
    },
  };
}
