/**
 * The part of speech of a word. `name` is a word whose capital its place does not explain, `ing` a verb's form in -ing,
 * `other` a token that is no word.
 */
export type Tag =
  | 'adjective'
  | 'adverb'
  | 'auxiliary'
  | 'conjunction'
  | 'determiner'
  | 'ing'
  | 'modal'
  | 'name'
  | 'noun'
  | 'number'
  | 'other'
  | 'possessive'
  | 'preposition'
  | 'pronoun'
  | 'to'
  | 'verb';

const CLOSED: ReadonlySet<Tag> = new Set<Tag>([
  'auxiliary',
  'conjunction',
  'determiner',
  'modal',
  'possessive',
  'preposition',
  'pronoun',
  'to',
]);

/** Whether a word of this tag belongs to a closed class: "the", "of", "we". */
export function isClosed(tag: Tag | undefined): boolean {
  return tag !== undefined && CLOSED.has(tag);
}
