import { memoiseLast } from '../../english/memoise-last';
import { clearancesOf } from '../lexicon';
import type { Clearance } from './entry';
import type { Match, ReadSentence } from './match';
import { isAimedAt, isCounted, isInThanks, isRestOfList, isVarying, isVerb, isWished } from './senses';
import { isInSetPhrase } from './set-phrases';

/** Whether the sentence itself makes the wording concrete, or the wording is not the writer's. */
export function isCleared(match: Match): boolean {
  const { sentence, from, to } = match;
  for (let at = from; at <= to; at += 1) if (sentence.apart[at]) return true;
  const clearances = clearancesOf(match.entry.rule);
  return (
    (clearances.has('negation') && isNegated(match)) ||
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
        (PEOPLE.has(match.entry.topic) && isWished(match)) ||
        isContrasted(match) ||
        isSpelledOut(match) ||
        isInSetPhrase(match) ||
        isVerb(match)))
  );
}

const POINTERS: ReadonlySet<string> = new Set(['these', 'those', 'such', 'this']);

/** "These values", "such tools", "the following groups": named directly above or below. */
function isPointed({ sentence: { tokens, tags }, from, to }: Match): boolean {
  // "The following sections hold more exact plans."
  if (tokens[0]?.lower === 'the' && tokens[1]?.lower === 'following') return true;
  // "These remarkable people": it is known which people, but not why they are remarkable.
  if (tags[to] !== 'noun' || (from < to && tags[from] === 'adjective')) return false;
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

const PEOPLE: ReadonlySet<string> = new Set(['people, unspecified', 'all people']);

/** "Anyone online who is at risk", "individuals interested in brewing": the clause says which people are meant. */
function isNarrowed(match: Match): boolean {
  const { sentence, entry, to } = match;
  const { tokens, tags } = sentence;
  if (isNamedGroup(match)) return true;
  if (!PEOPLE.has(entry.topic)) return false;
  const at = tags[to + 1] === 'adverb' ? to + 2 : to + 1;
  const next = tokens[at]?.lower ?? '';
  return /^(?:who|whose|whom)$/.test(next) || (/ed$/.test(next) && tags[at + 1] === 'preposition');
}

/** In words: shorter phrases, such as "community of lifelong learners", could still be anyone. */
const TELLING = 3;

/** "A community around the chess pieces of this port", "a network of bakers who work at night". */
function isNamedGroup({ sentence: { tokens, tags }, to }: Match): boolean {
  if (!/^(?:community|communities|network|networks|movement)$/.test(tokens[to]?.lower ?? '')) return false;
  if (!/^(?:of|around)$/.test(tokens[to + 1]?.lower ?? '')) return false;
  let words = 0;
  let at = tags[to + 2] === 'determiner' ? to + 3 : to + 2;
  const isPart = () =>
    /^(?:noun|name|adjective|ing|number)$/.test(tags[at] ?? '') || tokens[at]?.lower === ',';
  for (; words < TELLING && isPart(); at += 1) if (tokens[at]?.lower !== ',') words += 1;
  const after = tokens[at]?.lower ?? '';
  return words >= TELLING || /^(?:who|whose|that|aged|from|in|using)$/.test(after);
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

const NEGATIONS: ReadonlySet<string> = new Set("not never no without nor isn't aren't don't".split(' '));

/** "not the best, but the nearest"; "not only the best" denies nothing. */
function isNegated({ sentence, from }: Match): boolean {
  for (let at = from - 1; at >= 0 && at >= from - 3; at -= 1) {
    const token = sentence.tokens[at];
    if (!token) return false;
    if (NEGATIONS.has(token.lower)) {
      const next = sentence.tokens[at + 1]?.lower;
      return next !== 'only' && next !== 'just' && next !== 'for-profit';
    }
    const tag = sentence.tags[at];
    if (tag !== 'determiner' && tag !== 'possessive' && tag !== 'adjective' && tag !== 'adverb') return false;
  }
  return false;
}

const BOUNDS: ReadonlySet<string> = new Set('within under least most below above over than by'.split(' '));

/** A figure nearby: "many (12,000) families", "fast: under 200 ms", "success: a first job within six months". */
function isMeasured({ sentence, to, from }: Match, clearances: ReadonlySet<Clearance>): boolean {
  const { tokens, tags } = sentence;
  if (clearances.has('evidence') && hasEvidence(sentence, to)) return true;
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

/** An example or a definition follows: "services such as a weekly clinic", "partners, i.e. the two schools". */
function isExplained({ sentence, to }: Match, clearances: ReadonlySet<Clearance>): boolean {
  const { tokens } = sentence;
  // "Many ports have free moorings (e.g. Leith)": examples of an open number may come late.
  const last = to + (clearances.has('number-near') ? 12 : 4);
  for (let at = to + 1; at <= last && at < tokens.length; at += 1) {
    const word = tokens[at]?.lower ?? '';
    const next = tokens[at + 1]?.lower;
    if (word === 'such' && next === 'as') return true;
    if (/^(?:namely|i\.e\.?|e\.g\.?)$/.test(word)) return true;
    if (word === 'for' && (next === 'example' || next === 'instance')) return true;
    if (word === 'that' && next === 'is' && tokens[at - 1]?.lower === ',') return true;
    if (word === 'including' && clearances.has('including')) return true;
    if (word === ':' && clearances.has('colon')) return true;
  }
  return false;
}
