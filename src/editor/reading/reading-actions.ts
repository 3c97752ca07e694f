import {
  CodeActionKind,
  type CodeActionProvider,
  type Diagnostic,
  type Disposable,
  type TextDocument,
} from 'vscode';
import { SOURCE as LINTER } from '../lint/diagnostics';
import { commandFix, registerQuickFixes } from '../quick-fixes';
import { keyOf, type ReadingNotes } from './reading-notes';
import { readableIn } from './second-reading';

/**
 * Code actions on the notes of a reading, and for other wordings on the linter's findings in the statement. They name
 * no diagnostics, so that VS Code lists them below those that fix a finding.
 */
export function registerReadingActions(notes: ReadingNotes): Disposable {
  const provider: CodeActionProvider = {
    provideCodeActions(document, range, { diagnostics, only }) {
      if (only && !only.intersects(CodeActionKind.QuickFix)) return [];
      const dismissals = notes.at(document, range).map((note) => {
        const title = 'Dismiss This Note of the Second Reading';
        return commandFix(title, 'purpose.reading.dismiss', document.uri, keyOf(note));
      });
      const asked = diagnostics.find((one) => one.source?.startsWith(LINTER) && isInStatement(document, one));
      if (!asked) return dismissals;
      const about = { text: document.getText(asked.range), question: asked.message };
      const title = 'Suggest Three Wordings…';
      return [commandFix(title, 'purpose.reading.suggest', document.uri, about), ...dismissals];
    },
  };
  return registerQuickFixes(provider);
}

function isInStatement(document: TextDocument, { range }: Diagnostic): boolean {
  const readable = readableIn(document);
  if (!readable) return false;
  const { start, end } = readable.inFile({ start: 0, end: readable.text.length });
  return document.offsetAt(range.start) <= end && document.offsetAt(range.end) >= start;
}
