import { stemmer } from 'stemmer';
import { irregularBase } from './inflect';

/** Forms whose root neither the stemmer nor the tables of irregular verbs and nouns find: mostly agent nouns. */
const FORMS =
  'does do, builder build, buyer buy, driver drive, farmer farm, gardener garden, grower grow, keeper keep, ' +
  'knowledge know, leader lead, learnt learn, learned learn, learner learn, alive live, maker make, persons person, ' +
  'player play, reader read, researcher research, rider ride, runner run, seller sell, singer sing, speaker speak, ' +
  'swimmer swim, teacher teach, thinker think, user use, walker walk, worker work, writer write';

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

const FUNCTION_WORDS = new Set(
  `a about above after again against all also although always am an and another any anybody anyone anything are as at
  away back be because been before being below between both but by can cannot could did do does doing done down during
  each either else enough even ever every everybody everyone everything few for from further get gets getting give gives
  go goes going got had has have having he help helps her here hers herself him himself his how however i if in into is
  it its itself just keep keeps let like made make makes making many may me might mine more most much must my myself
  neither no nobody none nor not nothing now of off often on once one only onto or other others our ours ourselves out
  over own per put rather same shall she should since so some somebody someone something still such take takes than that
  the their theirs them themselves then there these they thing things this those through thus to together too toward
  towards under until up upon us very was way ways we well were what whatever when where whether which while who whoever
  whole whom whose why will with within without would yet you your yours yourself yourselves don’t doesn’t can’t isn’t
  aren’t won’t it’s we’re they’re i’m that’s`.split(/\s+/),
);

/** Whether a word is a content word, that is, not an article, pronoun, auxiliary or the like. */
export function isContentWord(word: string): boolean {
  const lower = word.toLowerCase().replace(/'/g, '’');
  return lower.length > 1 && !FUNCTION_WORDS.has(lower) && /\p{L}/u.test(lower);
}
