/**
 * The part of speech of a word. `name` is a word with a capital that its position does not explain, `ing` a verb form
 * in -ing, `other` a token that is not a word.
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
