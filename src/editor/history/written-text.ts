/** An open document, as far as its saves are concerned. */
interface SavedDocument {
  readonly version: number;
  getText(): string;
}

/**
 * Knows which text a save has written. While the file is written, the user may go on typing or a formatter may edit the
 * document; the document then has a text that was never on disk.
 */
export class WrittenText {
  readonly #versions = new WeakMap<SavedDocument, number>();

  /** The document is about to be saved. */
  willSave(document: SavedDocument): void {
    this.#versions.set(document, document.version);
  }

  /** The document was saved: the text that was written, or `undefined` if only the disk is sure to have it. */
  saved(document: SavedDocument): string | undefined {
    const version = this.#versions.get(document);
    this.#versions.delete(document);
    return version === document.version ? document.getText() : undefined;
  }
}
