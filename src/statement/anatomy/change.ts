import type { Sentence, Token } from '../../english/sentences';
import { benefitAt } from './benefit';
import { isBareVerbAfter, isKnownVerb, isVerbAt, isWord, type Stretch } from './shape';
import type { Somebody } from './who';
import { DETERMINERS, isFunctionWord, isIn, words } from './words';

export interface Change extends Stretch {
  readonly weight: number;
}

/** In a later sentence: "They no longer …", "Mothers who could not read them now go …", "Nobody falls any more." */
function newStateOf(sentence: Sentence, somebodies: readonly Somebody[]): readonly Change[] {
  const { tokens } = sentence;
  const at = tokens.findIndex(({ lower }, index) => {
    const next = tokens[index + 1]?.lower;
    return (
      (lower === 'no' && next === 'longer') ||
      (lower === 'any' && next === 'more') ||
      lower === 'anymore' ||
      lower === 'now'
    );
  });
  const first = tokens.findIndex(isWord);
  const subject =
    /^(?:they|nobody|none|no)$/.test(tokens[first]?.lower ?? '') ||
    somebodies.some(({ from }) => from === first);
  return at > first && subject ? [{ sentence, from: first, to: tokens.length, weight: 2 }] : [];
}

/** What a sentence says will be different for somebody; `later` where another sentence stands before it. */
export function changesOf(
  sentence: Sentence,
  somebodies: readonly Somebody[],
  later = false,
): readonly Change[] {
  const found: Change[] = later ? [...newStateOf(sentence, somebodies)] : [];
  sentence.tokens.forEach((_, index) => {
    const weight = changeAt(sentence.tokens, index, somebodies);
    if (weight === 0) return;
    const from = weight > 1 ? index : startOfNoun(sentence.tokens, index);
    found.push({ sentence, from, to: endOfClause(sentence.tokens, index), weight });
  });
  return found;
}

function changeAt(tokens: readonly Token[], index: number, somebodies: readonly Somebody[]): number {
  const token = tokens[index];
  if (!isWord(token)) return 0;
  const { lower } = token;
  const next = tokens[index + 1]?.lower ?? '';
  if (lower === 'so' && startsResult(tokens, index + 1)) return 3;
  // "Stays with them until they have a job": the end that is worked for.
  if (lower === 'until' && /^(?:they|each|every|everyone|nobody|no)$/.test(next)) return 2;
  if (isPictureOfWorld(tokens, index)) return 2;
  if (/^(?:no|every)$/.test(lower) && isOutcomeForEach(tokens, index, somebodies)) return 2;
  if (isVerbAt(tokens, index) || isBareAfter(tokens, index, somebodies)) {
    const object = somebodies.find(
      ({ from, to }) => to > index + 1 && from > index && isDirect(tokens, index + 1, from),
    );
    if (isIn(words.making, lower) && makesSomethingSo(tokens, index)) return 3;
    if (isIn(words.effects, lower) && isEffect(tokens, index)) return 2;
    if (isIn(words.strengthening, lower) && next === 'them') return 3;
    if (
      isIn(words.enabling, lower) &&
      object &&
      (isIn(words.strengthening, lower) || reaches(tokens, object, isIn(words.helping, lower)))
    )
      return 3;
    // "We want every child to read": what is wished for somebody.
    if (
      /^wants?$/.test(lower) &&
      object &&
      tokens[object.to]?.lower === 'to' &&
      isWord(tokens[object.to + 1])
    )
      return 2;
    if (isIn(words.attaining, lower) && belongsToSomebody(tokens, index, somebodies)) return 2;
  }
  if (isIn(words.means, lower) && next === 'to' && isVerbAt(tokens, index + 2)) return 1;
  if (isIn(words.means, lower) && /^(?:necessary|needed|required|vital|essential|they)$/.test(next)) return 1;
  if (/^lead(?:s|ing)?$/.test(lower) && next === 'to') return 1;
  if (isIn(words.outcomes, lower) && !isHeadOfTitle(tokens, index) && !tellsKind(tokens, index)) return 1;
  if (lower === 'quality' && next === 'of') return 2;
  if (
    words.effectNouns.has(lower) &&
    tokens.slice(index + 1, index + 4).some((token) => token.lower === 'of')
  )
    return 1;
  return benefitAt(tokens, index);
}

/** Whether an effect is said of something other than the group's own affairs: not "raise funds". */
function isEffect(tokens: readonly Token[], verb: number): boolean {
  // In a row of verbs the object stands behind the last: "rescue, rehabilitate and rehome dogs".
  if (!isWord(tokens[verb + 1]) || tokens[verb + 1]?.lower === 'and') return isVerbAt(tokens, verb + 2);
  for (let at = verb + 1; at < verb + 6; at++) {
    const token = tokens[at];
    if (!isWord(token)) return true;
    if (isFunctionWord(token.lower) && !DETERMINERS.has(token.lower)) return at > verb + 1;
    if (words.ownAffairs.has(token.lower)) return false;
  }
  return true;
}

/** After "so": "that …", "as to …", "they …", "people can …", but not "so many are …". */
function startsResult(tokens: readonly Token[], index: number): boolean {
  const [first, second] = [tokens[index]?.lower ?? '', tokens[index + 1]?.lower ?? ''];
  if (/^(?:that|they|nobody|everyone)$/.test(first) || (first === 'as' && second === 'to')) return true;
  // ", so web pages load fast": after a comma a clause follows, unless it tells how much or what the group itself does.
  const joins = tokens[index - 2]?.text === ',';
  if (joins && isWord(tokens[index + 2]) && !/^(?:far|much|many|few|little|long|to|we|i|our|my)$/.test(first))
    return true;
  return tokens
    .slice(index + 1, index + 5)
    .some(({ lower }) => /^(?:can|will|may|could|never|get|gets|need|needs|do|does|must)$/.test(lower));
}

