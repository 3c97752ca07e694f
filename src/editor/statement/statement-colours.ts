import { Disposable, type TextEditor, ThemeColor, window, workspace } from 'vscode';
import type { LintService } from '../lint/lint-service';
import { editorsOf } from '../open-documents';
import { isPurposeDocument, spanRange } from '../purpose-documents';
import type { Services } from '../services';
import { PARTS } from './statement-parts';

/**
 * Colours who, what and change in the statement.
 *
 * These are decorations in our own colours, with defaults for light, dark and both high-contrast themes. Why not
 * semantic tokens: they appear only if the theme supports them, have the colours of code, and only one extension can
 * provide them for Markdown.
 */
export function registerStatementColours({ lint }: Services): Disposable {
  const kinds = PARTS.map(({ part, color }) => ({
    part,
    type: window.createTextEditorDecorationType({ color: new ThemeColor(color) }),
  }));

  const paint = (editor: TextEditor): void => {
    if (!isPurposeDocument(editor.document)) return;
    const anatomy = wanted(editor) ? anatomyOf(editor, lint) : {};
    if (!anatomy) return;
    for (const { part, type } of kinds) {
      const found = anatomy[part];
      const { document } = editor;
      editor.setDecorations(type, found ? [spanRange(document, found)] : []);
    }
  };
  const paintAll = () => window.visibleTextEditors.forEach(paint);

  paintAll();
  return Disposable.from(
    ...kinds.map(({ type }) => type),
    window.onDidChangeVisibleTextEditors(paintAll),
    lint.onDidClose((document) => {
      for (const editor of editorsOf(document)) for (const { type } of kinds) editor.setDecorations(type, []);
    }),
    lint.onDidLint(({ document }) => editorsOf(document).forEach(paint)),
    workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('purpose.statementColors')) paintAll();
    }),
  );
}

function wanted({ document }: TextEditor): boolean {
  return workspace.getConfiguration('purpose', document.uri).get('statementColors', true);
}

/** The current parts; `undefined` if a newer result is pending, while the editor shifts the old decorations. */
function anatomyOf({ document }: TextEditor, lint: LintService) {
  const linted = lint.last(document);
  return linted?.version === document.version ? linted.result.anatomy : undefined;
}
