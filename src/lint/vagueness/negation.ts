import { words } from './clearing-words';
import type { Match, ReadSentence } from './match';

const NEGATIONS: ReadonlySet<string> = new Set(
  (
    "not never no without nor neither cannot isn't aren't wasn't weren't don't doesn't didn't can't won't wouldn't " +
    'hardly scarcely'
  ).split(' '),
);
/** "Not only the best" denies nothing. */
const NOT_DENIED: ReadonlySet<string> = new Set(['only', 'just', 'merely', 'simply', 'for-profit']);

/** "Not the best, but the nearest", "we never call it innovative", "neither many nor costly". */
export function isNegated({ sentence, from }: Match): boolean {
  const { tokens, tags } = sentence;
  for (let at = from - 1; at >= 0 && at >= from - 3; at -= 1) {
    const word = tokens[at]?.lower ?? '';
    if (NEGATIONS.has(word)) return !NOT_DENIED.has(tokens[at + 1]?.lower ?? '');
    if (!/^(?:determiner|possessive|adjective|adverb)$/.test(tags[at] ?? '')) break;
  }
  return isRenamed(sentence, from);
}

/** "Never call it", "do not claim to be". */
const RENAMED = new RegExp(words.renamed);

function isRenamed({ tokens }: ReadSentence, from: number): boolean {
  const before = tokens.slice(Math.max(0, from - 9), from).map(({ lower }) => `${lower} `);
  return RENAMED.test(before.join(''));
}

/** "We do not strive to win", "without trying to please", "instead of aiming at the top": nothing is tried. */
export function isNotTried({ sentence: { tokens, tags }, from }: Match): boolean {
  let at = from - 1;
  while (tags[at] === 'adverb' && !NEGATIONS.has(tokens[at]?.lower ?? '')) at -= 1;
  const [word, before] = [tokens[at]?.lower ?? '', tokens[at - 1]?.lower];
  if (NEGATIONS.has(word)) return !NOT_DENIED.has(tokens[at + 1]?.lower ?? '');
  return (word === 'than' && before === 'rather') || (word === 'of' && before === 'instead');
}

/** "Not everyone", "almost always": no claim of all. */
const NOT_ALL =
  /^(?:not|almost|nearly|hardly|scarcely|barely|virtually|practically|isn't|aren't|don't|doesn't|cannot|can't|won't)$/;
/** "We cannot feed everyone", "do not bake for all people"; "do not leave anyone out" means all of them. */
const CANNOT = new RegExp(words.cannot);
const ALL = /^(?:everyone|everybody|all|every|always|everywhere|everything|anywhere|forever)$/;

/** Whether the sentence denies that it is all, everyone or always. */
export function isNotAll({ sentence: { tokens }, from }: Match): boolean {
  if (!ALL.test(tokens[from]?.lower ?? '')) return false;
  const [before, next] = [tokens[from - 1]?.lower ?? '', tokens[from - 2]?.lower ?? ''];
  if (NOT_ALL.test(before)) return true;
  if (/^(?:for|to|of|in|by)$/.test(before) && next === 'not') return true;
  return CANNOT.test(
    tokens
      .slice(Math.max(0, from - 6), from)
      .map(({ lower }) => `${lower} `)
      .join(''),
  );
}

const WORDS_OF_LANGUAGE =
  /^(?:words?|terms?|phrases?|adjectives?|buzzwords?|adverbs?|verbs?|nouns?|clich[eé]s?|slogans?)$/;

/** "Words such as innovative and excellent", "the word many": the wording is spoken of, not used. */
export function isMentioned({ sentence: { tokens, tags }, from }: Match): boolean {
  const before = (at: number) => tokens[at]?.lower ?? '';
  // "In other words, many boats" and "in terms of quality" are no mention.
  if (/^(?:word|term|phrase|adjective|verb|noun|adverb|buzzword)$/.test(before(from - 1)))
    return /^(?:the|this|that|our|a|one)$/.test(before(from - 2));
  let at = from - 1;
  while (
    at > 0 &&
    (/^(?:,|and|or|&)$/.test(before(at)) || /^(?:adjective|adverb|noun|ing)$/.test(tags[at] ?? ''))
  ) {
    if (before(at) === 'like') break;
    at -= 1;
  }
  if (before(at) === 'as' && before(at - 1) === 'such') at -= 2;
  else if (before(at) === 'like') at -= 1;
  else return false;
  return WORDS_OF_LANGUAGE.test(before(at)) && !/^(?:other|of)$/.test(before(at - 1));
}
