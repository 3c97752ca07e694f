import { noteDefinitions } from './footnotes';

/** `[words][label]` and `[label][]`: certainly meant as links. */
const REFERENCE = /\[((?:\\.|[^[\]\\])+)\]\[((?:\\.|[^[\]\\])*)\]/g;

/**
 * Definitions, as lines to be parsed below it, for the links and footnotes of a Markdown text that is apart from its
 * file. `[words]` could be a link or plain text; here it counts as text.
 */
export function referenceDefinitions(markdown: string): string {
  const links = [...markdown.matchAll(REFERENCE)].map(([, words, label]) => `[${label || words}]: <#>\n`);
  return noteDefinitions(markdown) + links.join('');
}
