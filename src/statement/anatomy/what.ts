import type { Sentence, Token } from '../../english/sentences';
import { isBareVerbAfter, isKnownVerb, isNameAt, isVerbAt, isWord, type Stretch } from './shape';
import type { Somebody } from './who';
import { AUXILIARIES, DETERMINERS, isFunctionWord, isIn, words } from './words';

export interface Doing extends Stretch {
  readonly weight: number;
}

/** What a sentence says that the group does, or is. */
export function doingsOf(sentence: Sentence, somebodies: readonly Somebody[]): readonly Doing[] {
  const { tokens } = sentence;
  if (/^(?:please )?(?:see|refer)\b/.test(tokens.map(({ lower }) => lower).join(' '))) return [];
  const found: Doing[] = [];
  let verbs = 0;
  // What stands after "so that" is the change.
  const soThat = tokens.findIndex(
    ({ lower }, index) => lower === 'so' && tokens[index + 1]?.lower === 'that',
  );
  tokens.forEach((token, index) => {
    if (!isVerbAt(tokens, index)) return;
    verbs++;
    if (soThat >= 0 && index > soThat) return;
    if (isTheirs(tokens, index, somebodies)) return;
    const weight = weightOf(tokens, index, token, somebodies);
    if (weight > 0) found.push({ sentence, from: index, to: endOfDoing(tokens, index, somebodies), weight });
  });
  const being = beingOf(sentence, somebodies);
  if (being) found.unshift(being);
  const hasVerb = verbs > 0 || tokens.some(({ lower }) => AUXILIARIES.has(lower));
  if (!being && !hasVerb) found.push(...productOf(sentence));
  if (found.length === 0)
    found.push(...nounsOfDoing(tokens).map((stretch) => ({ sentence, ...stretch, weight: 1 })));
  return found;
}

function weightOf(
  tokens: readonly Token[],
  index: number,
  { lower }: Token,
  somebodies: readonly Somebody[],
): number {
  if (!isWord(tokens[index + 1])) return isWord(tokens[index + 2]) && isIn(words.doings, lower) ? 2 : 0;
  if (isIn(words.emptyVerbs, lower)) {
    if (isIn(words.helping, lower)) {
      // "Help create a world": the help is what is created.
      if (isIn(words.emptyVerbs, tokens[index + 1]?.lower ?? ''))
        return weightOf(tokens, index + 1, tokens[index + 1] as Token, somebodies);
      if (helpsToDo(tokens, index) || helpedAt(tokens, index, somebodies)) return 1;
    }
    if (isIn(words.transfers, lower) && isTransfer(tokens, index, somebodies)) return 1;
    return !isIn(words.promises, lower) && hasContent(tokens, index) ? 1 : 0;
  }
  if (isOnEmptyObject(tokens, index)) return 0;
  if (isIn(words.doings, lower)) return 2;
  // "We live together" is a doing, "we work to …" is none yet.
  const ours = /^(?:we|i)$/.test(tokens[index - 1]?.lower ?? '') && tokens[index + 1]?.lower !== 'to';
  if (ours && (/^(?:live|work|grow)$/.test(lower) || (lower === 'find' && hasContent(tokens, index))))
    return 1;
  if (isIn(words.hedges, lower) || isIn(words.effects, lower)) return 0;
  return isIn(words.attaining, lower) || isIn(words.enabling, lower) ? 0 : 1;
}

/** "help students gain skills": the help says what it is when what they do has an object. */
function helpsToDo(tokens: readonly Token[], index: number): boolean {
  const verb = tokens.findIndex(
    (token, at) =>
      at > index + 1 && token.kind === 'word' && !isFunctionWord(token.lower) && isKnownVerb(token.lower),
  );
  return (
    verb > 0 &&
    verb - index <= 5 &&
    !isIn(words.hedges, tokens[verb]?.lower ?? '') &&
    hasContent(tokens, verb)
  );
}

