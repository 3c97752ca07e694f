import { conjugate, verbBases } from '../../english/inflect';
import { readingsOf } from '../../english/readings';
import type { TextEdit } from '../../text/text-edit';
import { areNeighbours, isPeople, isPlural, type Place, tagAt, wordAt } from './place';
import { capital } from './spelling';
import { isOf } from './words';

/** Whether a word can be a verb in its base form. */
export function isListedVerb(word: string): boolean {
  return readingsOf(word).some(({ tag, lemma }) => tag === 'verb' && lemma === word);
}

/** Endings of verbs without a final e: "mending" is of "mend", while "tasting" may be of "taste". */
const WITHOUT_E = /(?:[lnr]d|[cflnprx]t|[lnrs]k|ck|[lm]p|r[mn]|ll|ss|[sc]h|[aeo]w|[^i]y)$/;

/** The verb of an -ing form if its spelling is unambiguous: "providing" is of "provide". */
export function verbOfIng(form: string): string | undefined {
  if (!/.ing$/.test(form)) return undefined;
  const bases = verbBases(form).filter((base) => conjugate(base).ing === form);
  const listed = bases.filter(isListedVerb);
  if (listed.length > 0) return listed.length === 1 ? listed[0] : undefined;
  const stem = form.slice(0, -3);
  return stem.length > 2 && WITHOUT_E.test(stem) && bases.includes(stem) ? stem : undefined;
}

/** Whether a second -ing form is coordinated with the one at an index: "providing meals and helping families". */
export function isIngJoined(place: Place, at: number): boolean {
  return place.tokens.some(
    ({ lower, tag }, index) =>
      index > at + 1 &&
      /.ing$/.test(lower) &&
      (tag === 'ing' || tag === 'verb' || verbOfIng(lower) !== undefined) &&
      /^(?:,|and|or|&|but|;)$/.test(wordAt(place, index - 1)),
  );
}

/** Whether a second "to" depends on what is removed: "to mend and to lend", "to supporting students and to providing meals". */
function isToJoined(place: Place, at: number): boolean {
  return place.tokens.some(({ lower }, index) => {
    if (index <= at + 1 || lower !== 'to') return false;
    if (/.ing$/.test(wordAt(place, index + 1))) return true;
    let before = index - 1;
    while (tagAt(place, before) === 'adverb') before -= 1;
    return /^(?:,|and|or|&|but|not)$/.test(wordAt(place, before));
  });
}

/** In tokens: how far the boast may be from its verb in "to provide you with the finest bread". */
const BOAST_REACH = 8;
/** Without the hedge, the boast would be a promise: "strives to give the best care" is no claim to give it. */
const BOAST =
  /^(?:excellence|perfection|distinction|success|superior|premier|best|finest|most|ultimate|utmost|.{3,}est)$/;
/** Likewise, wherever it stands: "strives to run the port in a fair manner", "so that they reach unmatched fame". */
const IDEAL =
  /\bin an? [^.;:]{0,60}\b(?:manner|way|fashion)\b|\b(?:faithful|fair|equitab|equal|perfect|flawless)l?y\b|\bun(?:rivall?ed|matched|paralleled|surpassed|equall?ed)\b|\b(?:always|perfect|flawless)\b/i;
