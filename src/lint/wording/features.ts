import type { Sentence } from '../../english/sentences';
import { isFigure } from '../vagueness/clearing';
import type { Match, ReadSentence } from '../vagueness/match';
import { hashOf, mix } from './hash';
import type { Rating, Ratings } from './ratings';

/**
 * Takes the sparse features of one token: hashes for the token, and for the step from the token before it. Both arrays
 * are used again for the next token.
 */
export type FeatureSink = (state: Int32Array, step: Int32Array) => void;

/** What a whole text adds to the reading of each of its sentences. */
export interface Setting {
  readonly words: number;
  /** Words that readers mark more often than not, wherever they find them. */
  readonly foggy: number;
}

const NUMBER = hashOf('<number>');
const NONE = hashOf('<none>');
const STEP = hashOf('<step>');
const NO_RULE = hashOf('-');
/** A mark at or above this is a word that readers mark more often than not; see `ratings.ts`. */
const FOGGY = 3;

const state = new Int32Array(91);
const step = new Int32Array(11);

/** The list that features are being added to. One list at a time, without arrays in between: this is the hot path. */
let list = state;
let index = 0;
let seed = 0;

function begin(into: typeof list, start: number): void {
  list = into;
  index = 0;
  seed = start;
}

/** Adds one feature: the hash of its values and its place in the list. */
function add(a: number, b?: number, c?: number, d?: number, e?: number): void {
  let hash = mix(Math.imul(index + 1, 0x9e3779b1) ^ seed, a);
  if (b !== undefined) hash = mix(hash, b);
  if (c !== undefined) hash = mix(hash, c);
  if (d !== undefined) hash = mix(hash, d);
  if (e !== undefined) hash = mix(hash, e);
  list[index] = hash;
  index += 1;
}

/** What is the same for a word wherever it occurs. */
interface WordFacts {
  readonly word: number;
  readonly stem: number;
  readonly ends: readonly [number, number, number];
}

const facts = new Map<string, WordFacts>();
const MOST_FACTS = 10_000;

function factsOf(lower: string): WordFacts {
  const before = facts.get(lower);
  if (before) return before;
  if (facts.size >= MOST_FACTS) facts.clear();
  const known: WordFacts = {
    word: hashOf(lower.replace(/\d/g, '0')),
    stem: hashOf(stemOf(lower)),
    ends: [hashOf(lower.slice(-2)), hashOf(lower.slice(-3)), hashOf(lower.slice(-4))],
  };
  facts.set(lower, known);
  return known;
}