/** "Help toddlers sleep", "let neighbours borrow drills": any verb tells the help, but for those of success. */
function helpedAt(tokens: readonly Token[], index: number, somebodies: readonly Somebody[]): boolean {
  const helped = somebodies.find(({ from }) => from > index && from - index <= 2);
  if (!helped || !isBareVerbAfter(tokens, helped)) return false;
  const verb = tokens[helped.to]?.lower ?? '';
  const empty = [words.hedges, words.attaining, words.emptyVerbs].some((list) => isIn(list, verb));
  return !empty || (isIn(words.emptyVerbs, verb) && hasContent(tokens, helped.to));
}

/** "Give children a bicycle", "get patients out of bed", "drive people to the hospital": people, then what or where. */
function isTransfer(tokens: readonly Token[], index: number, somebodies: readonly Somebody[]): boolean {
  const people = somebodies.find(({ from }) => from > index && from - index <= 2);
  if (!people) return false;
  // Where the words on the people run on, the place stands among them: "people over 80 out of bed".
  const where = tokens.findIndex(
    ({ lower }, at) => at > people.from && /^(?:a|an|the|to|into|out|from|through|their)$/.test(lower),
  );
  if (where < 0 || tokens.slice(people.from, where).some(({ text }) => /^[,.;:]$/.test(text))) return false;
  const given = tokens.slice(where).find((token) => isWord(token) && !isFunctionWord(token.lower));
  return given !== undefined && !isIn(words.emptyObjects, given.lower);
}

/** What the people named are to do is no doing of the group: "empower students to study". */
function isTheirs(tokens: readonly Token[], index: number, somebodies: readonly Somebody[]): boolean {
  return somebodies.some(({ from, to }) => {
    if (index < to) return index >= from;
    if (index > to + 1) return false;
    return isVerbAt(tokens, from - 1) && (index === to || tokens[to]?.lower === 'to');
  });
}

/** "Lead the world", "create happiness": an object of which every word is empty tells of no doing. */
function isOnEmptyObject(tokens: readonly Token[], verb: number): boolean {
  let object = 0;
  for (let at = verb + 1; at < tokens.length; at++) {
    const token = tokens[at];
    if (token?.lower === 'and' || token?.lower === ',') continue;
    if (!isWord(token)) break;
    if (isFunctionWord(token.lower)) {
      if (token.lower === 'those') return false;
      if (object > 0 || !DETERMINERS.has(token.lower)) break;
      continue;
    }
    // Whoever educates people does something: they are no thing that is made.
    if (isIn(words.people, token.lower) || !isIn(words.emptyObjects, token.lower)) return false;
    object++;
  }
  return object > 0;
}

/** Whether the object of a verb says something of its own. */
function hasContent(tokens: readonly Token[], verb: number): boolean {
  let content = 0;
  for (let at = verb + 1; at < tokens.length; at++) {
    const token = tokens[at];
    if (token?.text === ',') continue;
    if (!isWord(token)) break;
    if (isFunctionWord(token.lower)) {
      if (content > 0) break;
      continue;
    }
    if (isIn(words.emptyObjects, token.lower) || isIn(words.people, token.lower)) return false;
    content++;
  }
  return content > 0;
}

/** "X is a biotechnology company", "X is payroll software": being something of a kind. */
function beingOf(sentence: Sentence, somebodies: readonly Somebody[]): Doing | undefined {
  const { tokens } = sentence;
  const is = tokens.findIndex(
    ({ lower }, index) => /^(?:is|are|be)$/.test(lower) && isThing(tokens, index + 1),
  );
  if (is < 0) return undefined;
  let to = is + 1;
  let content = 0;
  while (to < tokens.length && isWord(tokens[to])) {
    const lower = tokens[to]?.lower ?? '';
    const opens = to === is + 1 && /^(?:an?|the)$/.test(lower);
    const ofKind = lower === 'of' && words.emptyHeads.has(tokens[to - 1]?.lower ?? '');
    if (!opens && !ofKind && isFunctionWord(lower)) break;
    if (!opens && !ofKind && !words.emptyHeads.has(lower) && !words.emptyModifiers.has(lower)) content++;
    to++;
  }
  if (content === 0) return undefined;
  const telling = /^(?:that|which|for)$/.test(tokens[to]?.lower ?? '');
  return {
    sentence,
    from: is + 1,
    to: telling ? endOfDoing(tokens, to, somebodies) : to,
    weight: telling ? 2 : 1,
  };
}

