import type { Sentence, Token } from '../../english/sentences';
import { type Head, isModifier, isPlural, kindOf } from './people';
import { isInCapitals, isNameAt, isVerbAt, isWord, type Stretch } from './shape';
import { endOfPhrase, startOfPhrase } from './who-phrase';
import { AUXILIARIES, isFunctionWord, isIn, PREPOSITIONS, words } from './words';

/** Somebody named, and how plainly as the one it is for. */
export interface Somebody extends Stretch {
  readonly weight: number;
}

/** Words that hand something to somebody. */
const GIVING = new Set(['for', 'to', 'among', 'with', 'of', 'between']);

/** Everybody named in a sentence other than the speakers themselves. */
export function somebodiesOf(sentence: Sentence): readonly Somebody[] {
  const capitals = isInCapitals(sentence.tokens);
  const found: Somebody[] = [];
  for (let index = 0; index < sentence.tokens.length; index++) {
    const head = headAt(sentence, index, capitals);
    if (!head) continue;
    const from = startOfPhrase(sentence.tokens, index);
    const weight = weightOf(sentence.tokens, from, index, head);
    if (weight === 0) continue;
    const to = endOfPhrase(sentence.tokens, index, sentence.tokens[from - 1]);
    found.push({ sentence, from, to, weight });
    index = to - 1;
  }
  return found;
}

function headAt({ tokens }: Sentence, index: number, capitals: boolean): Head | undefined {
  const token = tokens[index];
  if (!isWord(token)) return undefined;
  const { lower } = token;
  if (isPronounAt(tokens, index)) return 'pronoun';
  if (isFunctionWord(lower) || /(?:ed|ing)$/.test(lower)) return undefined;
  if (isPlaceAt(tokens, index)) return 'place';
  if (!capitals && isPersonAt(tokens, index)) return 'pronoun';
  if (!capitals && (isNameAt(tokens, index) || opensName(tokens, index))) return undefined;
  if (isConditionAt(tokens, index)) return 'people';
  const plural = isPlural(lower);
  const possessive = /s'$|'s$/.test(token.text.replace('’', "'"));
  const kind = kindOf(lower, plural);
  if (!kind) return undefined;
  const next = tokens[index + 1];
  // "the region's residents": the last of the row is the head.
  if (next?.kind === 'word' && isPlural(next.lower) && kindOf(next.lower, true)) return undefined;
  if (!plural && !possessive && isModifier(tokens, index)) return undefined;
  return kind;
}

function isPronounAt(tokens: readonly Token[], index: number): boolean {
  const lower = tokens[index]?.lower ?? '';
  const next = tokens[index + 1]?.lower ?? '';
  if (/^(?:anyone|everyone|everybody|anybody|nobody|whoever|you)$/.test(lower)) return true;
  if (lower === 'those')
    return /^(?:who|whose|affected|most|less)$|(?:ing|ed)$/.test(next) || PREPOSITIONS.has(next);
  if (lower === 'all') return next === 'who' || next === 'to' || !isWord(tokens[index + 1]);
  return lower === 'one' && tokens[index - 1]?.lower === 'no';
}

function isConditionAt(tokens: readonly Token[], index: number): boolean {
  const lower = tokens[index]?.lower ?? '';
  if (!words.conditions.has(lower)) return false;
  const next = tokens[index + 1];
  if (isWord(next) && !isFunctionWord(next.lower)) return false;
  if (/^(?:of|for)$/.test(tokens[index - 1]?.lower ?? '')) return true;
  for (let at = index - 1; at >= Math.max(0, index - 4); at--) {
    const before = tokens[at]?.lower ?? '';
    if (before === 'the' || before === 'our') return true;
    if (!words.conditions.has(before) && before !== ',' && before !== 'and') return false;
  }
  return false;
}

/** A place served, after "for" or "in": one of the list, or a name that says itself that it is one. */
function isPlaceAt(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index];
  if (!token) return false;
  const named =
    /^(?:county|city|valley|island|islands|township)$/.test(token.lower) && isNameAt(tokens, index);
  if (!named && !words.places.has(token.lower)) return false;
  let at = index - 1;
  while (at >= 0 && IN_PLACE_NAME.test(tokens[at]?.text ?? '')) at--;
  return (named ? /^(?:for|in|across|throughout|of|to)$/ : /^(?:for|in|across|throughout)$/).test(
    tokens[at]?.lower ?? '',
  );
}

/** "so that Amira and Noor can …": a name that then does something is somebody's. */
function isPersonAt(tokens: readonly Token[], index: number): boolean {
  const named = (token: Token | undefined) => token?.kind === 'word' && /^\p{Lu}\p{Ll}/u.test(token.text);
  if (!named(tokens[index])) return false;
  if (isCaredFor(tokens, index)) return true;
  if (tokens[index - 1]?.lower !== 'that' || tokens[index - 2]?.lower !== 'so') return false;
  let to = index + 1;
  while (named(tokens[to]) || /^(?:and|,)$/.test(tokens[to]?.lower ?? '')) to++;
  return AUXILIARIES.has(tokens[to]?.lower ?? '');
}

/** "For Ada, so that she …", "I care for Anna": a name whom a pronoun takes up, or who is looked after. */
function isCaredFor(tokens: readonly Token[], index: number): boolean {
  if (!/^(?:for|after|with|to)$/.test(tokens[index - 1]?.lower ?? '')) return false;
  if (/^(?:care|cares|caring|look|looks|looking)$/.test(tokens[index - 2]?.lower ?? '')) return true;
  return tokens.slice(index + 1).some(({ lower }) => /^(?:she|he|her|his|him)$/.test(lower));
}

const IN_PLACE_NAME = /^\p{Lu}|^(?:southeast|the|greater|north|south|east|west|all|and|&)$/u;

/** The first word of a sentence that begins with a name: "Children's Hospital …", "Students First is …". */
function opensName(tokens: readonly Token[], index: number): boolean {
  return (
    index === 0 && [tokens[0], tokens[1]].every((token) => token !== undefined && /^\p{Lu}/u.test(token.text))
  );
}

function weightOf(tokens: readonly Token[], from: number, head: number, kind: Head): number {
  const before = tokens[from - 1]?.lower ?? '';
  const first = tokens[from]?.lower ?? '';
  const atStart = tokens.slice(0, from).every((token) => token.kind !== 'word');
  const complement = /^(?:is|are|as|be|become|been|was|being)$/.test(before);
  const article = first === 'a' || first === 'an';
  const lower = tokens[head]?.lower ?? '';
  if (complement && !/^(?:for)$/.test(before) && (article || kind !== 'people')) return 0;
  if (article && isIn(words.publics, lower) && !/^(?:for|in|to)$/.test(before)) return 0;
  if (first === 'our' && isIn(words.publics, lower) && atStart) return 0;
  const given = before === 'for' || GIVING.has(before) || isVerbAt(tokens, from - 1);
  if (kind === 'staff') {
    if (atStart || first === 'our' || /^(?:of|with|by|through)$/.test(before)) return 0;
    if (!given && !/^(?:any|each|every|all)$/.test(first) && !/^(?:on|toward|towards)$/.test(before))
      return 0;
    return 2;
  }
  if (kind === 'place') return 1;
  if (given) return 3;
  return kind === 'pronoun' ? 1 : 2;
}
