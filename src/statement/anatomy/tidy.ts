import { readingsOf } from '../../english/readings';
import type { Token } from '../../english/token';
import data from './tidy.yml';
import { classOf } from './word-classes';

const words = data as Readonly<Record<'nobody' | 'group' | 'place', string>>;

// The models score spans by their words and their neighbours, and sometimes cross a boundary that holds in any sentence.

/** Where no phrase goes on: “sailors; we …”, “sailors because …”, “sailors in order that …”. */
const ENDS = /^(?:;|:|because|although|whereas)$/;
const RELATIVE = /^(?:who|whom|whose|that|which|where|when)$/;
/** After “for”, how long, when, for how much or what: nobody. */
const NOBODY = new RegExp(words.nobody);
const SMALL = new Set(['determiner', 'possessive', 'number', 'adjective']);
const GROUP = new RegExp(words.group);
/** Verbs before whom they help to do something. */
const ENABLES = new Set(
  'help let teach train enable allow encourage empower equip support coach assist inspire prepare get'.split(
    ' ',
  ),
);

/** The phrase for whom a statement is, within its boundaries; `undefined` if nobody is left. */
export function tidyWho(all: readonly Token[], found: readonly Token[]): readonly Token[] | undefined {
  const from = all.indexOf(found[0] as Token);
  let tokens = found.slice(0, endOf(all, from, found));
  const last = tokens.at(-1);
  if (last && NOBODY.test(last.lower)) {
    const time = tokens.findLastIndex(({ lower }) => lower === 'for');
    const rest = tokens.slice(time + 1, -1);
    if (rest.every(({ tag }) => SMALL.has(tag))) tokens = tokens.slice(0, Math.max(0, time));
  }
  const isExample = /^(?:example|instance)$/.test(tokens[0]?.lower ?? '') && all[from - 1]?.lower === 'for';
  if (tokens.length === 0 || isExample || isQuality(tokens) || isSpeaker(all, from, tokens)) return undefined;
  // A word in quotation marks at the beginning has both of them.
  const isQuoted = OPENING.test(all[from - 1]?.text ?? '') && tokens.some(({ text }) => CLOSING.test(text));
  return isQuoted ? [all[from - 1] as Token, ...tokens] : tokens;
}