/** Whether a thing is named at a place: after an article, or by two nouns in a row. */
function isThing(tokens: readonly Token[], index: number): boolean {
  const [first, second] = [tokens[index], tokens[index + 1]];
  if (/^(?:an?|the)$/.test(first?.lower ?? '')) return true;
  if (!isWord(first) || !isWord(second) || isFunctionWord(first.lower) || isFunctionWord(second.lower))
    return false;
  return !/(?:ed|ing|ly|en)$/.test(first.lower);
}

/** A doing told by a noun: "dedicated to the rescue of dogs", "through teaching and community service". */
function nounsOfDoing(tokens: readonly Token[]): readonly { from: number; to: number }[] {
  const found: { from: number; to: number }[] = [];
  tokens.forEach(({ lower }, index) => {
    const from = index + 1;
    if (lower === 'the' && isDoingOf(tokens, from)) found.push({ from, to: endOfNoun(tokens, from, true) });
    if (lower === 'through' && endOfNoun(tokens, from, false) - from >= 2) {
      found.push({ from, to: endOfNoun(tokens, from, true) });
    }
  });
  return found;
}

/** "rescue and rehabilitation of": the noun of a verb, and what it is done to. */
function isDoingOf(tokens: readonly Token[], index: number): boolean {
  const noun = tokens[index]?.lower ?? '';
  if (!/(?:tion|ment|ance|ing)$/.test(noun) && !isIn(words.doings, noun)) return false;
  return tokens.slice(index + 1, index + 5).some(({ lower }) => lower === 'of');
}

function endOfNoun(tokens: readonly Token[], from: number, withRest: boolean): number {
  let to = from;
  while (to < tokens.length) {
    const token = tokens[to];
    const naming = isWord(token) && !isFunctionWord(token.lower) && !isIn(words.outcomes, token.lower);
    const linking = token?.lower === 'and' || (withRest && /^(?:of|,|the)$/.test(token?.lower ?? ''));
    if (!naming && !linking) break;
    if (naming && isNameAt(tokens, to)) break;
    to++;
  }
  return to;
}

/** A line without a verb: what it names is the product. */
function productOf(sentence: Sentence): readonly Doing[] {
  const { tokens } = sentence;
  const naming = tokens.find((token) => token.kind === 'word' && !isFunctionWord(token.lower));
  const content = tokens.filter(
    (token) =>
      token.kind === 'word' && !isFunctionWord(token.lower) && !isIn(words.emptyObjects, token.lower),
  );
  if (content.length < 2 || /^(?:world|future)$/.test(naming?.lower ?? '')) return [];
  const to = tokens.findIndex(({ lower }, index) => lower === 'for' && index > 0);
  return [{ sentence, from: 0, to: to < 0 ? tokens.length : to, weight: 1 }];
}

function endOfDoing(tokens: readonly Token[], from: number, somebodies: readonly Somebody[]): number {
  let to = from + 1;
  while (to < tokens.length) {
    const token = tokens[to];
    if (!token || /^[.;:!?]$/.test(token.text)) break;
    if (/^(?:so|who)$/.test(token.lower)) break;
    if (/^(?:for|to)$/.test(token.lower) && somebodies.some((one) => one.from === to + 1)) break;
    if (token.lower === 'to' && tokens[to - 1]?.lower !== 'and' && isVerbAt(tokens, to + 1)) break;
    to++;
  }
  return to;
}
