import { type Command, Disposable, EventEmitter, type TextDocument } from 'vscode';

/** A source of code lenses above the statement, for example on its last change. */
export interface StatementLensSource {
  /** The lenses for a document, each with its command; one without `command` is plain text. */
  lenses(document: TextDocument): readonly Command[] | Promise<readonly Command[]>;
}

/** The code lenses above the statement: its figures, and those of other features. */
export class StatementLenses implements Disposable {
  readonly #sources = new Set<StatementLensSource>();
  readonly #changed = new EventEmitter<void>();
  readonly onDidChange = this.#changed.event;

  /** Adds a source; its lenses follow those of earlier sources. */
  add(source: StatementLensSource): Disposable {
    this.#sources.add(source);
    this.refresh();
    return new Disposable(() => {
      this.#sources.delete(source);
      this.refresh();
    });
  }

  /** Requests the lenses of all sources again. */
  refresh(): void {
    this.#changed.fire();
  }

  async commandsFor(document: TextDocument): Promise<readonly Command[]> {
    return (await Promise.all([...this.#sources].map((source) => source.lenses(document)))).flat();
  }

  dispose(): void {
    this.#changed.dispose();
  }
}
