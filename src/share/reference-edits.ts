import type { TextEdit } from '../text/text-edit';
import { keepReferences, type Moves } from './references';

/** The edits of a file's references, for a text of it. */
export interface FileReferenceEdits {
  readonly path: string;
  readonly text: string;
  readonly edits: readonly TextEdit[];
}

/** Collects the files with references to moved files; the user may change their texts until all files are read. */
export class ReferenceEdits {
  readonly #texts = new Map<string, string>();

  constructor(
    private readonly moves: Moves,
    private readonly isPurpose: (path: string) => boolean,
  ) {}

  /** A file was read. */
  add(path: string, text: string): void {
    if (this.#of(path, text).edits.length > 0) this.#texts.set(path, text);
  }

  /**
   * The edits that keep the references, in the order of reading.
   * @param now the text of an open file by now; `undefined` if it is not open
   */
  all(now: (path: string) => string | undefined): readonly FileReferenceEdits[] {
    return [...this.#texts].map(([path, text]) => this.#of(path, now(path) ?? text));
  }

  #of(path: string, text: string): FileReferenceEdits {
    return { path, text, edits: keepReferences(path, text, this.moves, this.isPurpose(path)) };
  }
}
