import {
  type CodeAction,
  type CodeActionContext,
  CodeActionKind,
  type CodeActionProvider,
  commands,
  Disposable,
  type QuickPickItem,
  type Range,
  Selection,
  type TextDocument,
  TextEditorRevealType,
  window,
  workspace,
} from 'vscode';
import {
  choiceAt,
  likeliestChoices,
  markStatement,
  type StatementChoice,
} from '../../statement/choose-statement';
import { PurposeDocument } from '../../statement/document';
import { askPick } from '../flow/quick-input';
import { sayNotDone } from '../messages';
import { isPurposeDocument, toRange } from '../purpose-documents';
import { commandFix, registerQuickFixes } from '../quick-fixes';
import { editablePurpose } from '../reopen-as-text';
import type { Services } from '../services';
import { editOrSay } from '../text-edits';

/** Lets the writer choose which text is the statement, from a list or at the cursor. */
export function registerStatementChoice({ lint, purposeFiles }: Services): Disposable {
  return Disposable.from(
    commands.registerCommand('purpose.chooseStatement', async (given: unknown) => {
      const document = await editablePurpose('Choose the statement', given, purposeFiles);
      if (document) await chooseStatement(document);
    }),
    commands.registerCommand('purpose.markStatement', async () => {
      const editor = window.activeTextEditor;
      if (!editor || !isPurposeDocument(editor.document))
        return sayNotDone('Put the cursor into the text that is the statement, in a purpose file.');
      const purpose = PurposeDocument.of(editor.document.getText());
      const choice = choiceAt(purpose, editor.document.offsetAt(editor.selection.active));
      if (choice) await mark(editor.document, purpose, choice);
      else await chooseStatement(editor.document);
    }),
    registerQuickFixes(new StatementActions(lint)),
  );
}

/** Code actions on a text, if the statement was found by its position alone, or not at all. */
class StatementActions implements CodeActionProvider {
  constructor(readonly lint: Services['lint']) {}

  async provideCodeActions(
    document: TextDocument,
    { start }: Range,
    { only }: CodeActionContext,
  ): Promise<CodeAction[]> {
    if (only && !only.intersects(CodeActionKind.QuickFix)) return [];
    const result = (await this.lint.current(document))?.result;
    if (!result || (result.statement && result.statement.by !== 'position')) return [];
    const choice = choiceAt(result.document, document.offsetAt(start));
    if (!choice) return [];
    return [
      commandFix('This is the statement', 'purpose.markStatement'),
      commandFix('Choose the statement…', 'purpose.chooseStatement', document.uri),
    ];
  }
}

interface Item extends QuickPickItem {
  readonly choice: StatementChoice;
}

/**
 * Asks which text of a document is the statement, and marks it.
 * @returns whether it is marked now
 */
export async function chooseStatement(document: TextDocument): Promise<boolean> {
  const purpose = PurposeDocument.of(document.getText());
  const choices = likeliestChoices(purpose);
  if (choices.length === 0) {
    sayNotDone(`${workspace.asRelativePath(document.uri)} has no text that can be the statement yet.`);
    return false;
  }
  const editor = await window.showTextDocument(document, { preview: false });
  const before = editor.selection;
  const now = purpose.statement?.start.offset;
  const items = choices.map((choice): Item => {
    const isNow = choice.start.offset === now;
    return {
      label: choice.plain,
      description: choice.heading ?? '',
      detail: `Line ${choice.start.line}${isNow ? ', the statement as Purpose finds it' : ''}`,
      choice,
    };
  });
  const picked = await askPick({
    title: 'Which text is the statement?',
    placeholder: 'A comment above it marks it. Nothing else changes.',
    items,
    onActive: ({ choice }) => show(toRange(choice)),
  });
  if (picked?.kind !== 'value') {
    editor.selection = before;
    return false;
  }
  const isMarked = await mark(document, purpose, picked.value.choice);
  // A selection would hide the colours of the statement.
  editor.selection = new Selection(editor.selection.start, editor.selection.start);
  return isMarked;

  function show(range: Range): void {
    editor.selection = new Selection(range.start, range.end);
    editor.revealRange(range, TextEditorRevealType.InCenterIfOutsideViewport);
  }
}

async function mark(
  document: TextDocument,
  purpose: PurposeDocument,
  choice: StatementChoice,
): Promise<boolean> {
  if (document.getText() !== purpose.text) {
    sayNotDone('The text has changed meanwhile: choose again.');
    return false;
  }
  const edits = markStatement(purpose, choice);
  if (!edits) {
    sayNotDone('A comment would change the text there: put that text into a separate paragraph first.');
    return false;
  }
  return edits.length === 0 || editOrSay(document, edits);
}
