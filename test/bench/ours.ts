import { Linter } from '../../src/lint/linter';
import { PurposeDocument } from '../../src/statement/document';

/** The linter as the benchmark drives it: what the editor does on open and on a keystroke. */
export function start() {
  const linter = new Linter();
  return {
    /** A file seen for the first time: every block is cut, parsed and linted, every finding placed. */
    open(text: string) {
      const document = PurposeDocument.of(text);
      return { document, findings: linter.lint(document).findings.length };
    },
    /** One character more: the edit, the lint, and what was found in the block that the caret is in. */
    type(document: PurposeDocument, offset: number) {
      const edited = document.edited([{ offset, length: 0, text: 'x' }]);
      const result = linter.lint(edited);
      const block = edited.blocks.findLast((placed) => placed.offset <= offset);
      return { document: edited, result, findings: block ? linter.blockLint(block).findings.length : 0 };
    },
  };
}
