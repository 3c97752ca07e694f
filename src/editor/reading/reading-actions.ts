import {
  CodeAction,
  CodeActionKind,
  type CodeActionProvider,
  type Diagnostic,
  type Disposable,
  languages,
  type TextDocument,
} from 'vscode';
import { forPurposeFiles } from '../adopted-files';
import { SOURCE as LINTER } from '../lint/diagnostics';
import { keyOf, type ReadingNotes } from './reading-notes';
import { readableIn } from './second-reading';

/** Code actions on the notes of a reading, and for other wordings on the linter's findings in the statement. */
export function registerReadingActions(notes: ReadingNotes): Disposable {
  const provider: CodeActionProvider = {
    provideCodeActions(document, range, { diagnostics, only }) {
      if (only && !only.intersects(CodeActionKind.QuickFix)) return [];
      const dismissals = notes.at(document, range).map((note) => {
        const diagnostic = diagnostics.find(({ message }) => message === note.message);
        const title = 'Dismiss This Note of the Second Reading';
        return action(title, 'purpose.reading.dismiss', [document.uri, keyOf(note)], diagnostic);
      });
      const asked = diagnostics.find((one) => one.source?.startsWith(LINTER) && isInStatement(document, one));
      if (!asked) return dismissals;
      const about = { text: document.getText(asked.range), question: asked.message };
      const title = 'Suggest Three Wordings…';
      return [...dismissals, action(title, 'purpose.reading.suggest', [document.uri, about], asked)];
    },
  };
  const kinds = { providedCodeActionKinds: [CodeActionKind.QuickFix] };
  return forPurposeFiles((selector) => languages.registerCodeActionsProvider(selector, provider, kinds));
}

function action(
  title: string,
  command: string,
  args: unknown[],
  diagnostic: Diagnostic | undefined,
): CodeAction {
  const made = new CodeAction(title, CodeActionKind.QuickFix);
  made.command = { title, command, arguments: args };
  if (diagnostic) made.diagnostics = [diagnostic];
  return made;
}

function isInStatement(document: TextDocument, { range }: Diagnostic): boolean {
  const readable = readableIn(document);
  if (!readable) return false;
  const { start, end } = readable.inFile({ start: 0, end: readable.text.length });
  return document.offsetAt(range.start) <= end && document.offsetAt(range.end) >= start;
}
