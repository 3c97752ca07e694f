import { Range, type TextEditor, TextEditorRevealType, ThemeColor, window } from 'vscode';
import type { RediscoverPart } from '../../templates/rediscovery';

/** Highlights the part of a purpose file that is being discussed, in theme colours. */
export class PartMark {
  readonly #decoration = window.createTextEditorDecorationType({
    backgroundColor: new ThemeColor('editor.rangeHighlightBackground'),
    border: '1px solid',
    borderColor: new ThemeColor('focusBorder'),
  });

  constructor(private readonly editor: TextEditor) {}

  show(part: RediscoverPart): void {
    const range = rangeOf(this.editor, part);
    this.editor.setDecorations(this.#decoration, range ? [range] : []);
    if (range) this.editor.revealRange(range, TextEditorRevealType.InCenterIfOutsideViewport);
  }

  dispose(): void {
    this.#decoration.dispose();
  }
}

/** The current range of a part; `undefined` if its words are gone. */
export function rangeOf({ document }: TextEditor, { span, text }: RediscoverPart): Range | undefined {
  const now = document.getText();
  const at = now.startsWith(text, span.start) ? span.start : now.indexOf(text);
  if (at < 0) return undefined;
  return new Range(document.positionAt(at), document.positionAt(at + text.length));
}
