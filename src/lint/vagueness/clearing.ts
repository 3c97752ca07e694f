import { memoiseLast } from '../../english/memoise-last';
import { clearancesOf } from '../lexicon';
import { words } from './clearing-words';
import type { Clearance } from './entry';
import { isExplained } from './examples';
import type { Match, ReadSentence } from './match';
import { isMentioned, isNegated, isNotAll, isNotTried } from './negation';
import { isAboutPeople, isNarrowed } from './people';
import { hasDeadline, hasRhythm } from './rhythm';
import {
  isAimedAt,
  isCounted,
  isGiven,
  isInThanks,
  isNoun,
  isRestOfList,
  isVarying,
  isVerb,
  isWished,
} from './senses';
import { isInSetPhrase } from './set-phrases';

/** Whether the sentence itself makes the wording concrete, or the wording is not the writer's. */
export function isCleared(match: Match): boolean {
  const { sentence, from, to } = match;
  for (let at = from; at <= to; at += 1) if (sentence.apart[at]) return true;
  const clearances = clearancesOf(match.entry.rule);
  return (
    (clearances.has('negation') && isNegated(match)) ||
    (clearances.has('not-all') && isNotAll(match)) ||
    (clearances.has('attempt') && (isNotTried(match) || isNoun(match))) ||
    (clearances.has('number-near') && (isCounted(match) || isVarying(match))) ||
    (clearances.has('measure') && isMeasured(match, clearances)) ||
    (clearances.has('example') && isExplained(match, clearances)) ||
    (clearances.has('context') &&
      (isInThanks(match) ||
        isPointed(match) ||
        isAimedAt(match) ||
        isCondition(match) ||
        isNarrowed(match) ||
        isRestOfList(match) ||
        (isAboutPeople(match) && isWished(match)) ||
        isContrasted(match) ||
        isMentioned(match) ||
        isGiven(match) ||
        hasRhythm(match) ||
        hasDeadline(match) ||
        isSpelledOut(match) ||
        isInSetPhrase(match) ||
        isVerb(match)))
  );
}

const POINTERS: ReadonlySet<string> = new Set(['these', 'those', 'such', 'this']);

const PLACED = /^(?:listed|named|mentioned|described|given|shown|stated|set)$/;

/** "These values", "such tools", "the following groups": named directly above or below. */
function isPointed({ sentence: { tokens, tags }, from, to }: Match): boolean {
  // "The following sections hold more exact plans."
  if (tokens[0]?.lower === 'the' && tokens[1]?.lower === 'following') return true;
  // "These remarkable people": it is known which people, but not why they are remarkable.
  if (tags[to] !== 'noun' || (from < to && tags[from] === 'adjective')) return false;
  // "The needs above", "the needs listed below", "the above needs".
  const next = PLACED.test(tokens[to + 1]?.lower ?? '') ? to + 2 : to + 1;
  const article = tokens[from - 1]?.lower === 'the' || tokens[from]?.lower === 'the';
  if (
    article &&
    /^(?:above|below|overleaf)$/.test(tokens[next]?.lower ?? '') &&
    !/^(?:noun|name|number|determiner|possessive|pronoun)$/.test(tags[next + 1] ?? '')
  )
    return true;
  if (/^(?:above|aforementioned|above-mentioned|abovementioned)$/.test(tokens[from - 1]?.lower ?? ''))
    return true;
  return [Math.min(from + 1, to), from, from - 1, from - 2].some((at) => {
    const word = tokens[at]?.lower;
    return word === 'following'
      ? tokens[at - 1]?.lower === 'the'
      : (at === from - 1 && POINTERS.has(word ?? '')) || (at === from && word === 'these');
  });
}

const SEVERAL: ReadonlySet<string> = new Set(['several', 'multiple', 'some', 'any']);
const CONDITIONS: ReadonlySet<string> = new Set(['if', 'when', 'whenever', 'where', 'unless', 'should']);

/** "If several members apply": any number above one. */
function isCondition({ sentence: { tokens }, from, to }: Match): boolean {
  if (from !== to || !SEVERAL.has(tokens[from]?.lower ?? '')) return false;
  for (let at = from - 1; at >= 0; at -= 1) {
    const word = tokens[at]?.lower ?? '';
    if (CONDITIONS.has(word)) return true;
    if (/^[,;:]$/.test(word)) return false;
  }
  return false;
}

/** Topics whose question is what is done. */
const DEEDS: ReadonlySet<string> = new Set([
  'verbs that sound good',
  'fine verbs in a row',
  'verbs, unspecified',
  'other broad verbs',
]);
/** In tokens: where the next sentence says "by". */
const BY_REACH = 10;

