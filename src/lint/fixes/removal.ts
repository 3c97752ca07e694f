import { startsWithLetter, WORD_LETTERS } from '../../text/letters';
import type { TextEdit } from '../../text/text-edit';
import { claims, hasYardstick, isAllThatIsSaid, isAssured, isOneOfTwo, isWanted } from './claims';
import { areNeighbours, isDescribing, isNounLike, isPeople, type Place, tagAt, wordAt } from './place';
import { articleEdit, capital } from './spelling';
import { withoutDevotion, withoutHelper } from './verbs';
import { isOf } from './words';

/** Words that depend on the following word. */
const LEANS =
  /^(?:more|most|very|really|truly|quite|rather|extremely|particularly|especially|incredibly|so|too|highly|less|least|as|how|not|well|no|even|such)$/;
const SUPERLATIVE = /^(?:most|premier|pre-?eminent|foremost|leading|top|ultimate|utmost|number|very)\b|est$/;
const SET_WITH_FORCE = /^(?:rooted|held|ingrained|felt|seated|personal|religious|spiritual)$/;
const FAMOUS = /^(?:known|renowned|famous|recognized|recognised|noted|respected|admired|distinguished)$/;
const PRICE = /^(?:prices?|costs?|fees?)$/;
const AMOUNT = /^(?:range|variety|number|array|series|host|choice|selection|set|mix|collection|means|full)$/;
/** Endings of words that are always nouns. */
const NOUN = /(?:[^s]s|tion|ment|ness|ity|ship|ance|ence|ism)$/;
const WORD = new RegExp(`^[${WORD_LETTERS}’'-]*`);
const NEGATION = /^(?:not?|never|without)$|n[’']t$/;
/** Whether a name is written with a small letter before a capital: "iOS", "mRNA". */
const hasFixedCase = (text: string) => /^\p{Ll}+\p{Lu}/u.test(text);
/** "When necessary" is a condition that means something. */
const ASIDE = /^(?:where|when|if|whenever|wherever) possible$/;
/** After "be" and "have", the praise is what is said. */
const BE = /^(?:am|are|is|was|were|be|been|being|become|ha(?:ve|s|d))$/;

/**
 * The edits that remove a finding from its sentence: they correct white space, commas, `and`, the article and the
 * capital, and a dependent verb gets its form (“strives to help” → “helps”). `undefined` if the sentence is not
 * complete without it, or if the context is ambiguous.
 */
export function removalEdits(place: Place): readonly TextEdit[] | undefined {
  const { text, tokens, from, to } = place;
  const [first, last] = [tokens[from], tokens[to]];
  if (!first || !last) return undefined;
  // Emphasis, a link, a quotation or a hyphenated word would be left empty or cut in half.
  const [before, after] = [text.charAt(first.start - 1), text.charAt(last.end)];
  if (startsWithLetter(before) || startsWithLetter(after)) return;
  if (/[*_~[\](`'’"“”<>-]/.test(before) || /[*_~[(`'’"“”<-]/.test(after)) return;
  const marked = text.slice(first.start, last.end);
  if (/[\r\n]/.test(marked)) return undefined;
  // "Excellent iOS apps": the next word would get a capital that it must not have.
  if (/^\p{Lu}/u.test(marked) && tokens.slice(to + 1, to + 4).some(({ text: one }) => hasFixedCase(one)))
    return undefined;
  const words = marked.toLowerCase();
  if (isOf('devoted', wordAt(place, from))) return withoutDevotion(place);
  if (/\sto$/.test(words)) return withoutHelper(place);
  if (/ly$/.test(words) && isOf('mannered', wordAt(place, to + 1))) return undefined;
  if (isOf('force', words) || ASIDE.test(words)) return withoutAside(place);
  if (/^of (?:the )?(?:very )?(?:highest|best|finest) /.test(words)) return withoutTail(place);
  if (/^(?:the )?(?:highest|best|finest) quality$/.test(words)) return withoutPraise(place);
  if (/^(?:a|an) | of$/.test(words)) return undefined;
  return isOf('praise', words) ? withoutPraise(place) : undefined;
}

/** “where possible”, “truly”: nothing depends on it, so it is removed with its commas. */
function withoutAside(place: Place): readonly TextEdit[] | undefined {
  const { text, tokens, from, to } = place;
  const [first, last, next] = [tokens[from], tokens[to], tokens[to + 1]];
  const previous = tokens[from - 1];
  if (!first || !last) return undefined;
  if (previous && BE.test(previous.lower) && !next) return undefined;
  if (previous && (LEANS.test(previous.lower) || /^(?:and|or|but|nor|-|–|—)$/.test(previous.lower)))
    return undefined;
  // "It need not be extremely fast": without the adverb, it need not be fast.
  if (tokens.slice(0, from).some(({ lower }) => NEGATION.test(lower))) return undefined;
  const gapBefore = previous ? text.slice(previous.end, first.start) : '';
  const gapAfter = next ? text.slice(last.end, next.start) : '';
  const closed = !next || /^[,.;:!?)]/.test(next.text);
  // "We love the river deeply": the adverb is what the clause says.
  if (closed && from === to && /ly$/.test(first.lower) && previous?.text !== ',') return undefined;
  if (previous?.text === ',' && next?.text === ',') {
    return [{ offset: previous.start, length: next.end - previous.start, text: '' }];
  }
  if (closed && previous && /^[ \t]*$/.test(gapBefore)) {
    const start = previous.text === ',' ? previous.start : previous.end;
    return [{ offset: start, length: last.end - start, text: '' }];
  }
  if (next?.text === ',' && from === 0) {
    // "Where possible, `make` …", "… “we” …": what comes first then could not have its capital.
    const word = tokens[to + 2];
    return word && tagAt(place, to + 2) && word.kind !== 'source' && areNeighbours(place, to + 1)
      ? takeOut(place, word.start)
      : undefined;
  }
  // "A deeply rooted craft" is a set phrase.
  if (SET_WITH_FORCE.test(next?.lower ?? '')) return undefined;
  // The adverb must have modified the remaining word.
  if (
    from < to ||
    !next ||
    !/^[ \t]+$/.test(gapAfter) ||
    !/^(?:adjective|verb|ing|name|noun)$/.test(tagAt(place, to + 1) ?? '')
  )
    return;
  return takeOut(place, next.start);
}

/** “programs of the highest quality”: the words are removed with the space before them. */
function withoutTail(place: Place): readonly TextEdit[] | undefined {
  const { tokens, from, to } = place;
  const [previous, last] = [tokens[from - 1], tokens[to]];
  if (!previous || !last || !areNeighbours(place, from - 1)) return undefined;
  if (tagAt(place, from - 1) !== 'noun' || isOf('empty', previous.lower)) return undefined;
  if (hasYardstick(place) || isWanted(place) || !isDescribed(place, from - 1)) return undefined;
  return [{ offset: previous.end, length: last.end - previous.end, text: '' }];
}

/** Whether a word before a noun says what it is: "welding courses", but not "programs", "educational programs". */
function isDescribed(place: Place, at: number): boolean {
  const tag = tagAt(place, at - 1);
  if (tag !== 'noun' && tag !== 'name' && tag !== 'ing' && !isDescribing(place, at - 1)) return false;
  return !isOf('bland', wordAt(place, at - 1));
}

/** "To be", "to become", "being", "have", at an index. */
function isToBe(place: Place, at: number): boolean {
  const word = wordAt(place, at);
  return (
    /^(?:being|becoming|ha(?:ve|s|d))$/.test(word) ||
    (/^be(?:come)?$/.test(word) && wordAt(place, at - 1) === 'to')
  );
}

/** “excellent food”, “safe and excellent”, “fast, excellent”: an adjective among others or before its noun. */
function withoutPraise(place: Place): readonly TextEdit[] | undefined {
  const { text, tokens, from, to } = place;
  const [first, last, next] = [tokens[from], tokens[to], tokens[to + 1]];
  if (!first || !last) return undefined;
  const before = wordAt(place, from - 1);
  const after = wordAt(place, to + 1);
  const words = text.slice(first.start, last.end).toLowerCase();
  if (LEANS.test(before) || isRank(place) || hasYardstick(place) || isOneOfTwo(place) || isAssured(place))
    return undefined;
  if (isWanted(place)) return undefined;
  // "Superb soup at a fair price": without the praise only the price is left.
  if (tokens.some(({ lower }) => PRICE.test(lower))) return undefined;
  // "They are excellent candidates", "strives to be a premier school": the praise is what is said.
  if (BE.test(before) || (/^(?:a|an|the)$/.test(before) && isToBe(place, from - 2))) return undefined;
  // "Excellent food, excellent music": one of a row would leave the others alone.
  if (tokens.some(({ lower }, at) => at !== from && lower === first.lower)) return undefined;
  // "A high degree of quality, service and care": a noun.
  if (words === 'quality' && before === 'of' && /^(?:,|and|or)$/.test(after)) return undefined;
  // "Clinically excellent, kind care".
  if (tagAt(place, from - 1) === 'adverb' && /ly$/.test(before)) return undefined;
  // "Keeping high quality and warmth": also a noun. "Quality, warm rooms, food and beds": praise of all three.
  if (/quality$/.test(words) && /^(?:and|or|&|,)$/.test(after)) return undefined;
  // "The highest quality program" needs its article.
  if (first.lower === 'the' && !/[^s]s$/.test(lastNoun(place, to + 1))) return undefined;
  if (isAllThatIsSaid(place)) return undefined;
  // "We train superb bakers", "bakers of superb skill": the praise says which ones.
  if (isPeople(lastNoun(place, to + 1)) || (before === 'of' && !AMOUNT.test(wordAt(place, from - 2))))
    return undefined;
  // "Those with exceptional gifts for baking": the praise says which ones.
  if (before === 'with' && /^(?:those|people|everyone|anyone)$/.test(wordAt(place, from - 2)))
    return undefined;
  // Without its superlative "the finest cooks" would mean all cooks.
  if (SUPERLATIVE.test(words) && (/^(?:the|our|its|my|your|their)$/.test(before) || /'s?$/.test(before)))
    return undefined;
  if (after === ',') return fromList(place);
  if (/^(?:and|or)$/.test(after)) {
    const other = tokens[to + 2];
    if (before === ',' || !other || !areNeighbours(place, to) || !areNeighbours(place, to + 1))
      return undefined;
    // "Excellent and cheap food": a word before another noun describes it.
    const describes =
      isDescribing(place, to + 2) || (areNeighbours(place, to + 2) && isNounLike(place, to + 3));
    return describes && leadsToNoun(place, to + 2) ? takeOut(place, other.start) : undefined;
  }
  if (/^(?:and|or)$/.test(before)) return afterAnd(place);
  if (before === ',') {
    const other = wordAt(place, from - 2);
    const opened = /^(?:determiner|possessive)$/.test(tagAt(place, from - 3) ?? '');
    // "A caring, excellent education", but not "teaching, excellent care".
    if (isDescribing(place, from - 2) || (opened && /ing$/.test(other))) {
      const comma = tokens[from - 1];
      // "Cheap, excellent home-made soup" keeps the comma of "cheap, home-made soup".
      if (next && isGradable(place, to + 1)) return takeOut(place, next.start);
      if (!comma || !isNounLike(place, to + 1)) return undefined;
      return [{ offset: comma.start, length: last.end - comma.start, text: '' }];
    }
    // "For children, excellent care": the comma ends the phrase before it.
    if (!/[^s]s$|ren$|men$|people$/.test(other)) return undefined;
  }
  if (!next || !areNeighbours(place, to) || !leadsToNoun(place, to + 1)) return undefined;
  // "Air quality standards": the preceding word belongs to it.
  if (words === 'quality' && /^(?:noun|name)$/.test(tagAt(place, from - 1) ?? '')) return undefined;
  return takeOut(place, next.start);
}

/** "One of the premier schools", "known as an exemplary school": without the praise every school is. */
function isRank(place: Place): boolean {
  const { from, tokens } = place;
  // "Known for its outstanding bakers": without the praise, for having bakers.
  const [before, its] = [tokens.slice(Math.max(0, from - 8), from), wordAt(place, from - 1)];
  if (/^(?:for|its|our|their|the)$/.test(its) && before.some(({ lower }) => FAMOUS.test(lower))) return true;
  for (let at = from - 2; at >= from - 5; at -= 1) {
    if (wordAt(place, at) === 'one' && wordAt(place, at + 1) === 'of') return true;
  }
  return /^(?:a|an)$/.test(wordAt(place, from - 1)) && wordAt(place, from - 2) === 'as';
}

/** The last word of the noun phrase that begins at an index. */
function lastNoun(place: Place, at: number): string {
  let here = at;
  while (/^(?:noun|name|adjective|ing)$/.test(tagAt(place, here + 1) ?? '')) here += 1;
  return wordAt(place, here);
}

/** Whether the words at an index begin a noun phrase that still has content. */
function leadsToNoun(place: Place, at: number): boolean {
  const head = isOf('bland', wordAt(place, at)) ? at + 1 : at;
  return isNounLike(place, at) && !isOf('empty', wordAt(place, head)) && claims(place, at);
}

/** Whether an adjective describes rather than classifies: "warm", "home-made", but not "vocational". */
function isGradable(place: Place, at: number): boolean {
  return isDescribing(place, at) && !/(?:[aeiou]l|ic|ary|ian|ese|ant|ate)$/.test(wordAt(place, at));
}

/** “excellent, innovative, and affordable”: if two words remain, the comma is removed as well. */
function fromList(place: Place): readonly TextEdit[] | undefined {
  const { tokens, from, to } = place;
  const comma = tokens[to + 1];
  const isFirst = wordAt(place, from - 1) !== ',';
  if (!isFirst && !isDescribing(place, from - 2)) return undefined;
  let at = to + 2;
  if (/^(?:and|or)$/.test(wordAt(place, at))) {
    // "excellent, and cheap food", "safe, excellent, and cheap food".
    const other = tokens[at + 1];
    if (!comma || !other || !isDescribing(place, at + 1)) return undefined;
    if (isFirst) return takeOut(place, other.start);
    return undefined;
  }
  const second = tokens[at];
  if (!second || !(isDescribing(place, at) || isNounLike(place, at))) return undefined;
  while (tokens[at] && tagAt(place, at) !== undefined && !/^(?:and|or)$/.test(wordAt(place, at))) at += 1;
  const edits = takeOut(place, second.start);
  if (!isFirst || wordAt(place, at) !== ',' || !/^(?:and|or)$/.test(wordAt(place, at + 1))) return edits;
  const stranded = tokens[at];
  return stranded ? [...edits, { offset: stranded.start, length: 1, text: '' }] : edits;
}

/** “safe and excellent”, “proven techniques and sound practices”. */
function afterAnd(place: Place): readonly TextEdit[] | undefined {
  const { tokens, from, to } = place;
  const [and, previous, last, next] = [tokens[from - 1], tokens[from - 2], tokens[to], tokens[to + 1]];
  if (!and || !previous || !last || previous.text === ',' || !areNeighbours(place, from - 2))
    return undefined;
  const opensNoun = next !== undefined && areNeighbours(place, to) && isNounLike(place, to + 1);
  if (isDescribing(place, from - 2) || (!opensNoun && BE.test(wordAt(place, from - 3)))) {
    // With “safe, cheap and excellent” the remaining words would need an “and”.
    if (wordAt(place, from - 3) === ',') return undefined;
    if (next && !opensNoun && !/^[.,;:!?)]/.test(next.text)) return undefined;
    return [{ offset: previous.end, length: last.end - previous.end, text: '' }];
  }
  // In "great halls and superb courses", "great" would describe both.
  const isPlain = NOUN.test(previous.lower) && !isDescribing(place, from - 3);
  return isPlain && opensNoun && leadsToNoun(place, to + 1) ? takeOut(place, next.start) : undefined;
}

/** Removes everything up to an offset, where the next word starts. */
function takeOut(place: Place, upTo: number): readonly TextEdit[] {
  const { text, tokens, from } = place;
  const start = tokens[from]?.start ?? upTo;
  const word = WORD.exec(text.slice(upTo))?.[0] ?? '';
  const article = articleEdit(place, word);
  const first = word[0] ?? '';
  const capitalised = /\p{Lu}/u.test(text[start] ?? '') && capital(first) !== first;
  const cut: TextEdit = capitalised
    ? { offset: start, length: upTo - start + 1, text: capital(first) }
    : { offset: start, length: upTo - start, text: '' };
  return article ? [article, cut] : [cut];
}
