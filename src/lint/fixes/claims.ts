import { isDescribing, type Place, tagAt, wordAt } from './place';
import { isOf } from './words';

/** Words that attach a noun to what narrows it: "education that enables", "a foundation for nurses". */
const NARROWING = /^(?:that|which|who|whose|of|in|about|on|from|with|for|to|by|at|based|designed|where)$/;
/** Of these, the ones that also narrow a noun as broad as "programs". */
const DEFINING = /^(?:that|which|who|whose|of|about|where|based|designed)$/;

/**
 * Whether the noun phrase at an index claims something without the praise before it. "Uses excellent ingredients"
 * becomes "uses ingredients", which is true of every kitchen; "teaches excellent home cooking" still says what.
 */
export function claims(place: Place, at: number): boolean {
  const { head, isNarrowed } = phraseFrom(place, at);
  const noun = wordAt(place, head);
  if (isNarrowed) return !isBroad(place, at, head) || DEFINING.test(wordAt(place, head + 1));
  // "Software that brings software to schools".
  if (place.tokens.some(({ lower }, index) => index !== head && lower === noun)) return false;
  const after = wordAt(place, head + 1);
  if (isOf('broad', noun))
    return DEFINING.test(after) || (after === 'to' && tagAt(place, head + 2) === 'verb');
  return NARROWING.test(after) && !isForItsOwn(place, head + 1);
}

interface Phrase {
  /** The index of its last noun. */
  readonly head: number;
  /** Whether a word before the head narrows it. */
  readonly isNarrowed: boolean;
}

function phraseFrom(place: Place, at: number): Phrase {
  let head = at;
  let isNarrowed = false;
  for (let here = at; ; here += 1) {
    if (isLink(place, here)) continue;
    if (!/^(?:adjective|noun|name|ing|number)$/.test(tagAt(place, here) ?? '') && !isDescribing(place, here))
      break;
    isNarrowed ||= here > at && !isOf('praise', wordAt(place, head));
    head = here;
  }
  return { head, isNarrowed };
}

/** The comma or conjunction between two adjectives. */
function isLink(place: Place, at: number): boolean {
  return (
    /^(?:,|and|or|&)$/.test(wordAt(place, at)) && isDescribing(place, at - 1) && isDescribing(place, at + 1)
  );
}

/** "Educational programs", "comprehensive services": neither word says what. */
function isBroad(place: Place, at: number, head: number): boolean {
  if (!isOf('broad', wordAt(place, head))) return false;
  for (let here = at; here < head; here += 1) {
    const word = wordAt(place, here);
    if (/\p{L}/u.test(word) && !isOf('bland', word) && !isOf('praise', word)) return false;
  }
  return true;
}

/** "For our students", "to all clients.": everyone gives it to the people it is for. */
function isForItsOwn(place: Place, at: number): boolean {
  if (!/^(?:for|to)$/.test(wordAt(place, at))) return false;
  let here = at + 1;
  while (/^(?:our|its|their|my|your|all|every|each|the|any|of)$/.test(wordAt(place, here))) here += 1;
  const after = wordAt(place, here + 1);
  return isOf('recipient', wordAt(place, here)) && (after === '' || /^[.,;:!?)]/.test(after));
}

/** A measure later in the sentence needs the word that it measures: "quality care, as shown by our inspections". */
const YARDSTICK =
  /\b(?:evidenced|shown|measured|demonstrated|proven|proved|reflected|judged|certified|attested|verified|rated|ranked|assessed|benchmarked|audited|recogni[sz]ed) (?:by|against|in|under|to|through)\b|\bISO\b|\bin (?:line|accordance|compliance) with\b|\baccording to\b|\bawards?\b|\baccredited\b/i;

export function hasYardstick({ text, tokens, to }: Place): boolean {
  const [after, last] = [tokens[to], tokens.at(-1)];
  return after !== undefined && last !== undefined && YARDSTICK.test(text.slice(after.end, last.end));
}

/** In tokens: the reach of a promise over what it promises. */
const PROMISE = 6;

/** "Ensure every child an excellent school": a promise of any school at all is another one. */
export function isAssured({ tokens, from }: Place): boolean {
  return tokens
    .slice(Math.max(0, from - PROMISE), from)
    .some(({ lower }) => /^(?:assur|ensur|guarantee?)(?:e|es|ed|ing|s|d)?$/.test(lower));
}

/** How many tokens lie between the praise of two parallel nouns at most. */
const PAIR = 7;

/** "High quality lessons with excellent coaching": removing one praise would demote its noun. */
export function isOneOfTwo(place: Place): boolean {
  const { from, to } = place;
  return joinsPraise(place, from - 1, -1) || joinsPraise(place, to + 1, 1);
}

function joinsPraise(place: Place, start: number, step: 1 | -1): boolean {
  let isJoined = false;
  for (let at = start; Math.abs(at - start) < PAIR; at += step) {
    const word = wordAt(place, at);
    const tag = tagAt(place, at);
    if (/^(?:and|or|&|with|,|plus)$/.test(word)) isJoined = true;
    else if (isJoined && isPraise(place, at)) return true;
    else if (word === '' || tag === undefined || tag === 'verb' || tag === 'pronoun') return false;
  }
  return false;
}

function isPraise(place: Place, at: number): boolean {
  const word = wordAt(place, at);
  if (/^(?:best|finest|good|great|proven|skilled|expert)$/.test(word)) return true;
  if (word === 'quality') return /^(?:high|highest|top|best|good)$/.test(wordAt(place, at - 1));
  return isOf('praise', word) && tagAt(place, at) === 'adjective';
}

/** In tokens: a phrase that is a whole statement of this length says little without its praise. */
const SHORT_PHRASE = 12;

/** In tokens, likewise, with a verb. */
const SHORT_SENTENCE = 5;

/** "Sailing with superb charts", "Provide superb training": little is said besides the praise. */
export function isAllThatIsSaid(place: Place): boolean {
  const { tokens } = place;
  if (tokens.length <= SHORT_SENTENCE) return true;
  return (
    tokens.length <= SHORT_PHRASE &&
    tokens.every((_, at) => !/^(?:verb|auxiliary|modal)$/.test(tagAt(place, at) ?? ''))
  );
}