const OPENING = /^["“„«‘]$/;
const CLOSING = /^["”“»’]$/;

/** The length of the phrase up to the first boundary in it. */
function endOf(all: readonly Token[], from: number, found: readonly Token[]): number {
  let isClause = false;
  for (let at = 1; at < found.length; at++) {
    const { lower, tag, text } = found[at] as Token;
    if (RELATIVE.test(lower)) isClause = true;
    if (ENDS.test(lower) || (lower === 'in' && /^in order (?:that|to)$/.test(wordsAt(found, at, 3))))
      return at;
    if (!isClause && /^(?:is|are|was|were|am|goes|does)$/.test(lower)) return at;
    if (text === '(' && closing(found, at) < 0) return at;
    if (isDeedAfterPlace(all, from, found, at) || isDeedAfterAside(all, from, found, at))
      return withoutComma(found, at);
    if (tag === 'modal' && !isClause) return at;
  }
  return found.length;
}

function withoutComma(tokens: readonly Token[], end: number): number {
  return tokens[end - 1]?.text === ',' ? end - 1 : end;
}

function wordsAt(tokens: readonly Token[], at: number, count: number): string {
  return tokens
    .slice(at, at + count)
    .map(({ lower }) => lower)
    .join(' ');
}

function closing(tokens: readonly Token[], open: number): number {
  return tokens.findIndex(({ text }, at) => at > open && text === ')');
}

function isBaseVerb({ lower, tag, kind }: Token): boolean {
  return (
    kind === 'word' &&
    tag !== 'name' &&
    readingsOf(lower).some((one) => one.tag === 'verb' && one.lemma === lower)
  );
}

function isEnabled(all: readonly Token[], from: number): boolean {
  return ENABLES.has(all[from - 1]?.lemma ?? '');
}

/** “help sailors in Ghent plan trips”: a word after the name of a place is its noun only in the plural or before one. */
function isDeedAfterPlace(all: readonly Token[], from: number, found: readonly Token[], at: number): boolean {
  const [token, before] = [found[at] as Token, found[at - 1] as Token];
  if (before.tag !== 'name' || at < 2 || !isEnabled(all, from)) return false;
  if (!found.slice(0, at).some(({ tag }) => tag === 'preposition')) return false;
  if (isBaseVerb(token)) return true;
  const next = found[at + 1];
  return isPlainNoun(token) && (!next || (next.tag === 'noun' && next.lemma !== next.lower));
}

function isPlainNoun({ tag, lemma, lower, text }: Token): boolean {
  return tag === 'noun' && lemma === lower && text === lower && !PLACE.test(lower);
}
const PLACE = new RegExp(words.place);

/** “help farmers (mostly women) sell milk”, “help farmers, mostly women, sell milk” */
function isDeedAfterAside(all: readonly Token[], from: number, found: readonly Token[], at: number): boolean {
  const [token, before] = [found[at] as Token, found[at - 1] as Token];
  if (!isBaseVerb(token) || !isEnabled(all, from)) return false;
  return (
    before.text === ')' || (before.text === ',' && found.slice(0, at - 1).some(({ text }) => text === ','))
  );
}

/** “goes hungry”: no people, unless “the hungry”. */
function isQuality(tokens: readonly Token[]): boolean {
  return (
    tokens.length === 1 &&
    tokens[0]?.tag === 'adjective' &&
    readingsOf(tokens[0].lower)[0]?.tag === 'adjective'
  );
}

/** Those who speak, with what they do: “We are bakers who feed sailors”, “a team of teachers teaching children”. */
function isSpeaker(all: readonly Token[], from: number, tokens: readonly Token[]): boolean {
  const isByTrade = /^(?:staff|ers?)$/.test(classOf(tokens[0]));
  const hasDeed = tokens.some(({ tag, lower }, at) => {
    if (at === 0 || at + 1 === tokens.length) return false;
    if (tag === 'ing' || (RELATIVE.test(lower) && tokens[at + 1]?.tag === 'verb')) return true;
    return isByTrade && /(?:ing|^who|^that)$/.test(lower);
  });
  const before = all.slice(0, from);
  while (SMALL.has(before.at(-1)?.tag ?? 'other') && before.at(-1)?.tag !== 'possessive') before.pop();
  const words = before.map(({ lower }) => lower);
  if (words.at(-1) === 'our' && words.length === 1) return tokens.some((token) => classOf(token) === 'staff');
  if (!hasDeed) return false;
  if (words.at(-1) === 'of' && GROUP.test(words.at(-2) ?? ''))
    return words.some((word) => /^(?:is|are|am|we're|i'm)$/.test(word));
  return /^we(?: are|'re)$/.test(words.slice(words.at(-1) === 'are' ? -2 : -1).join(' '));
}

/**
 * Whether a statement says what others can do then: “help children swim”, “teach girls to code”. The model may miss so
 * short a change, and nobody lacks it.
 */
export function enablesDeed(all: readonly Token[]): boolean {
  return all.some(({ lemma, tag }, at) => {
    if (!ENABLES.has(lemma) || (tag !== 'verb' && tag !== 'ing')) return false;
    for (let next = at + 2; next < all.length; next++) {
      const token = all[next] as Token;
      if (/^[.;:!?]$/.test(token.text)) return false;
      if (token.lower === 'to') {
        const tag = all[next + 1]?.tag ?? 'other';
        return tag === 'verb' || tag === 'noun';
      }
      if (token.tag === 'verb' && isBaseVerb(token)) return true;
      const isLast = next === all.length - 1 || /^[.;:!?]$/.test(all[next + 1]?.text ?? '');
      const isAfterPlace = all[next - 1]?.tag === 'name' && (isBaseVerb(token) || isPlainNoun(token));
      if (isAfterPlace || (isLast && isBaseVerb(token))) return true;
    }
    return false;
  });
}
