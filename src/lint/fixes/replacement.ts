import type { TextEdit } from '../../text/text-edit';
import { areNeighbours, type Place, tagAt, wordAt } from './place';
import { articleEdit, likeCase } from './spelling';
import { isIngJoined, isListedVerb, verbOfIng } from './verbs';

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
  const replacement = likeCase(text.slice(first.start, last.end), suggestion);
  const article = articleEdit(text, first.start, replacement);
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

function suits(place: Place, suggestion: string): boolean {
  const { from, to } = place;
  const [marked, before, after] = [wordAt(place, from), wordAt(place, from - 1), wordAt(place, to + 1)];
  const tagAfter = tagAt(place, to + 1);
  const word = suggestion.split(' ')[0] ?? '';
  if (DETERMINER.test(before) && DETERMINER.test(word)) return false;
  if (suggestion === 'to' || suggestion === 'can') {
    const isVerb = tagAfter === 'verb' || after === 'be' || after === 'have';
    if (!isVerb && !(suggestion === 'to' && verbOfIng(after) !== undefined)) return false;
    // "To mentor youths to create" would change who creates.
    if (
      suggestion === 'to' &&
      tagAt(place, from - 1) === 'noun' &&
      /[^s]s$|men$|people$|children$/.test(before)
    )
      return false;
  }
  // "Comprised of" is another phrase than "comprised".
  if (/^compris/.test(marked) && after === 'of') return false;
  if (suggestion === 'with' && tagAfter === 'ing') return false;
  if (isSameWord(word, before) || isSameWord(word, after)) return false;
  if (suggestion === 'in' && isBareField(place, to + 1)) return false;
  // "Emotional leverage" is a noun, which a verb cannot replace.
  const isNounHere = /^(?:adjective|determiner|possessive)$/.test(tagAt(place, from - 1) ?? '');
  return !(isNounHere && from === to && isListedVerb(marked) && isListedVerb(word));
}

/** Whether two words share a stem, which would turn "artisan craftsmen" into "artisan artisans". */
function isSameWord(one: string, other: string): boolean {
  return one.length >= 5 && one.slice(0, 6) === other.slice(0, 6);
}

/** "In the field of garment industry": the noun would need an article. */
function isBareField(place: Place, at: number): boolean {
  if (tagAt(place, at) === 'determiner') return false;
  for (let here = at; here < at + 4; here += 1) {
    if (/^(?:industry|sector|field|market|business|profession|world|workplace)$/.test(wordAt(place, here)))
      return true;
    if (!/^(?:noun|name|adjective|ing)$/.test(tagAt(place, here) ?? '')) return false;
  }
  return false;
}
