import { isDescribing, type Place, tagAt, wordAt } from './place';

/** Nouns that name a subject which one teaches, studies or works in. */
const SUBJECT =
  /^(?:.{2,}(?:olog|onom|graph|istr|metr|urg|iatr|path|osoph)(?:y|ies)|.{3,}ics|.{3,}ing|sciences?|.*therap(?:y|ies)|arts?|humanities|law|laws|medicine|health|healthcare|care|education|technolog(?:y|ies)|business|finance|commerce|management|administration|architecture|agriculture|horticulture|forestry|design|engineering|music|theatre|theater|dance|history|literature|language|languages|journalism|media|sales|massage|hygiene|tourism|hospitality|recreation|conservation|transportation|construction|electronics|electricity|computers|communications?|security|safety|sanitation|nutrition|energy|sports?|carpentry|cookery|masonry|surgery|response|industries|development|studies)$/;

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
