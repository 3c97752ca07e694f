import type { Sentence, Token } from '../../english/sentences';
import { basesOf, DETERMINERS, isFunctionWord, isIn, PREPOSITIONS, words } from './words';

/** A stretch of a sentence's tokens, `to` exclusive. */
export interface Stretch {
  readonly sentence: Sentence;
  readonly from: number;
  readonly to: number;
}

export function isWord(token: Token | undefined): token is Token {
  return token?.kind === 'word' || token?.kind === 'number';
}

/** The nearest word before a place that is no adverb; `undefined` at a clause's start. */
export function wordBefore(tokens: readonly Token[], index: number): Token | undefined {
  let at = index - 1;
  while (at >= 0 && /ly$/.test(tokens[at]?.lower ?? '')) at--;
  const token = tokens[at];
  return isWord(token) ? token : undefined;
}

const verbClasses = [words.doings, words.hedges, words.effects, words.enabling, words.attaining];

/** Whether a word may be a verb, going by the lists. */
export function isKnownVerb(word: string): boolean {
  return verbClasses.some((list) => isIn(list, word));
}

/** Whether nearly all words that name something are capitalised: then capitals say nothing of names. */
export function isInCapitals(tokens: readonly Token[]): boolean {
  const naming = tokens.filter((token) => token.kind === 'word' && !isFunctionWord(token.lower));
  return naming.filter(isCapital).length >= naming.length * 0.9;
}

const NO_VERB_ENDING = /(?:[^s]s|ed|able|ible|al|ive|ous|ic|ful|less|ity|tion|ment|ness|ism)$/;

/**
 * Whether the word at a place stands where a verb stands: after "to" or "we", at the start of a clause, as one of a
 * row of verbs, or as a third person or a participle that the lists know. No tagger: it would weigh more than all
 * the rest of the bundle, and statements are written in few shapes.
 */