/** "A world in which …", "a place where nobody …". */
function isPictureOfWorld(tokens: readonly Token[], index: number): boolean {
  const [one, two, three] = [0, 1, 2].map((offset) => tokens[index + offset]?.lower ?? '');
  if (!/^(?:world|future|community|place|home|nation|society|day)$/.test(one ?? '')) return false;
  // "The world in which they live" is the one we have.
  if (tokens[index - 1]?.lower === 'the') return false;
  return two === 'where' || two === 'free' || two === 'without' || (two === 'in' && three === 'which');
}

/** "No one dies alone", "every life matters". */
function isOutcomeForEach(tokens: readonly Token[], index: number, somebodies: readonly Somebody[]): boolean {
  const owner = somebodies.find(({ from }) => from === index);
  return (
    owner !== undefined &&
    /^(?:can|will|is|has|goes|dies|gets|matters|belongs)$/.test(tokens[owner.to]?.lower ?? '')
  );
}

/** "make people happy", "make it easier": somebody or something, then how it is. */
function makesSomethingSo(tokens: readonly Token[], verb: number): boolean {
  const ahead = tokens.slice(verb + 1, verb + 9);
  const stop = ahead.findIndex(({ kind }) => kind === 'punctuation');
  return (stop < 0 ? ahead : ahead.slice(0, stop)).some(
    ({ lower }, at) =>
      at > 0 &&
      (/^(?:easier|happy|possible|safe|better|simpler|simple|easy|free|healthy|fun|independent|whole)$/.test(
        lower,
      ) ||
        /(?:able|ible|ier)$/.test(lower)) &&
      !isWord(
        ahead[at + 1] && /^(?:to|for|and|again|in|by|through)$/.test(ahead[at + 1]?.lower ?? '')
          ? undefined
          : ahead[at + 1],
      ),
  );
}

/** Nothing but the phrase of somebody itself stands between a verb and them. */
function isDirect(tokens: readonly Token[], from: number, to: number): boolean {
  return (
    to - from <= 2 &&
    tokens.slice(from, to).every((token) => token.kind === 'word' && !isFunctionWord(token.lower))
  );
}

/** "help students gain": a bare verb directly after somebody. */
function isBareAfter(tokens: readonly Token[], index: number, somebodies: readonly Somebody[]): boolean {
  return isKnownVerb(tokens[index]?.lower ?? '') && somebodies.some(({ to }) => to === index);
}

/** Whether the people named just before are those who do this: "students will gain", "so that they thrive". */
function belongsToSomebody(
  tokens: readonly Token[],
  index: number,
  somebodies: readonly Somebody[],
): boolean {
  const before = tokens[index - 1]?.lower ?? '';
  if (/^(?:they|who)$/.test(before)) return true;
  return somebodies.some(
    ({ from, to }) =>
      from < index &&
      index - to <= 3 &&
      tokens
        .slice(to, index)
        .every((token) => isFunctionWord(token.lower) || /ly$/.test(token.lower) || isKnownVerb(token.lower)),
  );
}

/** "recovery services": the outcome only tells what kind of thing follows. */
function tellsKind(tokens: readonly Token[], index: number): boolean {
  const next = tokens[index + 1];
  return (
    next?.kind === 'word' &&
    !isFunctionWord(next.lower) &&
    !isVerbAt(tokens, index + 1) &&
    !/ly$|^necessary$/.test(next.lower)
  );
}

/** Whether somebody is brought to do, to be or to something: "students to succeed", "people for work". */
function reaches(tokens: readonly Token[], { to }: Somebody, helped: boolean): boolean {
  const next = tokens[to]?.lower ?? '';
  if (/^(?:for|into|become|be|live)$/.test(next)) return true;
  if (next === 'in') return isVerbAt(tokens, to + 1);
  if (isKnownVerb(next)) return !isIn(words.undergone, next);
  return (next === 'to' && isWord(tokens[to + 1])) || (helped && isBareVerbAfter(tokens, { to }));
}

function isHeadOfTitle(tokens: readonly Token[], index: number): boolean {
  return (
    index > 0 && /^\p{Lu}/u.test(tokens[index]?.text ?? '') && /^\p{Lu}/u.test(tokens[index - 1]?.text ?? '')
  );
}

/** The start of the words that tell what kind of outcome it is: "financial independence". */
function startOfNoun(tokens: readonly Token[], index: number): number {
  let from = index;
  while (from > 0) {
    const before = tokens[from - 1];
    if (!isWord(before) || isFunctionWord(before.lower) || isVerbAt(tokens, from - 1)) break;
    from--;
  }
  return from;
}

function endOfClause(tokens: readonly Token[], from: number): number {
  let to = from + 1;
  while (to < tokens.length) {
    const token = tokens[to];
    if (!token || /^[.;:!?]$/.test(token.text)) break;
    // The means end a change, but not the sentence that "so that" begins.
    if (/^(?:by|through)$/.test(token.lower) && to > from + 1 && tokens[from]?.lower !== 'so') break;
    to++;
  }
  return to;
}