/** One seeks to serve God, and does not say that one does. */
const DIVINE = /^(?:god|god's|christ|jesus|lord|allah|hashem|creator)$/;
/** In tokens: the reach of a verb to its object. */
const OBJECT_REACH = 4;

/** Headings of sections about what is not done yet. */
const GOALS_HEADING =
  /\b(?:goals?|aims?|objectives?|visions?|ambitions?|targets?|roadmap|aspirations?|plans?)\b/i;

/**
 * Whether a verb may be claimed as done without the "strive to" before it: a deed of the group itself. A result in
 * others may not ("strives to enable each child", "aims to reduce crime"), and nothing may below a heading such as
 * "Goals".
 */
function isOwnDeed(place: Place, verb: string): boolean {
  const { text, tokens, from, to } = place;
  if (!isOf('deed', verb) || providesPeople(place, verb)) return false;
  const rest = tokens.slice(to + 2);
  if (rest.slice(0, BOAST_REACH).some(({ lower }) => BOAST.test(lower))) return false;
  if (rest.slice(0, OBJECT_REACH).some(({ lower }) => DIVINE.test(lower))) return false;
  if (IDEAL.test(text.slice(rest[0]?.start, rest[0] && rest.at(-1)?.end))) return false;
  const before = text.slice(0, tokens[from]?.start ?? 0);
  const heading = [...before.matchAll(/^(?:#{1,6}[ \t]+(.+)|(.+)\r?\n(?:=+|-+)[ \t]*)$/gm)].at(-1);
  return !GOALS_HEADING.test(heading?.[1] ?? heading?.[2] ?? '');
}

/** "To provide skilled bakers", "to provide the town with bakers": they are a result; "bakers with flour" is a deed. */
function providesPeople(place: Place, verb: string): boolean {
  if (!/^(?:provide|supply|deliver)$/.test(verb)) return false;
  const [first, next] = phraseEnd(place, place.to + 2);
  if (next !== 'with') return isPeople(first);
  let at = place.to + 2;
  while (wordAt(place, at) !== 'with') at += 1;
  return isPeople(phraseEnd(place, at + 1)[0]);
}

/** The last word of the noun phrase at an index ("trained and tested bakers"), and the word after it. */
function phraseEnd(place: Place, from: number): readonly [string, string] {
  const isPart = (at: number) =>
    /^(?:noun|name|adjective|determiner|possessive|ing|number|adverb)$/.test(tagAt(place, at) ?? '') ||
    /.{3}ed$/.test(wordAt(place, at));
  let at = from;
  while (isPart(at) || (wordAt(place, at) === 'and' && at > from && isPart(at + 1))) at += 1;
  return [wordAt(place, at - 1), wordAt(place, at)];
}

const OTHERS = /^(?:they|you|who|that|which|he|she|those)$/;

/** The base form of a verb directly after "to" or a helper, on the same line. */
function verbAfter(place: Place, at: number): string | undefined {
  const token = place.tokens[at + 1];
  if (!token || !areNeighbours(place, at) || token.tag !== 'verb' || !/^\p{Ll}{2,}$/u.test(token.text))
    return;
  return /ly$/.test(token.text) ? undefined : token.text;
}

/** "We strive to help", "are proud to": the following verb takes the helper's place and form. */
export function withoutHelper(place: Place): readonly TextEdit[] | undefined {
  const { from, to, tokens } = place;
  const helper = wordAt(place, from);
  const verb = verbAfter(place, to);
  if (verb === undefined || verb === 'be' || !isOwnDeed(place, verb) || isToJoined(place, to + 1))
    return undefined;
  if (isOf('willing', wordAt(place, from + 1)) && /^(?:am|are)$/.test(helper)) {
    return isPlainPlace(place, from) ? put(place, from, verb) : undefined;
  }
  if (tagAt(place, from) === 'noun') return undefined;
  // "We provide aid and seek to provide jobs": the verb would be there twice.
  if (place.tokens.some(({ lower }, at) => at !== to + 1 && verbBases(lower).includes(verb)))
    return undefined;
  const base = verbBases(helper).find((one) => isOf('trying', one));
  if (base === undefined) return undefined;
  // Others do not reach all that they try: "students who seek to pass".
  if (OTHERS.test(wordAt(place, from - 1)) && !/^(?:help|serve)$/.test(base)) return undefined;
  const forms = conjugate(base);
  if (helper === forms.ing) {
    // "By striving to mend" needs the form; "we are striving to mend" does not.
    const be = wordAt(place, from - 1);
    if (!areNeighbours(place, from - 1) || !/^(?:am|are|is)$/.test(be)) return undefined;
    if (be === 'is') return thirdOf(place, from - 1, verb);
    return isPlainPlace(place, from - 1) ? put(place, from - 1, verb) : undefined;
  }
  if (helper === forms.third) return thirdOf(place, from, verb);
  return helper === base && isPlainPlace(place, from) && tokens[from]?.tag !== 'adjective'
    ? put(place, from, verb)
    : undefined;
}

/** "We are committed to helping" → "We help". */
export function withoutDevotion(place: Place): readonly TextEdit[] | undefined {
  const { from, to } = place;
  const be = wordAt(place, from - 1);
  const verb = verbOfIng(wordAt(place, to + 1));
  if (!/^(?:am|are|is)$/.test(be) || verb === undefined || /^(?:be|have)$/.test(verb)) return undefined;
  // "Bakers who are committed to using rye": the devotion says which ones.
  if (/^(?:who|that|which)$/.test(wordAt(place, from - 2))) return undefined;
  // "We are committed to baking. We are also committed to thrift": the next sentence goes on from it.
  const end = place.tokens.at(-1)?.end ?? 0;
  if (/^[^.!?]{0,60}\balso\b/.test(place.text.slice(end, end + 80))) return undefined;
  if (!isOwnDeed(place, verb) || isToJoined(place, to + 1)) return undefined;
  if (!areNeighbours(place, from - 1) || !areNeighbours(place, to) || wordAt(place, to + 2) === ':')
    return undefined;
  if (isIngJoined(place, to + 1)) return undefined;
  if (be === 'is')
    return isThirdPlace(place, from - 1) ? put(place, from - 1, conjugate(verb).third) : undefined;
  return isPlainPlace(place, from - 1) ? put(place, from - 1, verb) : undefined;
}

function thirdOf(place: Place, at: number, verb: string): readonly TextEdit[] | undefined {
  if (!isThirdPlace(place, at) || hasSecondVerb(place, place.to + 1)) return undefined;
  return put(place, at, conjugate(verb).third);
}

/** Replaces everything from a token on with a form of the verb after the finding. */
function put({ tokens, to }: Place, at: number, form: string): readonly TextEdit[] {
  const [first, last] = [tokens[at], tokens[to + 1]];
  if (!first || !last) return [];
  const text = /^\p{Lu}/u.test(first.text) ? capital(form) : form;
  return [{ offset: first.start, length: last.end - first.start, text }];
}

/** Where a verb in its base form is possible: at the start of a sentence, after "to", "we", a plural, "and". */
function isPlainPlace(place: Place, at: number): boolean {
  const before = tagAt(place, at - 1);
  const word = wordAt(place, at - 1);
  if (at === 0 || /^(?:we|they|you|i|who|that|which|and|or|&|:|;|-|\*|>)$/.test(word)) return true;
  if (before === 'to' || before === 'modal') return true;
  // "The School seek", "the school of arts seek": the verb does not agree, and would without its hedge stand out.
  return /^(?:noun|name)$/.test(before ?? '') && isPlural(word) && !isInOfPhrase(place, at - 1);
}

/** Whether a noun phrase that ends at an index follows a preposition: "the school of fine arts". */
function isInOfPhrase(place: Place, at: number): boolean {
  let here = at;
  while (/^(?:noun|name|adjective|ing|determiner|possessive)$/.test(tagAt(place, here) ?? '')) here -= 1;
  return tagAt(place, here) === 'preposition';
}

/** Where the third person is possible: after "it", "who", a name, or a noun with its article. */
function isThirdPlace(place: Place, at: number): boolean {
  const word = wordAt(place, at - 1);
  if (/^(?:it|he|she|who|that|which)$/.test(word)) return true;
  const before = tagAt(place, at - 1);
  if (/'s?$/.test(word)) return false;
  if (before === 'name') return true;
  if (before !== 'noun' || (isPlural(word) && !/[iu]s$/.test(word))) return false;
  let here = at - 1;
  while (/^(?:noun|name|adjective|ing)$/.test(tagAt(place, here - 1) ?? '')) here -= 1;
  return /^(?:the|our|its|my|your|their|this|each|every|a|an)$/.test(wordAt(place, here - 1));
}

/** Whether a second verb depends on the removed "to": "seeks to integrate and contribute back". */
function hasSecondVerb(place: Place, at: number): boolean {
  for (let here = at + 1; here < place.tokens.length; here += 1) {
    if (!/^(?:and|or|but|not|&|,|thus|then)$/.test(wordAt(place, here))) continue;
    let next = here + 1;
    while (/^(?:adverb|conjunction)$/.test(tagAt(place, next) ?? '') || wordAt(place, next) === ',')
      next += 1;
    const word = wordAt(place, next);
    // "Strives to feed, and never judge": a noun as well as a verb.
    if (wordAt(place, next - 1) === 'never') return true;
    if ((tagAt(place, next) === 'verb' || isListedVerb(word)) && !/(?:[^s]s|ed|ing)$/.test(word)) return true;
  }
  return false;
}