export function isVerbAt(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index];
  if (token?.kind !== 'word' || isFunctionWord(token.lower)) return false;
  if (isNamingAt(tokens, index) || isAdjectiveAt(tokens, index)) return false;
  const { lower } = token;
  const before = wordBefore(tokens, index);
  const knownVerb = isKnownVerb(lower);
  const participle = /ing$/.test(lower);
  if (!before) {
    // "Learning for everyone": a participle before "for" is a thing's name.
    if (participle) return tokens[index + 1]?.lower !== 'for' && (knownVerb || isFirstWord(tokens, index));
    if (!knownVerb) return false;
    if (isFirstWord(tokens, index)) return startsObject(tokens, index + 1) && !isThirdPerson(lower);
    return isThirdPerson(lower) ? startsObject(tokens, index + 1) : followsBareVerb(tokens, index);
  }
  if (before.lower === 'to') return knownVerb || (!NO_VERB_ENDING.test(lower) && !isIn(words.people, lower));
  if (/^(?:we|they|i)(?:'ve)?$/.test(before.lower) || isModal(before.lower)) return true;
  if (before.lower === 'have' || before.lower === 'has') return isPerfect(lower);
  if (!knownVerb || (DETERMINERS.has(before.lower) && before.lower !== 'that')) return false;
  if (participle) return isFunctionWord(before.lower) || opensPhrase(tokens[index + 1]);
  if (/^(?:who|that|which)$/.test(before.lower)) return true;
  if (before.lower === 'and' || before.lower === 'or') {
    return isThirdPerson(lower) ? startsObject(tokens, index + 1) : followsBareVerb(tokens, index);
  }
  if (PREPOSITIONS.has(before.lower)) return false;
  if (isThirdPerson(lower)) return startsObject(tokens, index + 1) || isOpening(tokens, index);
  // "These programs maximize …"
  return words.effects.has(lower) && /[^s]s$/.test(before.lower) && startsObject(tokens, index + 1);
}

/** "Our choir sings for …": the verb right after the one noun that a sentence opens with. */
function isOpening(tokens: readonly Token[], index: number): boolean {
  return (
    index === 2 &&
    /^(?:our|my|the|this)$/.test(tokens[0]?.lower ?? '') &&
    !/[^s]s$/.test(tokens[1]?.lower ?? '')
  );
}

/** "Have taught", "has sewn": a participle, told by its form; "have children" has none. */
function isPerfect(lower: string): boolean {
  const irregular = isKnownVerb(lower) && basesOf(lower).length > 1 && !/[^s]s$/.test(lower);
  return irregular || /(?:ed|wn|ung|ught|old|iven|aken|oken|itten)$/.test(lower);
}

/** "Help toddlers sleep": a bare verb after somebody who is helped, on no list, but no word that tells where or how. */
export function isBareVerbAfter(tokens: readonly Token[], { to }: { readonly to: number }): boolean {
  const token = tokens[to];
  if (token?.kind !== 'word' || isFunctionWord(token.lower)) return false;
  return !/ly$|(?:ed|ing|[^s]s)$|^(?:here|there|today|together|alike|too|first|home|out|up|back|worldwide|everywhere|anywhere|nearby|abroad|online|now|free|better|more|well|again)$/.test(
    token.lower,
  );
}

/** Told from "coaching app": after a noun, a participle is a verb when a whole phrase follows it. */
function opensPhrase(token: Token | undefined): boolean {
  if (token?.kind !== 'word') return false;
  return DETERMINERS.has(token.lower) || /[^s]s$|men$/.test(token.lower) || isIn(words.people, token.lower);
}

function isFirstWord(tokens: readonly Token[], index: number): boolean {
  return tokens.slice(0, index).every(({ kind }) => kind !== 'word');
}

function isThirdPerson(lower: string): boolean {
  return /[^s]s$/.test(lower) && basesOf(lower).length > 1;
}

/** Whether a bare verb stands earlier in the sentence, so that another one may stand in a row with it. */
function followsBareVerb(tokens: readonly Token[], index: number): boolean {
  if (/(?:ed|s)$/.test(tokens[index]?.lower ?? '')) return false;
  for (let at = 0; at < index - 1; at++) {
    const token = tokens[at];
    if (token?.kind !== 'word' || isFunctionWord(token.lower) || /(?:ing|ed|[^s]s)$/.test(token.lower))
      continue;
    const before = wordBefore(tokens, at);
    const bare = before
      ? /^(?:to|we|they|i|who)$/.test(before.lower) || isModal(before.lower)
      : isFirstWord(tokens, at);
    if (bare && isKnownVerb(token.lower)) return true;
  }
  return false;
}

/** A capital amid small letters, not at the start: no verb is written so. */
function isNamingAt(tokens: readonly Token[], index: number): boolean {
  return isCapital(tokens[index]) && !isFirstWord(tokens, index) && !isInCapitals(tokens);
}

/** Part of a name: a capital amid small letters beside another one. */
export function isNameAt(tokens: readonly Token[], index: number): boolean {
  if (!isCapital(tokens[index]) || isFirstWord(tokens, index)) return false;
  if (!isCapital(tokens[index - 1]) && !isCapital(tokens[index + 1])) return false;
  return !isInCapitals(tokens);
}

function isCapital(token: Token | undefined): boolean {
  return token?.kind === 'word' && /^\p{Lu}/u.test(token.text);
}

/** Words that are verbs elsewhere and tell here what kind of people follow: "graduate students", "end users". */
function isAdjectiveAt(tokens: readonly Token[], index: number): boolean {
  const lower = tokens[index]?.lower ?? '';
  const next = tokens[index + 1]?.lower ?? '';
  if (lower === 'end') return isIn(words.people, next);
  if (tokens[index - 1]?.lower === 'to' && isKnownVerb(lower)) return false;
  return words.adjectives.has(lower) && next !== '' && !DETERMINERS.has(next) && !PREPOSITIONS.has(next);
}

function isModal(word: string): boolean {
  return /^(?:will|would|shall|should|can|could|may|might|must)$/.test(word);
}

/** Whether what stands at a place can begin an object: a third person is told from a plural by what follows. */
function startsObject(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index];
  if (!isWord(token)) return false;
  if (token.kind === 'number' || DETERMINERS.has(token.lower)) return true;
  return (
    !isFunctionWord(token.lower) || token.lower === 'to' || token.lower === 'and' || token.lower === 'or'
  );
}

function closes(token: Token | undefined): boolean {
  return (
    isWord(token) && !/^(?:and|or|to|of|for|the|a|an|that|those|with|in|by|as|who|which)$/.test(token.lower)
  );
}

/** The text span of a stretch, without punctuation at its ends and without words at its end that lead on. */
export function spanOf({ sentence, from, to }: Stretch): { start: number; end: number } | undefined {
  let [first, last] = [from, to - 1];
  while (first <= last && !isWord(sentence.tokens[first])) first++;
  while (last > first && !closes(sentence.tokens[last])) last--;
  const [head, tail] = [sentence.tokens[first], sentence.tokens[last]];
  return head && tail && first <= last ? { start: head.start, end: tail.end } : undefined;
}