/** A word without its commonest endings, so that "enriches" and "enriching" share what is learned. */
function stemOf(lower: string): string {
  if (lower.length < 5) return lower;
  const bare = lower.replace(/(?:ies|ied)$/, 'y').replace(/(?:'s|ing|ed|es|s)$/, '');
  return bare.length < 3 ? lower : bare.replace(/e$/, '');
}

export function settingOf(sentences: readonly Sentence[], ratings: Ratings): Setting {
  let [words, foggy] = [0, 0];
  for (const { tokens } of sentences) {
    for (const { kind, lower } of tokens) {
      if (kind !== 'word') continue;
      words += 1;
      if ((ratings(lower)?.mark ?? 0) >= FOGGY) foggy += 1;
    }
  }
  return { words, foggy };
}

/**
 * Hands the features of each token of a sentence to a sink, in order.
 * @param matches what the word lists know in the sentence, overlapping phrases included
 */
export function readFeatures(
  sentence: ReadSentence,
  matches: readonly Match[],
  ratings: Ratings,
  { words, foggy }: Setting,
  sink: FeatureSink,
): void {
  const { tokens, apart } = sentence;
  const { length } = tokens;
  const known = tokens.map(({ kind, lower }) => factsOf(kind === 'number' ? '0' : lower));
  const tags = tokens.map(({ tag }) => hashOf(tag));
  const rated = tokens.map(({ kind, lower }) => (kind === 'word' ? ratings(lower) : undefined));
  const pairs = tokens.map(({ kind, lower }, at) =>
    kind === 'word' ? ratings(lower, tokens[at + 1]?.lower ?? '') : undefined,
  );
  const longest = longestMatches(matches, length);
  const rules = longest.map((match) => (match ? hashOf(match.entry.rule) : NO_RULE));
  const joining = tokens.map(
    ({ lower }) => lower === ',' || lower === 'and' || lower === 'or' || lower === '&',
  );
  const long = Math.min(9, Math.floor(Math.log2(1 + words) * 1.5));
  const fog = Math.min(9, Math.floor((20 * foggy) / (words + 4)));

  for (let at = 0; at < length; at += 1) {
    const w = (d: number) => (tokens[at + d]?.kind === 'number' ? NUMBER : (known[at + d]?.word ?? d));
    const s = (d: number) => known[at + d]?.stem ?? d;
    const e = (d: number) => known[at + d]?.ends[1] ?? d;
    const t = (d: number) => tags[at + d] ?? d;
    const r = (d: number) => markAt(rated[at + d], tokens[at + d]?.kind);
    const c = (d: number) => rated[at + d]?.concrete ?? -1;
    const l = (d: number) => rules[at + d] ?? NO_RULE;
    const joins = (d: number) => joining[at + d] ?? false;
    const match = longest[at];
    const place = placeIn(match, at);
    const topic = match ? hashOf(match.entry.topic) : NONE;
    const entry = match ? hashOf(match.entry.written) : NONE;
    const ahead = match ? match.to - at + 1 : 1;
    const behind = match ? match.from - at - 1 : -1;
    const row = (joins(-1) ? 1 : 0) + (joins(1) ? 2 : 0);
    const [end2 = 0, end3 = 0, end4 = 0] = known[at]?.ends ?? [];
    const [w_3, w_2, w_1, w0, w1, w2, w3] = [w(-3), w(-2), w(-1), w(0), w(1), w(2), w(3)];
    const [s_2, s_1, s0, s1, s2] = [s(-2), s(-1), s(0), s(1), s(2)];
    const [t_2, t_1, t0, t1, t2] = [t(-2), t(-1), t(0), t(1), t(2)];
    const [r_2, r_1, r0, r1, r2] = [r(-2), r(-1), r(0), r(1), r(2)];
    const [rowBefore, rowAfter] = [joins(-1) ? -2 : 0, joins(1) ? 2 : 0];
    // biome-ignore format: one line a kind of feature
    begin(state, 0);
    add(1);
    // Words and their shapes.
    add(w0);
    add(s0);
    add(end3);
    add(end4);
    add(end2, t0);
    add(w_1);
    add(w1);
    add(w_2);
    add(w2);
    add(w_3);
    add(w3);
    add(s_1, s0);
    add(s0, s1);
    add(s_1, s0, s1);
    add(w_2, w_1, s0);
    add(s0, w1, w2);
    add(w_1, w1);
    add(s_2, s0);
    add(s0, s2);
    add(e(-1), end3);
    add(end3, e(1));
    // Parts of speech.
    add(t0);
    add(t_1);
    add(t1);
    add(t_1, t0);
    add(t0, t1);
    add(t_1, t0, t1);
    add(t_2, t_1, t0);
    add(t0, t1, t2);
    add(t_2, t_1, t0, t1, t2);
    add(s0, t0);
    add(s0, t_1);
    add(s0, t1);
    add(s_1, t0);
    add(s1, t0);
    add(w_1, t0, t1);
    add(s0, t_1, t1);
    // How readers rate the words by themselves.
    add(r0);
    add(r0, t0);
    add(r_1);
    add(r1);
    add(r2);
    add(r_2);
    add(r_1, r0);
    add(r0, r1);
    add(r_1, r0, r1);
    add(r0, t1);
    add(r0, t_1);
    add(r0, w_1);
    add(r0, w1);
    add(rated[at]?.type ?? -1, c(0));
    add(c(1), t0);
    add(c(1), r0);
    add(c(-1), r0);
    add(markAt(pairs[at], 'word'), r0);
    add(markAt(pairs[at - 1], 'word'), r0);
    // The word lists.
    add(topic, place);
    add(l(0), place);
    add(l(0), t0, t1);
    add(l(0), r0);
    add(entry);
    add(entry, w(ahead));
    add(entry, t(ahead));
    add(entry, t(behind));
    add(topic, t(ahead));
    add(topic, w(ahead));
    add(topic, t(behind));
    add(l(-1), l(0));
    add(l(0), l(1));
    add(l(-1));
    add(l(1));
    add(l(2));
    add(l(-2));
    add(l(0), figureNear(sentence, match?.to ?? at));
    add(l(0), nameNear(sentence, match?.to ?? at));
    add(apart[at] ? 1 : 0);
    // "a, b and c".
    add(row, t0);
    add(row, r0);
    add(row, l(rowBefore), l(rowAfter));
    add(row, r(rowBefore), r(rowAfter));
    // The place in the sentence, and what the whole text is like.
    add(Math.floor((4 * at) / length), Math.min(6, length >> 3));
    add(r0, Math.min(6, length >> 3));
    add(at === 0 ? 1 : at === length - 1 ? 2 : 0, t0);
    add(long);
    add(long, r0);
    add(long, l(0));
    add(long, topic);
    add(fog, r0);
    add(fog, l(0));
    add(Math.min(12, foggy), r0);
    const before = longest[at - 1];
    const going = match && before === match ? 1 : (match ? 2 : 0) + (before ? 4 : 0);
    // biome-ignore format: one line a kind of feature
    begin(step, STEP);
    add(1);
    add(t_1, t0);
    add(w0);
    add(w_1);
    add(w_1, w0);
    add(t0);
    add(t_1);
    add(going);
    add(going, t_1, t0);
    add(r_1, r0);
    add(t_1, t0, t1);
    sink(state, step);
  }
}

function longestMatches(matches: readonly Match[], length: number): readonly (Match | undefined)[] {
  const longest: (Match | undefined)[] = new Array(length).fill(undefined);
  for (const match of matches) {
    for (let at = match.from; at <= match.to; at += 1) {
      const before = longest[at];
      if (!before || before.to - before.from < match.to - match.from) longest[at] = match;
    }
  }
  return longest;
}

/** Where a token is in its phrase: alone, first, inside, last; 4 where there is no phrase. */
function placeIn(match: Match | undefined, at: number): number {
  if (!match) return 4;
  if (match.from === match.to) return 0;
  return at === match.from ? 1 : at === match.to ? 3 : 2;
}

function markAt(rating: Rating | undefined, kind: string | undefined): number {
  if (rating) return rating.mark;
  return kind === undefined ? -3 : kind === 'word' ? -1 : -2;
}

function figureNear(sentence: ReadSentence, at: number): number {
  for (let here = at - 2; here <= at + 5; here += 1) {
    if (isFigure(sentence, here)) return here < at ? 1 : 2;
  }
  return 0;
}

function nameNear({ tokens }: ReadSentence, at: number): number {
  for (let here = at + 1; here <= at + 4; here += 1) if (tokens[here]?.tag === 'name') return 1;
  return tokens[at - 1]?.tag === 'name' ? 2 : 0;
}
