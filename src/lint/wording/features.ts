import type { Sentence } from '../../english/sentences';
import { isFigure } from '../vagueness/clearing';
import type { Match, ReadSentence } from '../vagueness/match';
import { C, E, L, OTHERS, R, S, SLOTS, T, W } from './feature-templates';
import { hashOf } from './hash';
import type { Rating, Ratings } from './ratings';

/** Receives the feature values of one token. The array is reused for the next token. */
type ValueSink = (values: Int32Array) => void;

/** Properties of the whole text that are features of each sentence. */
export interface Setting {
  readonly words: number;
  /** Words that readers mark more often than not, in any context. */
  readonly foggy: number;
}

const NUMBER = hashOf('<number>');
const NONE = hashOf('<none>');
const NO_RULE = hashOf('-');
/** The mark beyond the sentence, and of a word without a rating. */
const NO_MARK = -3;
const NO_RATING = -1;
const JOINING: ReadonlySet<string> = new Set([',', 'and', 'or', '&']);
/** From this mark on, readers mark a word more often than not; see `ratings.ts`. */
const FOGGY = 3;

/** The values of one token; see templates.ts. */
const values = new Int32Array(SLOTS);

/** Properties of a word that do not depend on context. */
interface WordFacts {
  readonly word: number;
  readonly stem: number;
  readonly ends: readonly [number, number, number];
}

const facts = new Map<string, WordFacts>();
const MAX_FACTS = 10_000;

function factsOf(lower: string): WordFacts {
  const before = facts.get(lower);
  if (before) return before;
  if (facts.size >= MAX_FACTS) facts.clear();
  const known: WordFacts = {
    word: hashOf(lower.replace(/\d/g, '0')),
    stem: hashOf(stemOf(lower)),
    ends: [hashOf(lower.slice(-2)), hashOf(lower.slice(-3)), hashOf(lower.slice(-4))],
  };
  facts.set(lower, known);
  return known;
}

/** A word without its commonest endings, so that "enriches" and "enriching" share weights. */
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
 * Passes the values of each token of a sentence to a sink, in order.
 * @param matches the word-list matches in the sentence, including overlapping ones
 */
export function readValues(
  sentence: ReadSentence,
  matches: readonly Match[],
  ratings: Ratings,
  { words: wordCount, foggy }: Setting,
  sink: ValueSink,
): void {
  const { tokens, apart } = sentence;
  const { length } = tokens;
  const known = tokens.map(({ kind, lower }) => factsOf(kind === 'number' ? '0' : lower));
  const words = tokens.map(({ kind }, at) => (kind === 'number' ? NUMBER : (known[at] as WordFacts).word));
  const stems = known.map(({ stem }) => stem);
  const ends = known.map((facts) => facts.ends[1]);
  const tags = tokens.map(({ tag }) => hashOf(tag));
  const rated = tokens.map(({ kind, lower }) => (kind === 'word' ? ratings(lower) : undefined));
  const concrete = rated.map((rating) => rating?.concrete ?? NO_RATING);
  const marks = tokens.map(({ kind }, at) => markAt(rated[at], kind));
  const pairs = tokens.map(({ kind, lower }, at) =>
    markAt(kind === 'word' ? ratings(lower, tokens[at + 1]?.lower ?? '') : undefined, 'word'),
  );
  const longest = longestMatches(matches, length);
  const rules = longest.map((match) => (match ? hashOf(match.entry.rule) : NO_RULE));
  const figures = tokens.map((_, at) => isFigure(sentence, at));
  const joining = tokens.map(({ lower }) => JOINING.has(lower));
  const long = Math.min(9, Math.floor(Math.log2(1 + wordCount) * 1.5));
  const fog = Math.min(9, Math.floor((20 * foggy) / (wordCount + 4)));

  for (let at = 0; at < length; at += 1) {
    fill(W, 3, at, words);
    fill(S, 2, at, stems);
    fill(T, 2, at, tags);
    fill(E, 1, at, ends);
    fill(R, 2, at, marks, NO_MARK);
    fill(L, 2, at, rules, NO_RULE);
    fill(C, 1, at, concrete, NO_RATING);
    const match = longest[at];
    const before = longest[at - 1];
    const ahead = match ? match.to - at + 1 : 1;
    const behind = match ? match.from - at - 1 : -1;
    const [joinsBefore, joinsAfter] = [joining[at - 1] ?? false, joining[at + 1] ?? false];
    let slot = OTHERS;
    const put = (value: number) => {
      values[slot++] = value;
    };
    // In the order of their names in templates.ts.
    put(1);
    put(known[at]?.ends[0] ?? 0);
    put(known[at]?.ends[2] ?? 0);
    put(rated[at]?.type ?? NO_RATING);
    put(pairs[at] ?? NO_RATING);
    put(pairs[at - 1] ?? NO_RATING);
    put(match ? hashOf(match.entry.topic) : NONE);
    put(placeIn(match, at));
    put(match ? hashOf(match.entry.written) : NONE);
    put(words[at + ahead] ?? ahead);
    put(tags[at + ahead] ?? ahead);
    put(tags[at + behind] ?? behind);
    put(figureNear(figures, match?.to ?? at));
    put(nameNear(sentence, match?.to ?? at));
    put(apart[at] ? 1 : 0);
    put((joinsBefore ? 1 : 0) + (joinsAfter ? 2 : 0));
    put(rules[joinsBefore ? at - 2 : at] ?? NO_RULE);
    put(rules[joinsAfter ? at + 2 : at] ?? NO_RULE);
    put(marks[joinsBefore ? at - 2 : at] ?? NO_MARK);
    put(marks[joinsAfter ? at + 2 : at] ?? NO_MARK);
    put(Math.floor((4 * at) / length));
    put(Math.min(6, length >> 3));
    put(at === 0 ? 1 : at === length - 1 ? 2 : 0);
    put(long);
    put(fog);
    put(Math.min(12, foggy));
    put(match && before === match ? 1 : (match ? 2 : 0) + (before ? 4 : 0));
    sink(values);
  }
}

/** Fills the slots of a value for the tokens around one. Beyond the sentence it is `beyond`, or else the distance. */
function fill(slot: number, reach: number, at: number, list: readonly number[], beyond?: number): void {
  for (let by = -reach; by <= reach; by += 1) {
    const inside = at + by >= 0 && at + by < list.length;
    values[slot + by] = inside ? (list[at + by] as number) : (beyond ?? by);
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

/** The position of a token in its phrase: alone, first, inside, last; 4 without a phrase. */
function placeIn(match: Match | undefined, at: number): number {
  if (!match) return 4;
  if (match.from === match.to) return 0;
  return at === match.from ? 1 : at === match.to ? 3 : 2;
}

function markAt(rating: Rating | undefined, kind: string): number {
  if (rating) return rating.mark;
  return kind === 'word' ? -1 : -2;
}

function figureNear(figures: readonly boolean[], at: number): number {
  for (let here = at - 2; here <= at + 5; here += 1) {
    if (figures[here]) return here < at ? 1 : 2;
  }
  return 0;
}

function nameNear({ tokens }: ReadSentence, at: number): number {
  for (let here = at + 1; here <= at + 4; here += 1) if (tokens[here]?.tag === 'name') return 1;
  return tokens[at - 1]?.tag === 'name' ? 2 : 0;
}
