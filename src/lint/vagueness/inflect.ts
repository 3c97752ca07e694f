/** Regular English inflection, with the irregular forms that our word lists need. */

const IRREGULAR_VERBS: Readonly<Record<string, readonly string[]>> = {
  be: ['am', 'is', 'are', 'was', 'were', 'been', 'being'],
  become: ['becomes', 'became', 'becoming'],
  bring: ['brings', 'brought', 'bringing'],
  build: ['builds', 'built', 'building'],
  do: ['does', 'did', 'done', 'doing'],
  drive: ['drives', 'drove', 'driven', 'driving'],
  find: ['finds', 'found', 'finding'],
  get: ['gets', 'got', 'getting', 'gotten'],
  give: ['gives', 'gave', 'given', 'giving'],
  go: ['goes', 'went', 'gone', 'going'],
  grow: ['grows', 'grew', 'grown', 'growing'],
  have: ['has', 'had', 'having'],
  hold: ['holds', 'held', 'holding'],
  keep: ['keeps', 'kept', 'keeping'],
  know: ['knows', 'knew', 'known', 'knowing'],
  lead: ['leads', 'led', 'leading'],
  leave: ['leaves', 'left', 'leaving'],
  make: ['makes', 'made', 'making'],
  meet: ['meets', 'met', 'meeting'],
  rethink: ['rethinks', 'rethought', 'rethinking'],
  rise: ['rises', 'rose', 'risen', 'rising'],
  run: ['runs', 'ran', 'running'],
  see: ['sees', 'saw', 'seen', 'seeing'],
  seek: ['seeks', 'sought', 'seeking'],
  set: ['sets', 'setting'],
  shape: ['shapes', 'shaped', 'shaping'],
  strive: ['strives', 'strove', 'strived', 'striven', 'striving'],
  take: ['takes', 'took', 'taken', 'taking'],
  think: ['thinks', 'thought', 'thinking'],
  understand: ['understands', 'understood', 'understanding'],
  undertake: ['undertakes', 'undertook', 'undertaken', 'undertaking'],
  win: ['wins', 'won', 'winning'],
};

const IRREGULAR_PLURALS: Readonly<Record<string, string>> = {
  child: 'children',
  life: 'lives',
  man: 'men',
  person: 'people',
  woman: 'women',
};

/** Verbs of more than one syllable that double their last letter all the same. */
const DOUBLING = new Set(['commit', 'equip', 'excel', 'fulfil', 'propel', 'refer', 'transfer', 'instil']);

/** All forms of a verb, its base form first. */
export function verbForms(base: string): readonly string[] {
  const irregular = IRREGULAR_VERBS[base];
  if (irregular) return [base, ...irregular];
  if (/[^aeiou]y$/.test(base)) {
    return [base, `${base.slice(0, -1)}ies`, `${base.slice(0, -1)}ied`, `${base}ing`];
  }
  const third = /(?:s|x|z|ch|sh|o)$/.test(base) ? `${base}es` : `${base}s`;
  if (/[^e]e$/.test(base)) return [base, third, `${base}d`, `${base.slice(0, -1)}ing`];
  if (base.endsWith('e')) return [base, third, `${base}d`, `${base}ing`];
  const stem = doubles(base) ? base + base.slice(-1) : base;
  return [base, third, `${stem}ed`, `${stem}ing`];
}

function doubles(base: string): boolean {
  return DOUBLING.has(base) || /^[^aeiou]*[aeiou][^aeiouwxy]$/.test(base);
}

/** A noun's singular and plural. */
export function nounForms(singular: string): readonly string[] {
  const irregular = IRREGULAR_PLURALS[singular];
  if (irregular) return [singular, irregular];
  if (/[^aeiou]y$/.test(singular)) return [singular, `${singular.slice(0, -1)}ies`];
  if (/(?:s|x|z|ch|sh)$/.test(singular)) return [singular, `${singular}es`];
  return [singular, `${singular}s`];
}

const SINGULARS: ReadonlyMap<string, string> = new Map(
  Object.entries(IRREGULAR_PLURALS).map(([singular, plural]) => [plural, singular]),
);

/** The singular of a noun that may be a plural; good enough to tell whether two texts speak of the same thing. */
export function singularOf(noun: string): string {
  const irregular = SINGULARS.get(noun);
  if (irregular) return irregular;
  if (noun.length < 4 || !noun.endsWith('s') || /(?:ss|us|is)$/.test(noun)) return noun;
  if (noun.endsWith('ies')) return `${noun.slice(0, -3)}y`;
  return /(?:x|z|ch|sh|ss)es$/.test(noun) ? noun.slice(0, -2) : noun.slice(0, -1);
}

/** An adjective and its adverb in -ly: "effective", "effectively". */
export function adjectiveForms(adjective: string): readonly string[] {
  if (/(?:ly|st|er|-)$/.test(adjective) || adjective.includes('-')) return [adjective];
  if (adjective.endsWith('ic')) return [adjective, `${adjective}ally`];
  if (/[^aeiou]le$/.test(adjective)) return [adjective, `${adjective.slice(0, -1)}y`];
  if (/[^aeiou]y$/.test(adjective)) return [adjective, `${adjective.slice(0, -1)}ily`];
  return [adjective, `${adjective}ly`];
}

/** The forms of the part of speech that a word list names: `v`, `n` or `a`. */
export function formsOf(base: string, kind: string | undefined): readonly string[] {
  switch (kind) {
    case 'v':
      return verbForms(base);
    case 'n':
      return nounForms(base);
    case 'a':
      return adjectiveForms(base);
    default:
      return [base];
  }
}
