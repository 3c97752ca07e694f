import {
  CodeAction,
  CodeActionKind,
  type Diagnostic,
  type Disposable,
  languages,
  type TextDocument,
  WorkspaceEdit,
} from 'vscode';
import { staleCopy } from '../../lint/rules/care-rules';
import { LineMap } from '../../statement/position';
import { SOURCE } from '../lint/diagnostics';
import { ruleIn, toRange } from '../purpose-documents';
import { commandFix, QUICK_FIXES_ONLY } from '../quick-fixes';
import { addEdits } from '../text-edits';
import { uriOf } from '../vscode-files';
import type { FilesWithCopies, FileWithCopies } from './files-with-copies';

/** Code actions on an outdated copy, in any Markdown file. */
export function registerCopyActions(files: FilesWithCopies): Disposable {
  return languages.registerCodeActionsProvider(
    { language: 'markdown' },
    {
      async provideCodeActions(document, range, { diagnostics }) {
        const marked = diagnostics.filter((one) => one.source === SOURCE && ruleIn(one) === staleCopy.id);
        if (marked.length === 0) return [];
        const state = await files.state(document.uri);
        if (!state || state.text !== document.getText()) return [];
        const lines = new LineMap(state.text);
        const here = state.edits.filter(({ copy }) => toRange(lines.range(copy.begin)).intersection(range));
        return here.flatMap((edit) => actionsFor(document, state, edit, marked));
      },
    },
    QUICK_FIXES_ONLY,
  );
}

function actionsFor(
  document: TextDocument,
  state: FileWithCopies,
  edit: FileWithCopies['edits'][number],
  diagnostics: Diagnostic[],
): CodeAction[] {
  const one = new CodeAction('Update this copy', CodeActionKind.QuickFix);
  one.edit = new WorkspaceEdit();
  addEdits(one.edit, state.uri, state.text, [edit]);
  one.isPreferred = true;
  const actions = [
    one,
    commandFix('Update all copies…', 'purpose.updateCopies'),
    commandFix(`Open ${edit.copy.source}`, 'vscode.open', uriOf(edit.path)),
  ];
  for (const action of actions)
    action.diagnostics = diagnostics.filter(
      ({ range }) => range.start.line === document.positionAt(edit.copy.begin.start).line,
    );
  return actions;
}
