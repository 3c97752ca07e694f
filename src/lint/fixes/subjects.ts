import { isDescribing, type Place, tagAt, wordAt } from './place';
import { wordPattern } from './word-patterns';

/** Nouns that name a subject which one teaches, studies or works in. */
const SUBJECT = wordPattern('subject');

/** In words: a subject has few. */
const LONGEST = 5;

/**
 * Whether the words at an index surely name a subject, so that "in the field of cookery" may become "in cookery". "In the
 * field of florist" and "in the field of beauty" may not, and neither may "in the field of garment industry", which
 * would need an article.
 */
export function opensSubject(place: Place, at: number): boolean {
  let head = /^(?:the|our|its)$/.test(wordAt(place, at)) ? at + 1 : at;
  const hasArticle = head > at;
  const isPart = (here: number) =>
    /^(?:noun|name|adjective|ing|number)$/.test(tagAt(place, here) ?? '') || isDescribing(place, here);
  if (!isPart(head)) return false;
  for (let words = 1; words < LONGEST && isPart(head + 1); words += 1) head += 1;
  const noun = wordAt(place, head);
  if (!SUBJECT.test(noun.split('/').at(-1) ?? '')) return false;
  if (/^industries$/.test(noun) && !hasArticle) return false;
  // "In the field of cookery nourished with": it would be another thing that is nourished.
  return !/^(?:verb|modal)$/.test(tagAt(place, head + 1) ?? '') && !/.{3}ed$/.test(wordAt(place, head + 1));
}