/** "We empower tenants by teaching them to read", "We support tenants. We do so by teaching …": the deed follows. */
function isSpelledOut({ sentence, entry, to }: Match): boolean {
  if (!DEEDS.has(entry.topic)) return false;
  if (entry.topic === 'verbs that sound good' && lastDeed(sentence) > to) return true;
  const { next } = sentence;
  if (!next || !/^(?:we|it|they|this|our)$/.test(next.tokens[0]?.lower ?? '')) return false;
  return next.tokens
    .slice(0, BY_REACH)
    .some(({ lower }, at) => lower === 'by' && /.ing$|^:$/.test(next.tokens[at + 1]?.lower ?? ''));
}

const lastDeed = memoiseLast(({ tokens }: ReadSentence): number =>
  tokens.findLastIndex(({ lower }, at) => lower === 'by' && /.ing$/.test(tokens[at + 1]?.lower ?? '')),
);

const CONTRASTS: ReadonlySet<string> = new Set(['rather than', 'as opposed', 'instead of']);

/** "We rely on best practices rather than on theory": the other side says what is meant. */
function isContrasted({ sentence: { tokens }, to }: Match): boolean {
  return CONTRASTS.has(`${tokens[to + 1]?.lower} ${tokens[to + 2]?.lower}`);
}

/** Units of things that one measures. */
const UNIT = new RegExp(words.unit);

/** "A high-quality scan has 600 dpi", "a 600-dpi scan of high quality": the unit shows what is measured. */
function hasUnit(sentence: ReadSentence, from: number, to: number): boolean {
  const { tokens } = sentence;
  for (let at = Math.max(0, from - 4); at < tokens.length && at <= to + 8; at += 1) {
    const word = tokens[at]?.lower ?? '';
    const [, joined = ''] = /^\d[\d.,]*-?(\D+)$/.exec(word) ?? [];
    if (UNIT.test(joined) || (isFigure(sentence, at) && UNIT.test(tokens[at + 1]?.lower ?? ''))) return true;
  }
  return false;
}

const BOUNDS: ReadonlySet<string> = new Set('within under least most below above over than by'.split(' '));

/** A figure nearby: "many (12,000) families", "fast: under 200 ms", "success: a first job within six months". */
function isMeasured({ sentence, to, from }: Match, clearances: ReadonlySet<Clearance>): boolean {
  const { tokens, tags } = sentence;
  if (clearances.has('evidence') && (hasEvidence(sentence, to) || hasUnit(sentence, from, to))) return true;
  const mayBeNear = clearances.has('number-near');
  if (mayBeNear && (isFigure(sentence, from - 1) || tokens[to + 1]?.lower === 'than')) return true;
  if (clearances.has('number-after') && isFigure(sentence, to + 1)) return true;
  let opened = false;
  for (let at = to + 1; at < tokens.length && at <= to + 8; at += 1) {
    const token = tokens[at];
    if (!token) break;
    const mark = token.lower;
    if (mark === ';' || mark === '.') break;
    if (mark === ':' || mark === '(' || mark === '—' || mark === '–' || mark === '=') opened = true;
    if (isFigure(sentence, at) && !isListNumber(sentence, at)) {
      if (opened || BOUNDS.has(tokens[at - 1]?.lower ?? '')) return true;
      if (mayBeNear && at - to <= 3) return true;
    }
    if (!opened && at - to > 4 && tags[at] === 'verb') break;
  }
  return false;
}

const EVIDENCED = /^(?:evidenced|shown|measured|proven|demonstrated|certified|attested|audited)$/;

/** Evidence or a standard later in the sentence: "a quality laboratory, certified to ISO 17025". */
function hasEvidence(sentence: ReadSentence, to: number): boolean {
  return lastEvidence(sentence) > to;
}

/** Memoised, because each match of a sentence asks. */
const lastEvidence = memoiseLast(({ tokens }: ReadSentence): number =>
  tokens.findLastIndex(({ lower, text }, at) => {
    const next = tokens[at + 1]?.lower ?? '';
    return text === 'ISO' || (EVIDENCED.test(lower) && /^(?:by|to|under|against)$/.test(next));
  }),
);

/** "To become a success: 1. By …": the number is that of a list item. */
function isListNumber({ tokens }: ReadSentence, at: number): boolean {
  const [before, after] = [tokens[at - 1]?.text, tokens[at + 1]?.text];
  return /^\d+[.)]$/.test(tokens[at]?.text ?? '') || (before === ':' && (after === '.' || after === ')'));
}

const WRITTEN_NUMBERS: ReadonlySet<string> = new Set(
  (
    'two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty sixty seventy ' +
    'eighty ninety hundred thousand million billion dozen'
  ).split(' '),
);

/** A number, in digits or in words. */
export function isFigure(sentence: ReadSentence, at: number): boolean {
  const token = sentence.tokens[at];
  if (!token) return false;
  if (token.kind === 'number') return true;
  return token.kind === 'word' && (WRITTEN_NUMBERS.has(token.lower) || /^\d/.test(token.lower));
}
