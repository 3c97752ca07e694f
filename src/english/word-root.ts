import { stemmer } from 'stemmer';
import { LETTERS, lazyTest } from '../text/letters';
import { irregularBase } from './inflect';
import data from './irregular.yml';
import { closedTag } from './readings';

/** Forms whose root neither the stemmer nor the tables of irregular verbs and nouns find: mostly agent nouns. */
const FORMS = (data as { readonly roots: string }).roots;

/** Words that the stemmer would conflate although their meanings differ. */
const APART: readonly (readonly [RegExp, string])[] = [
  [/^communit/, 'community'],
  [/^communicat/, 'communicate'],
  [/^communes?$/, 'commune'],
  [/^universit/, 'university'],
  [/^universes?$/, 'universe'],
  [/^generat/, 'generate'],
  [/^gener(?:ous|osity)/, 'generous'],
  [/^experiment/, 'experiment'],
  [/^experienc/, 'experience'],
  [/^business(?:es)?$/, 'business'],
  [/^importan/, 'important'],
  [/^organi[sz]/, 'organise'],
  [/^organic/, 'organic'],
  [/^planes?$/, 'plane'],
  [/^hop(?:e|es|ed|ing|eful)$/, 'hope'],
  [/^pastes?$/, 'paste'],
];

const ROOTS = new Map(FORMS.split(', ').map((pair) => pair.split(' ') as [string, string]));

function rootOf(word: string): string | undefined {
  return ROOTS.get(word) ?? irregularBase(word);
}

/**
 * The common root of a word and its other forms: *taught*, *teaching* and *teachers* have the same root, *community*
 * and *communication* do not. A key for comparison, not for display: it need not be a word.
 *
 * Porter's algorithm (M. F. Porter, “An algorithm for suffix stripping”, Program 14(3), 1980), with two small lists of
 * exceptions: forms that it misses and words that it conflates.
 */
export function wordRoot(word: string): string {
  const lower = word.toLowerCase().replace(/[’']s?$/, '');
  const known = rootOf(lower) ?? rootOf(lower.replace(/s$/, ''));
  const form = known ?? lower;
  const apart = APART.find(([pattern]) => pattern.test(form));
  return apart ? apart[1] : stemmer(british(form));
}

/** One spelling for -ise and -ize, -our and -or, -re and -er. */
function british(word: string): string {
  return word
    .replace(/(?<=\w{3})is(?=e$|es$|ed$|ing$|ation)/, 'iz')
    .replace(/^(behavi|col|fav|flav|harb|hon|lab|neighb)our/, '$1or')
    .replace(/^(cent|met|theat)re(?=s?$)/, '$1er')
    .replace(/^programmes?$/, 'program');
}

/** Words of open classes that carry as little meaning as those of closed ones. */
const EMPTY = new Set(
  `again also always anybody away back doing done else enough even ever few further get gets getting give gives go goes
  going got having help helps here hers however just keep keeps let made make makes making many more most much not now
  often once only other others own put rather same still take takes then there thing things thus together too very way
  ways well whole`.split(/\s+/),
);

const hasLetter = lazyTest(`[${LETTERS}]`);

/** Whether a word is a content word, that is, not an article, pronoun, auxiliary or the like. */
export function isContentWord(word: string): boolean {
  const lower = word.toLowerCase().replace(/’/g, "'");
  if (lower.length < 2 || !hasLetter(lower) || EMPTY.has(lower)) return false;
  const tag = closedTag(lower);
  return tag === undefined || tag === 'number';
}
