import type { PurposeDocument } from '../statement/document';
import { type ConfigLayer, readConfig, resolveConfig } from './config';
import { Linter } from './linter';

/** Hands out linters, one for all files that have the same settings, so that they share what they have found. */
export class Linters {
  readonly #linters = new Map<string, Linter>();

  /**
   * The linter for a document.
   * @param layers settings below the document's own `lint:` front matter, the lowest first
   */
  for(document: PurposeDocument, layers: readonly ConfigLayer[]): Linter {
    const own = readConfig(document.frontMatter.data.lint).layer;
    const config = resolveConfig(...layers, own);
    const linter = this.#linters.get(config.key) ?? new Linter(config);
    // A front matter that is being typed makes settings that nobody comes back to.
    if (this.#linters.size > 50) this.#linters.clear();
    this.#linters.set(config.key, linter);
    return linter;
  }
}
