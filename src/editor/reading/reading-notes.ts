import {
  Diagnostic,
  DiagnosticSeverity,
  Disposable,
  languages,
  Range,
  type TextDocument,
  Uri,
  workspace,
} from 'vscode';
import { ruleUrl } from '../../lint/rule-url';
import { keptAfter, type Note } from '../../reading/notes';
import { SOURCE } from '../../reading/reading';
import { activePurpose } from '../active-purpose';
import { openDocumentOf } from '../text-edits';

/** What a model says of open documents, in a collection of its own: the linter's findings do not depend on it. */
export class ReadingNotes implements Disposable {
  readonly #collection = languages.createDiagnosticCollection(SOURCE);
  readonly #notes = new Map<TextDocument, readonly Note[]>();
  readonly #disposable: Disposable;

  constructor() {
    this.#disposable = Disposable.from(
      this.#collection,
      workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        const notes = this.#notes.get(document);
        if (!notes || contentChanges.length === 0) return;
        // The changes of one event all count from the text before it.
        const kept = [...contentChanges]
          .sort((a, b) => b.rangeOffset - a.rangeOffset)
          .reduce(
            (left, { rangeOffset: offset, rangeLength: length, text }) =>
              keptAfter(left, { offset, length, text }),
            notes,
          );
        this.show(document, kept);
      }),
      workspace.onDidCloseTextDocument((document) => this.show(document, [])),
    );
  }

  /** Shows these notes in place of those of an earlier reading. */
  show(document: TextDocument, notes: readonly Note[]): void {
    if (notes.length === 0) {
      this.#notes.delete(document);
      this.#collection.delete(document.uri);
      return;
    }
    this.#notes.set(document, notes);
    this.#collection.set(
      document.uri,
      notes.map((note) => toDiagnostic(document, note)),
    );
  }

  /** The notes that touch a range. */
  at(document: TextDocument, range: Range): readonly Note[] {
    return (this.#notes.get(document) ?? []).filter((note) => rangeOf(document, note).intersection(range));
  }

  /** Takes one note away, named by {@link keyOf}, or all of the given document or the one in front. */
  dismiss(given: unknown, key: unknown): void {
    const uri = given instanceof Uri ? given : activePurpose();
    const document = uri && openDocumentOf(uri);
    const notes = document && this.#notes.get(document);
    if (!notes) return;
    this.show(document, key === undefined ? [] : notes.filter((note) => keyOf(note) !== key));
  }

  dispose(): void {
    this.#notes.clear();
    this.#disposable.dispose();
  }
}

/** Names a note of a document as an argument of a command. */
export function keyOf({ rule, start, end }: Note): string {
  return `${rule} ${start} ${end}`;
}

function toDiagnostic(document: TextDocument, note: Note): Diagnostic {
  const diagnostic = new Diagnostic(rangeOf(document, note), note.message, DiagnosticSeverity.Information);
  diagnostic.source = SOURCE;
  diagnostic.code = note.kind ? { value: note.rule, target: Uri.parse(ruleUrl(note.kind)) } : note.rule;
  return diagnostic;
}

function rangeOf(document: TextDocument, { start, end }: Note): Range {
  return new Range(document.positionAt(start), document.positionAt(end));
}
