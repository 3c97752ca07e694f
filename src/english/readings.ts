import { isIrregularVerb, singularOf, verbBases, verbForms } from './inflect';
import data from './lexicon.yml';
import type { Tag } from './tag';

/** A possible reading of a word: its part of speech and its lemma. */
export interface TagReading {
  readonly tag: Tag;
  readonly lemma: string;
}

/** The letters of the classes in `lexicon.yml`. */
const CLASS_TAGS: Readonly<Record<string, Tag>> = { n: 'noun', v: 'verb', a: 'adjective', r: 'adverb' };

interface LexiconData {
  readonly closed: Readonly<Partial<Record<Tag, string>>>;
  /** Open word classes, the most frequent first: `nv` is mostly a noun and sometimes a verb. */
  readonly open: Readonly<Record<string, string>>;
}

const lexicon = data as LexiconData;

const closed: ReadonlyMap<string, Tag> = new Map(
  Object.entries(lexicon.closed).flatMap(([tag, words]) =>
    words.split(' ').map((word): [string, Tag] => [word, tag as Tag]),
  ),
);

const open: ReadonlyMap<string, string> = new Map(
  Object.entries(lexicon.open).flatMap(([classes, words]) =>
    words.split(' ').map((word): [string, string] => [word, classes]),
  ),
);

const known = new Map<string, readonly TagReading[]>();
const MEMORY = 20_000;

/** The readings of a lower-case word, the likeliest first; never empty. Memoised. */
export function readingsOf(word: string): readonly TagReading[] {
  const before = known.get(word);
  if (before) return before;
  if (known.size >= MEMORY) known.clear();
  const readings = read(word);
  known.set(word, readings);
  return readings;
}

/** The tag of a word of a closed class ("the", "of", "we"); `undefined` for all others. */
export function closedTag(word: string): Tag | undefined {
  return closed.get(word);
}

function read(word: string): readonly TagReading[] {
  const tag = closed.get(word);
  if (tag) return [{ tag, lemma: tag === 'auxiliary' ? (verbBases(word)[0] ?? word) : word }];
  if (/'s?$/.test(word)) return [{ tag: 'noun', lemma: singularOf(word.replace(/'s?$/, '')) }];
  const readings = new Map<Tag, string>();
  for (const letter of open.get(word) ?? (isIrregularVerb(word) ? 'v' : ''))
    readings.set(CLASS_TAGS[letter] ?? 'noun', word);
  const singular = singularOf(word);
  if (singular !== word && classesOf(singular).includes('n')) readings.set('noun', singular);
  const verb = verbOf(word);
  if (verb) readings.set(/ing$/.test(word) ? 'ing' : 'verb', verb);
  if (readings.size === 0) for (const letter of guess(word)) readings.set(CLASS_TAGS[letter] ?? 'noun', word);
  // A participle can also be an adjective: "abandoned dogs".
  if (verb && /ed$/.test(word) && !readings.has('adjective')) readings.set('adjective', word);
  return [...readings].map(([one, lemma]) => ({ tag: one, lemma }));
}

function classesOf(word: string): string {
  return open.get(word) ?? guess(word);
}

/** The verb of an inflected form: one of the lexicon, or any other by its ending "-ing" or "-ed". */
function verbOf(word: string): string | undefined {
  const bases = verbBases(word).filter((base) => base === word || verbForms(base).includes(word));
  const listed = bases.find((base) => open.get(base)?.includes('v') || isIrregularVerb(base));
  if (listed || !/.{3}(?:ing|ed)$/.test(word) || open.has(word)) return listed;
  return bases.find((base) => /(?:at|iz|is|v|c|[^s]s|g|u)e$/.test(base)) ?? bases.at(-1);
}

const ADJECTIVE = /(?:al|ive|ous|ful|less|able|ible|ic|ary|ant|ent|ish|-based|-term|-wide|-level|-led|ed)$/;

/** The class of a word that is not in the lexicon, by its ending. */
export function guess(word: string): string {
  if (word.length < 4) return 'n';
  if (/ly$/.test(word)) return 'r';
  if (/-(?:[a-z]+ing|[a-z]+en|sized|free|class|quality|income)$/.test(word)) return 'a';
  if (/(?:ment|[^i]al(?:ist|ity)|ness|tion)$/.test(word)) return 'n';
  if (ADJECTIVE.test(word)) return 'a';
  return /(?:ize|ise|ify)$/.test(word) ? 'v' : 'n';
}
