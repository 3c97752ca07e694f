import {
  type DecorationOptions,
  Disposable,
  MarkdownString,
  type TextDocument,
  type TextEditor,
  ThemeColor,
  window,
} from 'vscode';
import { parseCoCreate } from '../../cocreate/parse-cocreate';
import { type SharedWord, sharedWords } from '../../cocreate/shared-words';
import { editorsOf } from '../open-documents';
import { isPurposeDocument, spanRange } from '../purpose-documents';
import type { Services } from '../services';

/** Marks the words that voices share, with a dotted line in a theme colour and a hover that names the voices. */
export function registerSharedMarks({ lint }: Pick<Services, 'lint'>): Disposable {
  const decoration = window.createTextEditorDecorationType({
    borderWidth: '0 0 2px 0',
    borderStyle: 'dotted',
    borderColor: new ThemeColor('charts.purple'),
    overviewRulerColor: new ThemeColor('charts.purple'),
  });
  const mark = (editor: TextEditor): void => {
    if (isPurposeDocument(editor.document)) editor.setDecorations(decoration, marksIn(editor.document));
  };
  for (const editor of window.visibleTextEditors) mark(editor);
  return Disposable.from(
    decoration,
    window.onDidChangeVisibleTextEditors((editors) => editors.forEach(mark)),
    lint.onDidLint(({ document }) => editorsOf(document).forEach(mark)),
  );
}

function marksIn(document: TextDocument): DecorationOptions[] {
  const text = document.getText();
  if (!/voices?/i.test(text)) return [];
  const voices = parseCoCreate(text).voices.map(({ name, span }) => ({
    name,
    span,
    text: text.slice(span.start, span.end),
  }));
  return sharedWords(voices).flatMap((word) => {
    const hoverMessage = hoverFor(word);
    return word.places.flatMap(({ voice, start, end }) => {
      const at = voices[voice]?.span.start;
      return at === undefined
        ? []
        : [{ range: spanRange(document, { start: at + start, end: at + end }), hoverMessage }];
    });
  });
}

function hoverFor({ forms, voices }: SharedWord): MarkdownString {
  const shared = new MarkdownString();
  shared.appendText(`Shared by ${voices.join(', ')}: ${forms.join(', ')}`);
  return shared;
}
