import type { Root } from 'nlcst';
import { isClosed } from '../../english/tag';
import { definitionOf, isJudged, type WordRuleId } from '../lexicon';
import { candidatesOf, matchOf, tokensOf, withoutOverlaps } from '../vagueness/candidates';
import type { Match, ReadSentence } from '../vagueness/match';
import { readSentences } from '../vagueness/read-sentences';
import { readValues, type Setting, settingOf } from './features';
import { generalEntry } from './general-questions';
import { chainMarginals, type Model, model } from './model';
import { KINDS, type Ratings } from './ratings';

/** A word-list phrase counts as found if the model marks at least this share of its tokens. */
const SHARE = 0.5;

/**
 * The vague wording of a tree according to the model, in order, not overlapping.
 * @param isOn which rules are on
 */
export function judgedStretches(tree: Root, isOn: (rule: WordRuleId) => boolean): Match[] {
  const { ratings, threshold } = model();
  const sentences = readSentences(tree);
  const setting = settingOf(sentences, ratings);
  const candidates = candidatesOf(tree);
  return sentences.flatMap((sentence, index) => {
    const known = (candidates[index] ?? []).filter(({ entry }) => isJudged(entry.rule));
    const marked = marksIn(sentence, known, setting, model());
    if (!marked.some((mark) => mark >= threshold)) return [];
    return stretchesIn({ sentence, marked, threshold, known, isOn, ratings });
  });
}

/** For each token, the probability that a careful reader would mark it. */
function marksIn(
  sentence: ReadSentence,
  known: readonly Match[],
  setting: Setting,
  { ratings, state, step }: Model,
): Float64Array {
  const states: number[] = [];
  const steps: number[] = [];
  readValues(sentence, known, ratings, setting, (values) => {
    states.push(state(values));
    steps.push(step(values));
  });
  return chainMarginals(states, steps).marks;
}

interface SentenceMarks {
  readonly sentence: ReadSentence;
  readonly marked: Float64Array;
  readonly threshold: number;
  readonly known: readonly Match[];
  readonly isOn: (rule: WordRuleId) => boolean;
  readonly ratings: Ratings;
}

/** The marked tokens, split along the phrases of the word lists; wording that no list has gets a general question. */
function stretchesIn(reading: SentenceMarks): Match[] {
  const { sentence, marked, threshold, known, isOn } = reading;
  const isMarked = (at: number) => (marked[at] ?? 0) >= threshold;
  const likely = known.filter((match) => {
    const tokens = tokensOf(match);
    return tokens.filter(isMarked).length >= tokens.length * SHARE;
  });
  const phrases = withoutOverlaps(likely.filter(({ entry }) => isOn(entry.rule)));
  // Tokens of a disabled rule's phrase are not given to another rule.
  const taken = new Set([...phrases, ...withoutOverlaps(likely)].flatMap(tokensOf));
  const rest = restOf(sentence, (at) => isMarked(at) && !taken.has(at));
  const stretches: Match[] = [];
  const parts = [...phrases, ...rest.flatMap((part) => generalMatch(reading, part))];
  for (const part of parts.sort((a, b) => a.from - b.from)) {
    const last = stretches.at(-1);
    const whole = last && wholeOf(last, part, isMarked);
    if (whole) stretches[stretches.length - 1] = whole;
    else stretches.push(part);
  }
  return stretches.map((match) => ({
    ...withoutArticle(match, isMarked),
    confidence: confidenceOf(match, marked),
  }));
}

const ARTICLES: ReadonlySet<string> = new Set(['the', 'a', 'an']);

/**
 * "The community" is marked as "community" if the model does not mark the article. A phrase that a fix replaces stays
 * whole, and so does an amount: "a number of".
 */
function withoutArticle(match: Match, isMarked: (at: number) => boolean): Match {
  const { entry, sentence, from, to } = match;
  const { tokens, tags } = sentence;
  const next = tokens[from + 1];
  if (!next || from === to || isMarked(from) || entry.instead.length > 0) return match;
  if (definitionOf(entry.rule).traits?.coversNoun) return match;
  const isArticle = ARTICLES.has(tokens[from]?.lower ?? '') || tags[from] === 'possessive';
  return isArticle ? { ...match, from: from + 1, start: next.start } : match;
}

interface TokenRange {
  readonly from: number;
  readonly to: number;
}

const BETWEEN: ReadonlySet<string> = new Set(['and', 'or', '&']);

/** Runs of marked tokens without function words and punctuation at their ends. */
function restOf({ tokens }: ReadSentence, isRest: (at: number) => boolean): TokenRange[] {
  const parts: TokenRange[] = [];
  let from = -1;
  let to = -1;
  for (let at = 0; at <= tokens.length; at += 1) {
    const token = tokens[at];
    const isInRun = token?.kind === 'word' && isRest(at) && !(from >= 0 && BETWEEN.has(token.lower));
    if (isInRun) {
      if (!isClosed(token.tag)) {
        if (from < 0) from = at;
        to = at;
      }
    } else if (from >= 0) {
      parts.push({ from, to });
      from = -1;
    }
  }
  return parts;
}

/** A finding on words that no list has; its rule is that of their kind. */
function generalMatch({ sentence, isOn, ratings }: SentenceMarks, { from, to }: TokenRange): Match[] {
  const rule = ruleOf(sentence, { from, to }, ratings);
  const tag = sentence.tags[to];
  const entry = generalEntry(rule, tag === 'ing' ? 'verb' : (tag ?? 'noun'));
  if (!isOn(rule)) return [];
  const match = matchOf(entry, sentence, from, to);
  return [{ ...match, core: { start: sentence.tokens[to]?.start ?? match.start, end: match.end } }];
}

function ruleOf({ tokens, tags }: ReadSentence, { from, to }: TokenRange, ratings: Ratings): WordRuleId {
  for (let at = to; at >= from; at -= 1) {
    const rating = ratings(tokens[at]?.lower ?? '');
    const rule = rating && KINDS[rating.type];
    if (rule) return rule;
  }
  return tags[to] === 'adjective' || tags[to] === 'adverb' ? 'vague-degree' : 'generality';
}

/** A phrase and adjacent words that the model adds are one match: "technologically oriented" + "global economy". */
function wholeOf(one: Match, next: Match, isMarked: (at: number) => boolean): Match | undefined {
  const { tokens } = one.sentence;
  const [inner, general] = isGeneral(next) ? [one, next] : [next, one];
  if (!isGeneral(general) || isGeneral(inner)) return undefined;
  for (let at = one.to + 1; at < next.from; at += 1) {
    const token = tokens[at];
    if (!isMarked(at) || token?.kind !== 'word' || BETWEEN.has(token.lower)) return undefined;
  }
  // "Drive" + "children in need": the verb asks its own question.
  if (general === one && one.sentence.tags[one.to] === 'verb') return undefined;
  // "Many" already asks about its noun.
  if (general === next && definitionOf(inner.entry.rule).traits?.coversNoun) return inner;
  const { start, end } = inner;
  // The match is longer than the phrase, so removing the phrase is no longer a fix.
  const entry = { ...inner.entry, instead: [] };
  return { ...matchOf(entry, one.sentence, one.from, next.to), core: inner.core ?? { start, end } };
}

function isGeneral({ entry }: Match): boolean {
  return entry.written === '';
}

function confidenceOf(match: Match, marked: Float64Array): number {
  const words = tokensOf(match).filter((at) => match.sentence.tokens[at]?.kind === 'word');
  return words.reduce((sum, at) => sum + (marked[at] ?? 0), 0) / Math.max(1, words.length);
}
