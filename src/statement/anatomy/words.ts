import data from './words.yml';

type ClassName =
  | 'people'
  | 'groups'
  | 'publics'
  | 'creatures'
  | 'conditions'
  | 'staff'
  | 'things'
  | 'places'
  | 'undergone'
  | 'doings'
  | 'hedges'
  | 'effects'
  | 'enabling'
  | 'strengthening'
  | 'making'
  | 'helping'
  | 'gifting'
  | 'means'
  | 'ownAffairs'
  | 'attaining'
  | 'outcomes'
  | 'adjectives'
  | 'effectNouns'
  | 'emptyHeads'
  | 'emptyModifiers'
  | 'emptyObjects'
  | 'emptyVerbs'
  | 'promises'
  | 'transfers';

const lists = data as Record<ClassName, string>;

/** The classes of words by name. */
export const words = Object.fromEntries(
  Object.entries(lists).map(([name, list]) => [name, new Set(list.split(/\s+/))]),
) as unknown as Record<ClassName, ReadonlySet<string>>;

const set = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/));

export const PREPOSITIONS = set(
  'about above across after against along alongside among amongst around as at before behind below beneath beside ' +
    'between beyond by despite during except for from in inside into like near of off on onto outside over past per ' +
    'since than through throughout to toward towards under until up upon via with within without concerning regarding including',
);
export const DETERMINERS = set(
  'a an the this that these those each every any all both some no our my their its his her your many more most other ' +
    'several various few such another either neither',
);
export const CONJUNCTIONS = set('and or but nor so because while when where if whether although though yet');
export const PRONOUNS = set(
  'we i you he she it they them us me him who whom whose which what that there one ones ' +
    "we've they've i've we're they're i'm it's we'll they'll i'll",
);
export const AUXILIARIES = set(
  'be is are was were been being am has have had do does did will would shall should can could may might must',
);

/** A word that holds a sentence together and names nothing. */
export function isFunctionWord(word: string): boolean {
  return (
    PREPOSITIONS.has(word) ||
    DETERMINERS.has(word) ||
    CONJUNCTIONS.has(word) ||
    PRONOUNS.has(word) ||
    AUXILIARIES.has(word) ||
    word === 'not'
  );
}

const IRREGULAR: Readonly<Record<string, string>> = {
  men: 'man',
  women: 'woman',
  children: 'child',
  lives: 'life',
  wives: 'wife',
  people: 'people',
  persons: 'person',
  peoples: 'people',
  taught: 'teach',
  built: 'build',
  made: 'make',
  gave: 'give',
  given: 'give',
  found: 'find',
  led: 'lead',
  kept: 'keep',
  brought: 'bring',
};

const known = new Map<string, readonly string[]>();
const MEMORY = 20_000;

/** The base forms that a word may have: `studies` → studies, studie, study. Lower case in, lower case out. */
export function basesOf(word: string): readonly string[] {
  const before = known.get(word);
  if (before) return before;
  if (known.size >= MEMORY) known.clear();
  const bases = new Set([word]);
  const plain = word.replace(/'s?$/, '');
  bases.add(plain);
  const irregular = IRREGULAR[plain];
  if (irregular) bases.add(irregular);
  if (/[^s]s$/.test(plain)) bases.add(plain.slice(0, -1));
  if (/(?:s|x|z|ch|sh)es$/.test(plain)) bases.add(plain.slice(0, -2));
  if (/ies$/.test(plain)) bases.add(`${plain.slice(0, -3)}y`);
  const stem = /^(.{2,})(?:ing|ed)$/.exec(plain)?.[1];
  if (stem) {
    bases.add(stem).add(`${stem}e`);
    if (/(.)\1$/.test(stem)) bases.add(stem.slice(0, -1));
    if (/i$/.test(stem)) bases.add(`${stem.slice(0, -1)}y`);
  }
  const all = [...bases];
  known.set(word, all);
  return all;
}

/** Whether a word, or a base form of it, belongs to a class. */
export function isIn(list: ReadonlySet<string>, word: string): boolean {
  return basesOf(word).some((base) => list.has(base));
}
