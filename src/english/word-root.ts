import { stemmer } from 'stemmer';

/**
 * Irregular forms, and agent nouns whose verb the stemmer does not find.
 * Each line: the root, then its forms.
 */
const FORMS = `
be am is are was were been being
bring brought
build built builder
buy bought buyer
child children
choose chose chosen
do does did done
draw drew drawn
drive drove driven driver
eat ate eaten
farm farmer
feel felt
find found
foot feet
garden gardener
get got
give gave given
go went gone
grow grew grown grower
hear heard
hold held
keep kept keeper
know knew known knowledge
lead led leader
learn learnt learned learner
leave left
life lives
live alive
lose lost
make made maker
man men
meet met
mouse mice
pay paid
person people persons
play player
read reader
research researcher
ride rode ridden rider
run ran runner
say said
see saw seen
sell sold seller
send sent
sing sang sung singer
sit sat
sleep slept
speak spoke spoken speaker
spend spent
stand stood
swim swam swum swimmer
take took taken
teach taught teacher
tell told
think thought thinker
tooth teeth
understand understood
use user
walk walker
wear wore worn
win won winner
woman women
work worker
write wrote written writer
`;

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

const ROOTS = new Map(
  FORMS.trim()
    .split('\n')
    .flatMap((line) => {
      const [root = '', ...forms] = line.split(' ');
      return [root, ...forms].map((form): [string, string] => [form, root]);
    }),
);

/**
 * The common root of a word and its other forms: *taught*, *teaching* and *teachers* have the same root, *community*
 * and *communication* do not. A key for comparison, not for display: it need not be a word.
 *
 * Porter's algorithm (M. F. Porter, “An algorithm for suffix stripping”, Program 14(3), 1980), with two small lists of
 * exceptions: forms that it misses and words that it conflates.
 */
export function wordRoot(word: string): string {
  const lower = word.toLowerCase().replace(/[’']s?$/, '');
  const known = ROOTS.get(lower) ?? ROOTS.get(lower.replace(/s$/, ''));
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
