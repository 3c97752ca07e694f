import { isNounLike, isPlural, leadsTo, PEOPLE, type Place, tagAt, wordAt } from './place';
import { wordPattern } from './word-patterns';

/** "Living with" fits what one can live with. */
const LIVED_WITH = wordPattern('livedWith');
/** In tokens: where the object of "suffer from" is looked for. */
const NEAR = 4;

/** Whether the words around fit a replacement of words for people, which is often longer and ends in a phrase. */
export function suitsPeople(place: Place, suggestion: string): boolean {
  const { tokens, from, to } = place;
  const after = wordAt(place, to + 1);
  const marked = wordAt(place, to);
  // "An addict", "a retarded child".
  if (/^people\b|migrants$/.test(suggestion) && wordAt(place, from) !== 'the' && !/s$/.test(marked))
    return false;
  // "They are afflicted with gout", "wheelchair-bound sailors": the replacement has to follow a noun, and to end it.
  const follows = tagAt(place, from - 1) === 'noun';
  if (/^(?:with|who)\b/.test(suggestion) && !follows) return false;
  if (/(?:disability|wheelchair)$/.test(suggestion) && isNounLike(place, to + 1)) return false;
  // "Help people without a home in finding work": the tail of the replacement runs into the words after it.
  if (/ (?:with|without) /.test(suggestion) && /^(?:preposition|to)$/.test(tagAt(place, to + 1) ?? ''))
    return false;
  if (/^(?:train|teach)/.test(suggestion) && /^provid/.test(wordAt(place, from)) && !leadsTo(place, PEOPLE))
    return false;
  // In "animal suffering from disease", the suffering is a noun.
  if (
    /^liv/.test(suggestion) &&
    ((follows && !isPlural(wordAt(place, from - 1))) ||
      !tokens.slice(to + 1, to + 1 + NEAR).some(({ lower }) => LIVED_WITH.test(lower)))
  )
    return false;
  // "The four freshmen" are a choir.
  if (marked === 'freshmen' && tagAt(place, from - 1) === 'number') return false;
  // "Firemen work", "postmen's": before a noun, the replacement would need another form.
  if (/men$/.test(marked) && /s$/.test(suggestion) && tagAt(place, to + 1) === 'noun') return false;
  // "The Poor" with a capital is a name.
  if (
    wordAt(place, from) === 'the' &&
    /^\p{Lu}/u.test(tokens[to]?.text ?? '') &&
    tokens[from]?.text === 'the'
  )
    return false;
  // "Handicapped or disabled" would say it twice.
  const around = [...tokens.slice(Math.max(0, from - NEAR), from), ...tokens.slice(to + 1, to + 1 + NEAR)];
  if (around.some(({ lower }) => lower === suggestion)) return false;
  if (marked === 'ladies' && /^(?:and|&|or)$/.test(after)) return false;
  if (marked === 'handicapped' && /^(?:accessible|access|parking)$/.test(after)) return false;
  return !(marked === 'grandfathered' && after === 'in');
}

const PRONOUN = /^(?:he|she|him|his|her|hers|himself|herself)$/;

/** Whether a pronoun of one sex is elsewhere in the sentence. */
export function hasOtherPronoun({ tokens, from, to }: Place): boolean {
  return tokens.some(
    ({ lower }, at) => (at < from || at > to) && lower.split('/').some((one) => PRONOUN.test(one)),
  );
}

/**
 * Whether "the poor" can become "people with little money". In "the poor of Leeds" the money would be that of Leeds, and
 * a series ("feed the poor, visit the sick", "the poor and needy") needs the same form in each part.
 */
export function standsAlone(place: Place): boolean {
  const { tokens, from, to } = place;
  const after = wordAt(place, to + 1);
  if (after === 'of' || /^(?:and|or|but|&|,)$/.test(after) || /^(?:and|or|,)$/.test(wordAt(place, from - 1)))
    return false;
  return !tokens.some(
    ({ lower }, at) => (at < from || at > to) && (OF_PEOPLE.test(lower) || RELIGIOUS.test(lower)),
  );
}

/** Adjectives that name people after "the"; among them, one with another form breaks the series. */
const OF_PEOPLE = wordPattern('ofPeople');
/** Where the words are those of scripture. */
const RELIGIOUS =
  /^(?:christ|christian|christians|god|god's|gospel|jesus|lord|lord's|church|biblical|scripture|ministry)$/;
