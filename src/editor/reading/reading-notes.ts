import {
  Diagnostic,
  DiagnosticSeverity,
  Disposable,
  languages,
  type Range,
  type TextDocument,
  Uri,
  workspace,
} from 'vscode';
import { ruleUrl } from '../../lint/rule-url';
import { keptAfter, type Note } from '../../reading/notes';
import { SOURCE } from '../../reading/reading';
import { activePurpose } from '../active-purpose';
import { openDocumentOf } from '../open-documents';
import { spanRange } from '../purpose-documents';
import { editsOf } from '../text-edits';

/** A model's notes on open documents, in a separate collection, so that the linter's findings do not depend on them. */
export class ReadingNotes implements Disposable {
  readonly #collection = languages.createDiagnosticCollection(SOURCE);
  readonly #notes = new Map<TextDocument, readonly Note[]>();
  readonly #disposable: Disposable;

  constructor() {
    this.#disposable = Disposable.from(
      this.#collection,
      workspace.onDidChangeTextDocument((event) => {
        const notes = this.#notes.get(event.document);
        if (notes && event.contentChanges.length > 0)
          this.show(event.document, editsOf(event).reduce(keptAfter, notes));
      }),
      workspace.onDidCloseTextDocument((document) => this.show(document, [])),
    );
  }

  /** Replaces the notes of an earlier reading. */
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
    return (this.#notes.get(document) ?? []).filter((note) => spanRange(document, note).intersection(range));
  }

  /** Removes one note, identified by {@link keyOf}, or all of the given or active document. */
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

/** Identifies a note of a document, for use as an argument of a command. */
export function keyOf({ rule, start, end }: Note): string {
  return `${rule} ${start} ${end}`;
}

function toDiagnostic(document: TextDocument, note: Note): Diagnostic {
  const diagnostic = new Diagnostic(spanRange(document, note), note.message, DiagnosticSeverity.Information);
  diagnostic.source = SOURCE;
  diagnostic.code = note.kind ? { value: note.rule, target: Uri.parse(ruleUrl(note.kind)) } : note.rule;
  return diagnostic;
}
