import { memoiseLast } from '../../english/memoise-last';
import { words } from './clearing-words';
import type { Match, ReadSentence } from './match';

/**
 * Another part of speech: "the oven needs a door", where the list has only the noun, and "to progress the dig"; "a map and
 * guides", where it has the verb.
 */
export function isVerb({ sentence: { tokens, tags }, entry, from, to }: Match): boolean {
  if (from !== to) return false;
  if (entry.written.endsWith('.n') && tags[from] === 'verb') return true;
  // "How the port is evolving", but not "it is evolving practice".
  if (
    entry.topic === 'kinds left open' &&
    /.ing$/.test(tokens[from]?.lower ?? '') &&
    BE.test(tokens[from - 1]?.lower ?? '')
  )
    return !/^(?:noun|name|adjective)$/.test(tags[to + 1] ?? '');
  if (entry.forms === 'v') {
    // "Access to knowledge and guides": a noun after "to" can look like a verb.
    const isObject = tags[from - 2] === 'noun' || tokens[from - 3]?.lower === 'to';
    const isLast = isObject && !/^\w/.test(tokens[to + 1]?.text ?? '');
    const joins = isLast && /^(?:and|or)$/.test(tokens[from - 1]?.lower ?? '');
    return (tags[from] === 'noun' || joins) && /[^s]s$/.test(tokens[from]?.lower ?? '');
  }
  if (entry.topic !== 'unnamed things' || tokens[from - 1]?.lower !== 'to') return false;
  const starts = from === 1 || /^(?:is|are|and|or|:)$/.test(tokens[from - 2]?.lower ?? '');
  const isObject = /^(?:noun|name|adjective|determiner|possessive|ing)$/.test(tags[to + 1] ?? '');
  return starts && isObject;
}

const BE = /^(?:am|are|is|was|were|be|been)$/;

/** "We are grateful for her leadership": the sentence thanks, and promises nothing. */
export function isInThanks({ sentence }: Match): boolean {
  return isThanks(sentence);
}

const isThanks = memoiseLast(({ tokens }: ReadSentence): boolean =>
  tokens.some(({ lower }, at) => {
    if (lower !== 'thank') return /^(?:grateful|thankful|gratitude|thanks)$/.test(lower);
    return tokens[at + 1]?.lower === 'you' || /^(?:we|i)$/.test(tokens[at - 1]?.lower ?? '');
  }),
);

/** In tokens: the reach of "as … as" and of "list the many". */
const COUNT_REACH = 4;
/** In tokens: the reach of "numerous …:" before names. */
const NAMES_REACH = 12;

/** "So many boats", "as diverse as possible", "we list the many wrecks": the number is not left open, or is the question. */
export function isCounted({ sentence: { tokens }, from, to }: Match): boolean {
  if (isCompared(tokens, from, to)) return true;
  const before = tokens.slice(Math.max(0, from - COUNT_REACH), from).map(({ lower }) => lower);
  if (/^(?:so|how|too|however)$/.test(before.at(-1) ?? '')) return true;
  // "As many as possible" is any number.
  if (before.at(-1) === 'as') return !/^(?:many|much|few)$/.test(tokens[from]?.lower ?? '');
  // "There are numerous ports, but we map three": not the subject.
  if (tokens[0]?.lower === 'there' && tokens.some(({ lower }, at) => at > to && lower === 'but')) return true;
  // "Numerous bakers of the port: Ada Smith, …".
  const colon = tokens.findIndex(({ lower }, at) => at > to && at <= to + NAMES_REACH && lower === ':');
  if (colon > 0 && /^\p{Lu}/u.test(tokens[colon + 1]?.text ?? '')) return true;
  if (tokens[to + 1]?.lower === 'as' && before.includes('as')) return true;
  return before.at(-1) === 'the' && COUNTING.test(before.at(-2) ?? '');
}

const WITHOUT_BOUND =
  /^(?:possible|feasible|practicable|practical|needed|necessary|required|humanly|ever|able|we|i|you|can|may)$/;

