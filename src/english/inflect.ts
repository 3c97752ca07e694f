import irregular from './irregular.yml';

/** The forms of a verb: "take takes took taken taking". */
interface VerbForms {
  readonly base: string;
  /** Third person singular. */
  readonly third: string;
  readonly past: string;
  readonly participle: string;
  readonly ing: string;
}

const { verbs, nouns } = irregular as { readonly verbs: string; readonly nouns: string };

const IRREGULAR_VERBS: ReadonlyMap<string, readonly string[]> = new Map(
  verbs.split(', ').map((line) => {
    const [base = '', ...forms] = line.split(' ');
    return [base, forms];
  }),
);

const PLURALS: ReadonlyMap<string, string> = new Map(
  nouns.split(', ').map((line) => line.split(' ') as [string, string]),
);

const SINGULARS: ReadonlyMap<string, string> = new Map([...PLURALS].map(([one, many]) => [many, one]));

const BASES: ReadonlyMap<string, string> = new Map(
  [...IRREGULAR_VERBS].flatMap(([base, forms]) => forms.map((form): [string, string] => [form, base])),
);

const PARTICIPLES: ReadonlySet<string> = new Set(
  [...IRREGULAR_VERBS.values()].map((forms) => forms.at(-1) ?? ''),
);

const FORMS_OF_BE = ['am', 'is', 'are', 'was', 'were', 'been', 'being'];

/** Verbs of more than one syllable that double their last letter as an exception. */
const DOUBLING = new Set(['commit', 'equip', 'excel', 'fulfil', 'propel', 'refer', 'transfer', 'instil']);

/** The regular forms of a verb, with its irregular past and participle if it has them. */
export function conjugate(base: string): VerbForms {
  const [past, participle = past] = IRREGULAR_VERBS.get(base) ?? [];
  const regular = regularForms(base);
  return { ...regular, ...(past && participle && { past, participle }) };
}

function regularForms(base: string): VerbForms {
  if (base === 'have') return { base, third: 'has', past: 'had', participle: 'had', ing: 'having' };
  if (base === 'lie') return { base, third: 'lies', past: 'lied', participle: 'lied', ing: 'lying' };
  if (/[^aeiou]y$/.test(base)) {
    const [stem, past] = [base.slice(0, -1), `${base.slice(0, -1)}ied`];
    return { base, third: `${stem}ies`, past, participle: past, ing: `${base}ing` };
  }
  const third = /(?:s|x|z|ch|sh|[^o]o)$/.test(base) ? `${base}es` : `${base}s`;
  if (base.endsWith('e')) {
    const ing = /[^eoy]e$/.test(base) ? `${base.slice(0, -1)}ing` : `${base}ing`;
    return { base, third, past: `${base}d`, participle: `${base}d`, ing };
  }
  const stem = doubles(base) ? base + base.slice(-1) : base;
  return { base, third, past: `${stem}ed`, participle: `${stem}ed`, ing: `${stem}ing` };
}

function doubles(base: string): boolean {
  return DOUBLING.has(base) || /^(?:[^aeiou]|qu)*[aeiou][^aeiouwxy]$/.test(base);
}

/** Whether a word is the base form of an irregular verb. */
export function isIrregularVerb(word: string): boolean {
  return IRREGULAR_VERBS.has(word);
}

/** The base of an irregular form of a verb, or the singular of an irregular plural; `undefined` for other words. */
export function irregularBase(form: string): string | undefined {
  return FORMS_OF_BE.includes(form) ? 'be' : (BASES.get(form) ?? SINGULARS.get(form));
}

/** All forms of a verb, its base form first. */
export function verbForms(base: string): readonly string[] {
  if (base === 'be') return [base, ...FORMS_OF_BE];
  return [...new Set(Object.values(conjugate(base)))];
}

/** Candidate base forms of a verb form, unchecked: "providing" gives provide and provid; a base form gives itself. */
export function verbBases(form: string): readonly string[] {
  if (FORMS_OF_BE.includes(form)) return ['be'];
  if (/^ha(?:s|d|ving)$/.test(form)) return ['have'];
  const irregularBase = BASES.get(form);
  const bases = irregularBase ? [irregularBase, form] : [form];
  if (/ies$/.test(form)) bases.push(`${form.slice(0, -3)}y`);
  if (/(?:s|x|z|ch|sh|o)es$/.test(form)) bases.push(form.slice(0, -2));
  if (/[^s]s$/.test(form)) bases.push(form.slice(0, -1));
  const stem = /^(.{2,})(?:ing|ed)$/.exec(form)?.[1];
  if (stem === undefined) return bases;
  if (stem.endsWith('i')) bases.push(`${stem.slice(0, -1)}y`);
  if (/y$/.test(stem) && form === 'lying') bases.push('lie');
  if (/([^aeiou])\1$/.test(stem)) bases.push(stem.slice(0, -1));
  return [...bases, `${stem}e`, stem];
}

/** Whether a form is a past participle, judging by its spelling: "taken", "provided". */
export function isParticiple(form: string): boolean {
  return PARTICIPLES.has(form) || /^(?:been|had)$/.test(form) || /..ed$/.test(form);
}

/** A noun's singular and plural. */
export function nounForms(singular: string): readonly string[] {
  const plural = PLURALS.get(singular);
  if (plural) return [singular, plural];
  if (/[^aeiou]y$/.test(singular)) return [singular, `${singular.slice(0, -1)}ies`];
  if (/(?:s|x|z|ch|sh)$/.test(singular)) return [singular, `${singular}es`];
  return [singular, `${singular}s`];
}

/** The singular of a noun that may be a plural; accurate enough to compare nouns of two texts. */
export function singularOf(noun: string): string {
  const singular = SINGULARS.get(noun);
  if (singular) return singular;
  if (noun.length < 4 || !noun.endsWith('s') || /(?:ss|us|is|'s)$/.test(noun)) return noun;
  if (noun.endsWith('ies')) return `${noun.slice(0, -3)}y`;
  return /(?:x|z|ch|sh|ss)es$/.test(noun) ? noun.slice(0, -2) : noun.slice(0, -1);
}

/** An adjective and its adverb in -ly: "effective", "effectively". */
function adjectiveForms(adjective: string): readonly string[] {
  if (/(?:ly|st|er|-)$/.test(adjective) || adjective.includes('-')) return [adjective];
  if (adjective.endsWith('ic')) return [adjective, `${adjective}ally`];
  if (/[^aeiou]le$/.test(adjective)) return [adjective, `${adjective.slice(0, -1)}y`];
  if (/[^aeiou]y$/.test(adjective)) return [adjective, `${adjective.slice(0, -1)}ily`];
  return [adjective, `${adjective}ly`];
}

/** The forms of a word for the part of speech in a word list: `v`, `n` or `a`. */
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
