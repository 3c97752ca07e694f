import type { Tag } from '../../english/tag';
import { isFigure } from './clearing';
import type { Condition } from './entry';
import type { Match } from './match';

/** Whether the entry's own conditions on its place are met. */
export function holds(match: Match): boolean {
  const { entry, sentence } = match;
  const before = sentence.tokens[match.from - 1]?.lower;
  const after = sentence.tokens[match.to + 1]?.lower;
  if (before !== undefined && entry.after.has(before)) return false;
  if (after !== undefined && entry.before.has(after)) return false;
  if (entry.except.size > 0 && entry.except.has(wordsOf(match))) return false;
  if (isVerbOnObject(match)) return false;
  return entry.when.every((condition) => CONDITIONS[condition](match));
}

const NOUN_LIKE: ReadonlySet<Tag> = new Set<Tag>(['noun', 'name', 'ing', 'adjective', 'number']);

const CONDITIONS: Readonly<Record<Condition, (match: Match) => boolean>> = {
  adjective: (match) =>
    tagBefore(match, 1) !== 'to' && (tagBefore(match, 1) !== 'verb' || isAttributive(match)),
  attributive: isAttributive,
  bare: isBare,
  coordinated: () => true,
  final: (match) => match.sentence.tokens[match.to + 1]?.kind !== 'word',
  leading: isLeading,
  loose: (match) => tagBefore(match, 1) !== 'noun' && tagBefore(match, 1) !== 'name',
  noun: (match) => !isVerbHere(match),
  ours: isOurs,
  placeless: isPlaceless,
  predicative: (match) => !isAttributive(match),
  uncounted: ({ sentence, from }) => !isFigure(sentence, from - 1),
  unnamed: isUnnamed,
  unqualified: (match) => isUnnamed(match) && isUnqualified(match),
  verb: isVerbHere,
};

function tagAt(match: Match, at: number): Tag | undefined {
  return match.sentence.tags[at];
}

function tagBefore(match: Match, distance: number): Tag | undefined {
  return match.sentence.tags[match.from - distance];
}

function isVerbHere(match: Match): boolean {
  const tag = tagAt(match, match.from);
  return tag === 'verb' || (tag === 'ing' && tagBefore(match, 1) !== 'determiner');
}

/** Before a noun, other adjectives in between or not: "quality education", "quality, affordable care". */
function isAttributive({ sentence, to }: Match): boolean {
  let joined = false;
  for (let at = to + 1; at < to + 8; at += 1) {
    const tag = sentence.tags[at];
    if (tag === undefined) return false;
    if (JOINS.has(sentence.tokens[at]?.lower ?? '')) joined = true;
    else if (joined && tag === 'adjective') joined = false;
    else if (tag !== 'adverb') return !joined && NOUN_LIKE.has(tag);
  }
  return false;
}

const JOINS: ReadonlySet<string> = new Set([',', 'and', 'or', '/']);

/** A verb whose object says nothing: it ends the clause, or an equally general noun follows. */
function isBare(match: Match): boolean {
  const next = match.sentence.tokens[match.to + 1];
  return !next || next.kind === 'punctuation' || tagAt(match, match.to + 1) === 'conjunction';
}

/** "Challenging every student" and "to perfect the craft" praise nothing: the word is a verb there. */
function isVerbOnObject({ entry, sentence, from, to }: Match): boolean {
  if (entry.forms !== 'a') return false;
  const [before, next] = [sentence.tags[from - 1], sentence.tags[to + 1]];
  const takesObject = next === 'determiner' || next === 'possessive' || next === 'pronoun';
  return takesObject && (sentence.tokens[to]?.lower.endsWith('ing') || before === 'to');
}

/** After these a new deed begins; parse-english does not end a sentence before a small letter. */
const STARTS: ReadonlySet<string> = new Set(['to', 'we', ':', '.', ';', '-', '–', '•', '*', ')']);

