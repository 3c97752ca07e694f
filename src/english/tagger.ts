import { nounForms, verbForms } from './inflect';
import words from './lexicon.yml';
import { isCapital, isTitle } from './names';
import type { Piece } from './sentences';

/**
 * The part of speech of a word, as far as the rules need it. `name` is a proper name, `ing` a form in -ing whose
 * use is open, `other` anything that is no word.
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

interface TaggerData {
  readonly closed: Readonly<Partial<Record<Tag, readonly string[]>>>;
  readonly adjectives: readonly string[];
  readonly adverbs: readonly string[];
  readonly verbs: readonly string[];
  /** Words that are noun or verb as the sentence has it. */
  readonly either: readonly string[];
}

interface Known {
  readonly tags: ReadonlyMap<string, Tag>;
  readonly either: ReadonlySet<string>;
}

let loaded: Known | undefined;

function known(): Known {
  if (loaded) return loaded;
  const data = words as TaggerData;
  const tags = new Map<string, Tag>();
  for (const verb of data.verbs) {
    for (const form of verbForms(verb)) tags.set(form, form.endsWith('ing') ? 'ing' : 'verb');
  }
  const either = new Set<string>();
  for (const word of data.either) {
    for (const form of verbForms(word)) tags.set(form, form.endsWith('ing') ? 'ing' : 'verb');
    for (const form of nounForms(word)) either.add(form);
  }
  // The plural of "life" looks like a form of "to live".
  either.add('lives');
  for (const word of data.adjectives) tags.set(word, 'adjective');
  for (const word of data.adverbs) tags.set(word, 'adverb');
  for (const [tag, list] of Object.entries(data.closed)) {
    for (const word of list) tags.set(word, tag as Tag);
  }
  loaded = { tags, either };
  return loaded;
}

/** Tags the words of a sentence, left to right: word lists first, then endings, then the words around it. */
export function tagsOf(pieces: readonly Piece[]): Tag[] {
  const { tags, either } = known();
  const title = isTitle(pieces);
  const result: Tag[] = [];
  for (const [index, token] of pieces.entries()) {
    const listed = tags.get(token.lower);
    let tag: Tag;
    if (token.kind !== 'word') tag = token.kind === 'number' ? 'number' : 'other';
    else if (index > 0 && !title && isCapital(token.text) && !isClosed(listed)) tag = 'name';
    else if (either.has(token.lower)) tag = nounOrVerb(pieces, result, index, tags);
    else tag = listed ?? unlisted(pieces, result, index);
    result.push(tag);
  }
  return result;
}

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

const MOSTLY_NOUNS: ReadonlySet<string> = new Set([
  'market',
  'partner',
  'process',
  'program',
  'project',
  'service',
]);

function nounOrVerb(
  tokens: readonly Piece[],
  before: readonly Tag[],
  index: number,
  tags: ReadonlyMap<string, Tag>,
): Tag {
  const last = before[index - 1];
  const next = tokens[index + 1];
  const nextTag = next?.kind === 'word' ? tags.get(next.lower) : undefined;
  if (last === 'to' || last === 'modal' || last === 'pronoun') return 'verb';
  if (
    /^help(?:s|ed|ing)?$/.test(tokens[index - 1]?.lower ?? '') &&
    !MOSTLY_NOUNS.has(tokens[index]?.lower ?? '')
  ) {
    return 'verb';
  }
  if (last === 'adverb' && (before[index - 2] === 'to' || before[index - 2] === 'pronoun')) return 'verb';
  if (last === 'determiner' || last === 'possessive' || last === 'adjective' || last === 'number')
    return 'noun';
  if (last === 'preposition') return 'noun';
  if (nextTag === 'determiner' || nextTag === 'possessive') return 'verb';
  if (last === undefined) return nextTag === 'preposition' || nextTag === 'auxiliary' ? 'noun' : 'verb';
  if (last === 'conjunction' || last === 'other') return likeTheOneBefore(before, index);
  return last === 'noun' || last === 'name' || last === 'verb' || last === 'ing' ? 'noun' : 'verb';
}

/** In "train, equip and support people", "support" is what "equip" is. */
function likeTheOneBefore(before: readonly Tag[], index: number): Tag {
  for (let at = index - 1; at >= 0 && at > index - 5; at -= 1) {
    const tag = before[at];
    if (tag === 'verb') return 'verb';
    if (tag === 'noun' || tag === 'name') {
      // "help people and support them": a noun right before may be the object of a verb that goes on.
      return 'noun';
    }
  }
  return 'noun';
}

const SUBJECTS: ReadonlySet<string> = new Set(['we', 'they', 'i', 'you', 'he', 'she', 'who', 'to']);

/** A word no list knows: a verb right after "we" or "to", whatever its ending says elsewhere. */
function unlisted(tokens: readonly Piece[], before: readonly Tag[], index: number): Tag {
  const word = tokens[index]?.lower ?? '';
  const tag = byEnding(word);
  if (tag !== 'noun') return tag;
  const previous = tokens[index - 1]?.lower ?? '';
  const afterSubject = SUBJECTS.has(previous) || before[index - 1] === 'modal';
  const plural = previous === 'to' && /[^s]s$/.test(word);
  return afterSubject && !plural ? 'verb' : 'noun';
}

function byEnding(word: string): Tag {
  if (word.length < 4) return 'noun';
  if (/ly$/.test(word)) return 'adverb';
  if (/ing$/.test(word)) return 'ing';
  if (/(?:ed)$/.test(word)) return 'adjective';
  if (/(?:al|ive|ous|ful|less|able|ible|ic|ary|ant|ent|ical|ian|ish)$/.test(word)) {
    return /(?:ment|ial|ing)$/.test(word) && /ment$/.test(word) ? 'noun' : 'adjective';
  }
  if (/-(?:based|centered|driven|focused|oriented|led|level|wide|term)$/.test(word)) return 'adjective';
  return 'noun';
}