/** "Twice as many loaves as in May", "as many loaves as there are sailors": the other side of "as" gives the number. */
function isCompared(tokens: ReadSentence['tokens'], from: number, to: number): boolean {
  const start = tokens[from]?.lower === 'as' ? from : from - 1;
  if (
    tokens[start]?.lower !== 'as' ||
    !/^(?:many|much|few|often|little)$/.test(tokens[start + 1]?.lower ?? '')
  )
    return false;
  if (/^(?:twice|half|times|thrice)$/.test(tokens[start - 1]?.lower ?? '')) return true;
  const again = tokens.findIndex(
    ({ lower }, at) => at > start + 1 && at <= to + COUNT_REACH + 2 && lower === 'as',
  );
  if (again < 0 || tokens[again + 1]?.kind !== 'word') return false;
  return !tokens.slice(again + 1, again + 3).some(({ lower }) => WITHOUT_BOUND.test(lower));
}

/** Hedges that are also nouns. */
const NOUNS = /^(?:endeavou?rs?|hopes?|wish(?:es)?|desires?|plans?|attempts?|aims?|try|tries|intent)$/;

/** "Their endeavours to bake", "there is hope to find a mill": a thing that the sentence speaks of, not a promise. */
export function isNoun({ sentence: { tokens, tags }, from }: Match): boolean {
  if (!NOUNS.test(tokens[from]?.lower ?? '')) return false;
  const isIt = (at: number) =>
    /^(?:determiner|possessive|preposition)$/.test(tags[at] ?? '') ||
    (/^(?:is|are|was|were)$/.test(tokens[at]?.lower ?? '') && tokens[at - 1]?.lower === 'there');
  return isIt(from - 1) || (tags[from - 1] === 'adjective' && isIt(from - 2));
}

const GIVEN_PLACES = new RegExp(words.givenPlaces);

/** "The chapel is dedicated to St Nicholas", "a room dedicated to rye": what a thing is for. */
export function isGiven({ sentence: { tokens, tags }, from }: Match): boolean {
  if (!/^(?:dedicated|devoted)$/.test(tokens[from]?.lower ?? '')) return false;
  let at = from - 1;
  while (tags[at] === 'auxiliary' || tags[at] === 'adverb' || tokens[at]?.lower === ',') at -= 1;
  return GIVEN_PLACES.test(tokens[at]?.lower ?? '');
}

/** "Several maps, depending on the tide": the number varies, and the sentence says with what. */
export function isVarying({ sentence: { tokens }, to }: Match): boolean {
  return tokens
    .slice(to + 1, to + 1 + COUNT_REACH)
    .some(
      ({ lower }, at, near) =>
        lower === 'depending' &&
        /^(?:on|upon)$/.test(near[at + 1]?.lower ?? tokens[to + 2 + at]?.lower ?? ''),
    );
}

/** "Bakers, millers and other cooks", "other cooks" after a sentence on cooks: some are named already. */
export function isRestOfList({ sentence, from, to }: Match): boolean {
  const { tokens, tags, previous } = sentence;
  if (tokens[from]?.lower !== 'other') return false;
  const noun = tokens[to]?.lower ?? '';
  if (previous?.tokens.some(({ lower }) => lower === noun)) return true;
  if (!/^(?:and|or)$/.test(tokens[from - 1]?.lower ?? '')) return false;
  let at = from - 2;
  let commas = 0;
  for (; at >= 0; at -= 1) {
    if (tokens[at]?.lower === ',') commas += 1;
    else if (!/^(?:noun|name|adjective|ing)$/.test(tags[at] ?? '')) break;
  }
  return commas >= 2 || (commas === 1 && tokens[from - 2]?.lower !== ',');
}

/** "A kind and sober society": what is wished for, and no group whose members one could name. */
export function isWished({ sentence: { tokens, tags }, to }: Match): boolean {
  if (!/^(?:society|world)$/.test(tokens[to]?.lower ?? '')) return false;
  let at = to - 1;
  while (
    /^(?:adjective|adverb|noun|ing)$/.test(tags[at] ?? '') ||
    /^(?:and|,)$/.test(tokens[at]?.lower ?? '')
  )
    at -= 1;
  return at < to - 1 && /^an?$/.test(tokens[at]?.lower ?? '');
}

const COUNTING =
  /^(?:enumerat|count|list|tall(?:y|ie)|catalogu?|itemi[sz]|inventor(?:y|ie))(?:e|es|ed|s|ing)?$/;

/** "Our work is aimed at sailors": a direction, and no attempt. */
export function isAimedAt({ sentence: { tokens, tags }, from, to }: Match): boolean {
  if (tokens[from]?.lower !== 'aimed') return false;
  const next = tags[to + 1];
  return next !== 'verb' && next !== 'ing' && !/.ing$/.test(tokens[to + 1]?.lower ?? '');
}