/** What a group says it does: "to promote …", "We promote …", "define and promote …", or a sentence's first word. */
function isLeading(match: Match): boolean {
  const { tokens, tags } = match.sentence;
  const next = tags[match.to + 1];
  if (next === undefined || next === 'preposition' || next === 'other') return false;
  for (let at = match.from - 1; at >= match.from - 8; at -= 1) {
    const word = tokens[at]?.lower;
    const tag = tags[at];
    if (word === undefined || STARTS.has(word)) return true;
    const joins = word === ',' || word === 'and' || word === '&';
    if (!joins && tag !== 'verb' && tag !== 'ing' && tag !== 'adverb') return false;
  }
  return false;
}

const OTHER_SUBJECTS: ReadonlySet<string> = new Set(
  (
    'who whoever that students individuals people those they you person persons women men adults anyone member members ' +
    'parents youth families graduates'
  ).split(' '),
);

/** What the group does, not what the people do whom it serves: "students who wish to …" promise nothing. */
function isOurs(match: Match): boolean {
  const { tokens } = match.sentence;
  for (let at = match.from - 1; at >= 0 && at >= match.from - 3; at -= 1) {
    if (OTHER_SUBJECTS.has(tokens[at]?.lower ?? '')) return false;
  }
  return true;
}

function wordsOf({ sentence, from, to }: Match): string {
  return sentence.tokens
    .slice(from, to + 1)
    .map((token) => token.lower)
    .join(' ');
}

/** Adjectives that narrow nothing down: what they stand before is as broad as it was. */
const WIDE: ReadonlySet<string> = new Set(
  (
    'additional appropriate available broader civic common cultural different diverse economic ' +
    'emotional entire essential ethical future general global greater human important individual intellectual key ' +
    'larger life local many moral more necessary needed new other our overall own personal physical political ' +
    'practical professional public quality related relevant social special specific spiritual such surrounding total ' +
    'unique various vital whole wide wider world changing'
  ).split(' '),
);

/** No name and no place says which: not "the Hartland community", not "the community of Birmingham". */
function isUnnamed(match: Match): boolean {
  const { tokens, tags } = match.sentence;
  if (tags[match.from - 1] === 'name' || tags[match.to + 1] === 'name') return false;
  const at = match.to + 1;
  const next = tokens[at]?.lower;
  if (next === 'of') return false;
  if (next === 'in' || next === 'at' || next === 'around' || next === 'from' || next === 'near') {
    for (let here = at + 1; here < at + 5; here += 1) {
      const tag = tags[here];
      if (tag === 'name') return false;
      if (tag !== 'determiner' && tag !== 'adjective' && tag !== 'possessive' && tag !== 'noun') return true;
    }
  }
  return true;
}

/** No place is named before it in the sentence: "schools in Argentina and … in the region" tells which region. */
function isPlaceless({ sentence: { tokens, tags }, from }: Match): boolean {
  for (let at = from - 1; at > 0; at -= 1) {
    if (tags[at] === 'name' && /^(?:in|across|throughout|around)$/.test(tokens[at - 1]?.lower ?? ''))
      return false;
  }
  return true;
}

/** No noun or telling adjective before it, no "of …", "for …", "who …" after it. */
function isUnqualified(match: Match): boolean {
  const { tokens, tags } = match.sentence;
  const before = tokens[match.from - 1];
  const tag = tags[match.from - 1];
  if (before && tag && !WIDE.has(before.lower)) {
    if (tag === 'noun' || tag === 'name' || tag === 'adjective') return false;
    // "Providing individuals with …": a verb's form tells nothing of who they are.
    if (tag === 'ing' && !GIVING.test(before.lower)) return false;
  }
  const next = tokens[match.to + 1]?.lower;
  return !(
    next === 'of' ||
    (next === 'with' && !isGiven(match)) ||
    next === 'who' ||
    next === 'that' ||
    next === 'which' ||
    next === 'where'
  );
}

/** Verbs whose "with" tells what is handed over, and not who the people are. */
const GIVING =
  /^(?:provid|suppl|equip|furnish|present|empower|entrust|arm|assist|help|support|serv|engag|work|connect)/;

/** "Provide individuals with skills": the object of a verb that goes on with its gift. */
function isGiven({ sentence: { tokens, tags }, from }: Match): boolean {
  let at = from - 1;
  while (tags[at] === 'determiner' || tags[at] === 'adjective' || tags[at] === 'possessive') at -= 1;
  return GIVING.test(tokens[at]?.lower ?? '');
}
