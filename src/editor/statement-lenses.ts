import { type Command, Disposable, EventEmitter, type TextDocument } from 'vscode';

/** Somebody who has something to say above the statement, such as when it was last refined. */
export interface StatementLensSource {
  /** What to show for a document, each with the command that a click runs; a lens without `command` is text. */
  lenses(document: TextDocument): readonly Command[] | Promise<readonly Command[]>;
}

/** The line above the statement: its figures, and what other features add to it. */
export class StatementLenses implements Disposable {
  readonly #sources = new Set<StatementLensSource>();
  readonly #changed = new EventEmitter<void>();
  readonly onDidChange = this.#changed.event;

  /** Adds a source; its lenses stand behind those of the sources added before. */
  add(source: StatementLensSource): Disposable {
    this.#sources.add(source);
    this.refresh();
    return new Disposable(() => {
      this.#sources.delete(source);
      this.refresh();
    });
  }

  /** Has every source asked again. */
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
