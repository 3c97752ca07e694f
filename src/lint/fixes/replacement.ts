import { conjugate, verbBases } from '../../english/inflect';
import { isForeign } from '../../statement/language';
import { startsWithLetter } from '../../text/letters';
import type { TextEdit } from '../../text/text-edit';
import { hasOtherPronoun, standsAlone, suitsPeople } from './people';
import {
  areNeighbours,
  isDescribing,
  isNounLike,
  isPeople,
  isPlural,
  leadsTo,
  PEOPLE,
  type Place,
  tagAt,
  wordAt,
} from './place';
import { articleEdit, likeCase } from './spelling';
import { opensSubject } from './subjects';
import { isIngJoined, isListedVerb, verbOfIng } from './verbs';
import { wordPattern } from './word-patterns';
import { isOf } from './words';

const DETERMINER = /^(?:the|a|an|this|that|these|those|their|its|our|my|your)$/;

/**
 * The edits that replace a finding; `undefined` if the surrounding words do not fit the replacement.
 * @param suggestion in lower case
 */
export function replacementEdits(
  place: Place,
  suggestion: string,
): { readonly text: string; readonly edits: readonly TextEdit[] } | undefined {
  const { text, tokens, from, to } = place;
  const [first, last] = [tokens[from], tokens[to]];
  if (!first || !last || !suits(place, suggestion)) return undefined;
  // Part of a path, an address or a name with a slash.
  const before = text.charAt(first.start - 1);
  if (startsWithLetter(before) || /[/\\@#=&;-]/.test(before) || /[/\\@=&]/.test(text.charAt(last.end)))
    return undefined;
  const replacement = likeCase(text.slice(first.start, last.end), inItsForm(place, suggestion));
  const article = articleEdit(place, replacement);
  // "Our oldest citizens' rights": "people" would need an s of its own.
  if (/[’']/.test(text.charAt(last.end)) && !/s$/i.test(replacement)) return undefined;
  const around = article ? [article] : [];
  const edit = (end: number, put: string): TextEdit => ({
    offset: first.start,
    length: end - first.start,
    text: put,
  });
  const next = tokens[to + 1];
  // "with the aim of helping" → "to help"
  const verb = suggestion === 'to' && next ? verbOfIng(next.lower) : undefined;
  if (verb !== undefined && next) {
    if (!areNeighbours(place, to) || isIngJoined(place, to + 1)) return undefined;
    return { text: `${replacement} ${verb}`, edits: [...around, edit(next.end, `${replacement} ${verb}`)] };
  }
  return { text: replacement, edits: [...around, edit(last.end, replacement)] };
}

/** "Demonstrated" is past and participle; "showed" is not: "have shown", "shown by". */
function inItsForm(place: Place, suggestion: string): string {
  const isParticiple =
    /^(?:have|has|had|having|am|is|are|was|were|be|been|being)$/.test(helperOf(place)) ||
    wordAt(place, place.to + 1) === 'by';
  if (!isParticiple) return suggestion;
  const forms = verbBases(suggestion).map(conjugate);
  return forms.find(({ past }) => past === suggestion)?.participle ?? suggestion;
}

/** The word before a verb and its adverbs: "have clearly shown". */
function helperOf(place: Place): string {
  let at = place.from - 1;
  while (tagAt(place, at) === 'adverb') at -= 1;
  return wordAt(place, at);
}

function suits(place: Place, suggestion: string): boolean {
  const { from, to } = place;
  const [marked, before, after] = [wordAt(place, from), wordAt(place, from - 1), wordAt(place, to + 1)];
  const [tagBefore, tagAfter] = [tagAt(place, from - 1), tagAt(place, to + 1)];
  const word = suggestion.split(' ')[0] ?? '';
  if (DETERMINER.test(before) && DETERMINER.test(word)) return false;
  if (suggestion === 'to' || suggestion === 'can') {
    // "As a means to upward mobility": its own "to" makes any word look like a verb.
    const isVerb = (tagAfter === 'verb' && isListedVerb(after)) || after === 'be' || after === 'have';
    if (!isVerb && !(suggestion === 'to' && verbOfIng(after) !== undefined)) return false;
    // "To mentor youths to create" would change who creates.
    if (suggestion === 'to' && tagBefore === 'noun' && isPlural(before)) return false;
    // "Resolved to agree" is a decision; "careful to bake" is a manner.
    if (suggestion === 'to' && (isDescribing(place, from - 1) || TAKES_TO.test(before))) return false;
    // "Nets, ropes and hooks, to mend the sails": after a comma, the purpose would read as one more item.
    if (suggestion === 'to' && (isAfterPhrase(place) || hasToBefore(place) || before === ',')) return false;
  }
  // "Should have the opportunity to", "do not have the ability to".
  if (suggestion === 'can' && (tagBefore === 'modal' || /^(?:to|not|never)$/.test(before))) return false;
  // Nothing, or "medical, legal and other work", follows: the phrase is needed.
  if (/^(?:for|in|to|through)$/.test(suggestion) && (after === '' || isBareAdjective(place, to + 1)))
    return false;
  // "Teach about and fund boats": an open phrase before "and" shares its object with the verb.
  if (/^provid/.test(marked) && /^(?:and|or)$/.test(before) && tagAt(place, from - 2) === 'preposition')
    return false;
  // One of several would leave two kinds of pronoun for the same person; beside "bakers", "they" would be the bakers.
  if (
    /^the(?:y|m|ir)$/.test(suggestion) &&
    (hasOtherPronoun(place) || place.tokens.slice(0, from).some(({ lower }) => isPeople(lower)))
  )
    return false;
  // "He or she has" needs another verb form with "they".
  if (suggestion === 'they' && tagAfter !== 'modal' && !/^(?:had|did|.+ed)$/.test(after)) return false;
  // "For the purpose of teaching": "to teach" is better; after a comma, "to" could belong to another verb.
  const verb = verbOfIng(after);
  if (verb !== undefined && /^(?:for|through)$/.test(suggestion)) return false;
  // "Decide, for elections, who": after a comma, the short word has lost what it depends on. "For this rule" is another.
  if (suggestion === 'for' && (tagAfter === 'ing' || before === ',' || after === 'this')) return false;
  if (marked === 'the' && from < to && !standsAlone(place)) return false;
  // "Prior to the rule coming into force" needs another verb form.
  if (/^(?:before|after)$/.test(suggestion) && isClauseLike(place, to + 1)) return false;
  if (suggestion === 'that' && /^(?:preposition|to|)$/.test(tagBefore ?? '')) return false;
  if (!suitsPeople(place, suggestion)) return false;
  if (/^spread/.test(suggestion) && (!isOf('spread', after) || isNounLike(place, to + 2))) return false;
  // One renders a service, but also a drawing; "possessed with" is not "had with".
  if (/^provid/.test(suggestion) && /^render/.test(marked) && !leadsTo(place, RENDERED)) return false;
  if (marked === 'possessed' || (/^instil/.test(suggestion) && leadsTo(place, /^with$/))) return false;
  // A ship is staffed, a flight is crewed; "adults possessing skill" are adults with it.
  if (/^(?:un)?manned$/.test(marked) && /^(?:mission|flight|space|aircraft|vehicle)/.test(after))
    return false;
  if (marked === 'possessing' && tagBefore === 'noun') return false;
  // One shows that bread rises, but demonstrates a skill by baking.
  if (/^demonstrat/.test(marked) && !isShown(place)) return false;
  // A methodology has several methods, and "senior citizen" without an article is a slip.
  if (suggestion === 'method' || (/ adult$/.test(suggestion) && !hasDeterminer(place))) return false;
  // "Provide training to cooks which prepares them": in "train cooks which" it would be the cooks.
  if (/^provid/.test(marked) && leadsTo(place, /^(?:which|that)$/)) return false;
  // One ascertains that something is so, and finds it out only once.
  if (/^ascertain/.test(marked) && after === 'that') return false;
  // "Use neighbours who help": people are not used.
  if (/^utili[sz]/.test(marked) && PEOPLE.test(headAfter(place))) return false;
  // In "recommend education and fund schools", the verb reads as a second noun.
  if (
    /^(?:and|or)$/.test(before) &&
    /^(?:fund|use|help|start|end|show)$/.test(suggestion) &&
    isNounLike(place, from - 2)
  )
    return false;
  if (isInForeignSentence(place)) return false;
  if (suggestion === 'with' && tagAfter === 'ing') return false;
  if (isSameWord(word, before) || isSameWord(word, after)) return false;
  if (suggestion === 'in' && !opensSubject(place, to + 1)) return false;
  // "We support children in the areas of education and health": "children in education" are other children.
  if (suggestion === 'in' && /^areas?$/.test(wordAt(place, to - 1)) && isPeople(before)) return false;
  // "Emotional leverage" is a noun, which a verb cannot replace.
  const isNounHere = /^(?:adjective|determiner|possessive)$/.test(tagBefore ?? '');
  return !(isNounHere && from === to && isListedVerb(marked) && isListedVerb(word));
}

/** Words that "to" would attach to: "resolved to agree", "used to bake", "the tools that bakers need to pay". */
const TAKES_TO = wordPattern('takesTo');

/** "Have demonstrated their care", "demonstrates that", "shown by": what is before the eyes, not a skill in use. */
function isShown(place: Place): boolean {
  const { from, to } = place;
  const after = wordAt(place, to + 1);
  if (/^(?:that|how|why|what|whether|by)$/.test(after)) return true;
  return wordAt(place, from) === 'demonstrated' && /^(?:have|has|had)$/.test(helperOf(place));
}

function hasDeterminer(place: Place): boolean {
  let at = place.from - 1;
  while (/^(?:noun|adjective|ing)$/.test(tagAt(place, at) ?? '')) at -= 1;
  return /^(?:determiner|possessive)$/.test(tagAt(place, at) ?? '');
}

/** "A toy for a child in order to enter": "to enter" would be about the last noun of the phrase before it. */
function isAfterPhrase(place: Place): boolean {
  let at = place.from - 1;
  if (!/^(?:noun|name)$/.test(tagAt(place, at) ?? '')) return false;
  while (/^(?:noun|name|adjective|determiner|possessive|ing|number)$/.test(tagAt(place, at) ?? '')) at -= 1;
  return /^(?:preposition|conjunction)$/.test(tagAt(place, at) ?? '') || /^[,&]$/.test(wordAt(place, at));
}

function isBareAdjective(place: Place, at: number): boolean {
  return tagAt(place, at) === 'adjective' && /^(?:,|and|or)$/.test(wordAt(place, at + 1));
}

/** "We aim to rest, read and sing in order to work": two phrases with "to" in a row. */
function hasToBefore(place: Place): boolean {
  for (let at = place.from - 1; at > 0 && !/^[;:]$/.test(wordAt(place, at)); at -= 1)
    if (wordAt(place, at - 1) === 'to' && tagAt(place, at) === 'verb') return true;
  return false;
}

/** "Any member leaving the board", "such notice being given": a noun and its -ing form. */
function isClauseLike(place: Place, at: number): boolean {
  for (let here = at; here < at + 8; here += 1) {
    const tag = tagAt(place, here);
    const isVerbLike = tag === 'ing' || /.ing$/.test(wordAt(place, here));
    if (isVerbLike && here > at && /^(?:noun|name|pronoun|possessive)$/.test(tagAt(place, here - 1) ?? ''))
      return true;
    if (tag === undefined || tag === 'preposition' || tag === 'verb' || tag === 'conjunction') return false;
  }
  return false;
}

/** The last noun of the phrase after the marked words; empty if there is none. */
function headAfter(place: Place): string {
  let at = place.to;
  while (/^(?:noun|name|adjective|determiner|possessive|number)$/.test(tagAt(place, at + 1) ?? '')) at += 1;
  return at === place.to ? '' : wordAt(place, at);
}

const RENDERED = /^(?:services?|aid|help|assistance|care|advice|support)$/;

/** "Ce site utilise les données": a French verb is spelled like an English one. */
function isInForeignSentence({ text, tokens }: Place): boolean {
  return isForeign(text.slice(tokens[0]?.start, tokens.at(-1)?.end));
}

/** Whether two words share a stem, which would turn "artisan craftsmen" into "artisan artisans". */
function isSameWord(one: string, other: string): boolean {
  return one.length >= 5 && one.slice(0, 6) === other.slice(0, 6);
}
