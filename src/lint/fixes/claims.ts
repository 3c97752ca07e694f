import type { Token } from '../../english/token';
import { isDescribing, type Place, tagAt, wordAt } from './place';
import { isOf } from './words';

/** Words that attach a noun to what narrows it: "education that enables", "a foundation for nurses". */
const NARROWING =
  /^(?:that|which|who|whose|of|in|about|on|from|with|for|to|by|at|based|designed|leading|necessary|needed|where)$/;
/** "In response to", "in order to": what follows is about the verb. */
const ADVERBIAL = /^(?:response|order|addition|support|accordance|keeping|line|partnership|collaboration)$/;
/** "Through superb timing of the tides": any baker bakes through timing. */
const MEANS = /^(?:through|by|via)$/;
/** Of these, the ones that also narrow a noun as broad as "programs". */
const DEFINING = /^(?:that|which|who|whose|of|about|where|based|designed|leading)$/;

/**
 * Whether the noun phrase at an index claims something without the praise before it. "Uses excellent ingredients"
 * becomes "uses ingredients", which is true of every kitchen; "teaches excellent home cooking" still says what.
 */
export function claims(place: Place, at: number): boolean {
  const { head, isNarrowed } = phraseFrom(place, at);
  const noun = wordAt(place, head);
  // "Make superb bread cheap and easy to find": the bread of any quality would be meant.
  if (/^(?:mak|keep)(?:e|es|ing|s)?$/.test(wordAt(place, beforePhrase(place))) && hasComplement(place, at))
    return false;
  if (isNarrowed) return !isBroad(place, at, head) || DEFINING.test(wordAt(place, head + 1));
  // "Software that brings software to schools".
  if (place.tokens.some(({ lower }, index) => index !== head && lower === noun)) return false;
  const after = wordAt(place, head + 1);
  if (isOf('broad', noun))
    return DEFINING.test(after) || (after === 'to' && tagAt(place, head + 2) === 'verb');
  if (after === 'in' && ADVERBIAL.test(wordAt(place, head + 2))) return false;
  if (MEANS.test(wordAt(place, beforePhrase(place)))) return false;
  return NARROWING.test(after) && !isForItsOwn(place, head + 1);
}

/** Whether a noun at or soon after an index is followed by an adjective that ends the phrase. */
function hasComplement(place: Place, at: number): boolean {
  for (let here = at; /^(?:noun|name|adjective|ing)$/.test(tagAt(place, here) ?? ''); here += 1)
    if (tagAt(place, here) === 'noun' && tagAt(place, here + 1) === 'adjective')
      return !/^(?:noun|name|ing|adjective)$/.test(tagAt(place, here + 2) ?? '');
  return false;
}

/** The index of the word before the noun phrase that the finding is part of. */
function beforePhrase(place: Place): number {
  let at = place.from - 1;
  while (/^(?:determiner|possessive|adjective|adverb)$/.test(tagAt(place, at) ?? '')) at -= 1;
  return at;
}

interface Phrase {
  /** The index of its last noun. */
  readonly head: number;
  /** Whether a word before the head narrows it. */
  readonly isNarrowed: boolean;
}

function phraseFrom(place: Place, at: number): Phrase {
  let head = at;
  for (let here = at; ; here += 1) {
    if (isLink(place, here)) continue;
    if (!/^(?:adjective|noun|name|ing|number)$/.test(tagAt(place, here) ?? '') && !isDescribing(place, here))
      break;
    // "Run a quality oven Invite the town": a list without line breaks.
    if (here > at && startsAnew(place, here)) break;
    head = here;
  }
  // "Make superb bread affordable", "superb courses leading to": what follows the noun does not narrow it.
  while (head > at && isAfterNoun(place, head)) head -= 1;
  const words = Array.from({ length: head - at }, (_, index) => at + index);
  return {
    head,
    isNarrowed: words.some((here) => !isLink(place, here) && !isOf('praise', wordAt(place, here))),
  };
}

/** Whether a word has a capital and the one before it has none. */
function startsAnew({ tokens }: Place, at: number): boolean {
  const [before, word] = [tokens[at - 1]?.text ?? '', tokens[at]?.text ?? ''];
  return /^\p{Lu}\p{Ll}/u.test(word) && /^\p{Ll}/u.test(before);
}

/** An adjective after a noun, or an -ing form after a plural. */
function isAfterNoun(place: Place, at: number): boolean {
  if (tagAt(place, at - 1) !== 'noun' || /^(?:and|or|,)$/.test(wordAt(place, at + 1))) return false;
  return (
    tagAt(place, at) === 'adjective' || (tagAt(place, at) === 'ing' && /[^s]s$/.test(wordAt(place, at - 1)))
  );
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

/** Verbs and nouns whose object is what somebody asks for. */
const ASKED =
  /^(?:seek|need|want|demand|deserv|desir|requir|expect|request|prefer|valu|crav|await|achiev|attain|compar)(?:e|s|es|ed|ing)?$/;
/** Verbs whose object is what users get. */
const ENABLED = /^(?:enabl|empower|allow|let)(?:e|s|es|ed|ing)?$/;
/** In tokens: the reach of these verbs. */
const WANT_REACH = 7;
/** Words by which a later clause or sentence refers to the praise. */
const REFERENCE =
  /^[^.!?]{0,20}\b(?:th(?:is|ese|at)|such)\b[^.!?]{0,30}\b(?:goals?|aims?|qualit(?:y|ies)|standards?|excellence|levels?)\b/i;

/**
 * Whether the praise is what somebody asks for, what a product makes possible, or what the text goes on from: "cooks who
 * seek superb soil", "an oven that enables superb bread", "superb bread. To reach this goal, we …".
 */
export function isWanted({ text, tokens, from, to }: Place): boolean {
  const before = tokens.slice(Math.max(0, from - WANT_REACH), from);
  const stop = before.findLastIndex(({ lower }) => /^[;:.]$/.test(lower));
  if (before.slice(stop + 1).some(({ lower }) => ENABLED.test(lower))) return true;
  const asked = before.findLastIndex(({ lower }) => ASKED.test(lower));
  if (asked >= 0 && before.slice(asked + 1).every(isOfObject)) return true;
  if (tokens.slice(to + 1).some(({ lower }) => /^(?:than|compar(?:ed|able)|rivals?)$/.test(lower)))
    return true;
  return REFERENCE.test(text.slice(tokens.at(-1)?.end ?? text.length).trimStart());
}

/** A word between a verb and its object: "value and promote a superb", but not "seeks to bake a superb". */
function isOfObject({ tag, lower }: Token, at: number, words: readonly Token[]): boolean {
  if (tag === 'verb' || tag === 'ing') return /^(?:and|or)$/.test(words[at - 1]?.lower ?? '');
  return lower !== 'to' && (tag !== 'preposition' || (at === 0 && /^(?:for|of)$/.test(lower)));
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
