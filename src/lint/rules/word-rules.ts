import type { Root } from 'nlcst';
import { conjugate } from '../../english/inflect';
import { WORD_LETTERS } from '../../text/letters';
import type { Draft } from '../finding';
import { definitionOf, TOPICS, WORD_RULE_IDS, type WordRuleId } from '../lexicon';
import { OWN_WORDS } from '../options';
import { defineRule, type Rule } from '../rule';
import { joined, vagueStretches } from '../vagueness/analysis';
import { matchesIn } from '../vagueness/candidates';
import type { LexiconEntry } from '../vagueness/entry';
import type { EntryIndex } from '../vagueness/entry-index';
import { factsThatClear } from '../vagueness/facts';
import { indexOf } from '../vagueness/lexicon';
import type { Match } from '../vagueness/match';
import { readSentences } from '../vagueness/read-sentences';

/** One rule per word list. They share one pass over the text. */
export const wordRules = WORD_RULE_IDS.map(wordRule);

/** The rule of a word list. */
export function wordRule(id: WordRuleId): Rule<WordRuleId, 'prose'> {
  const { title, summary, level = 'info', traits = {} } = definitionOf(id);
  return defineRule({
    id,
    title,
    summary,
    level,
    scope: 'prose',
    options: OWN_WORDS,
    traits,
    check({ accept, flag }, { isOn }) {
      const accepted = ownIndex(id, accept);
      const flagged = ownIndex(id, flag);
      return (tree) => {
        let matches = vagueStretches(tree, isOn).filter(({ entry }) => entry.rule === id);
        if (flagged) matches = withOwn(tree, matches, flagged);
        if (accepted) matches = withoutAccepted(tree, matches, accepted);
        return joined(matches).map(toDraft);
      };
    },
  });
}

function withOwn(tree: Root, matches: readonly Match[], index: EntryIndex): Match[] {
  const own = readSentences(tree).flatMap((sentence) => matchesIn(sentence, index).filter(isProse));
  const others = matches.filter((match) => !touched(own, match));
  return [...own, ...others].sort((a, b) => a.start - b.start);
}

/** Whether a match is the writer's own prose: not a name, quotation or code. */
function isProse({ sentence, from, to }: Match): boolean {
  return !sentence.apart.slice(from, to + 1).includes(true);
}

/** Drops a match if an accepted phrase covers its vague part: accepting "quality" also accepts "high-quality". */
function withoutAccepted(tree: Root, matches: readonly Match[], index: EntryIndex): Match[] {
  if (matches.length === 0) return [];
  const accepted = readSentences(tree).flatMap((sentence) => matchesIn(sentence, index));
  return matches.filter((match) => {
    const { start, end } = match.core ?? match;
    return !accepted.some((one) => one.start <= start && one.end >= end);
  });
}

/** The first of some ordered, disjoint matches that overlaps another. */
function touched(matches: readonly Match[], { start, end }: Match): Match | undefined {
  let low = 0;
  let high = matches.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((matches[middle] as Match).end <= start) low = middle + 1;
    else high = middle;
  }
  const found = matches[low];
  return found && found.start < end ? found : undefined;
}

/** The topic of the user's words. */
const OWN = 'own';

const PARTS = new RegExp(`[${WORD_LETTERS}'&-]+`, 'gu');

/** The user's words, in all their forms, as an index; `undefined` if there are none. */
function ownIndex(rule: WordRuleId, words: readonly string[]): EntryIndex | undefined {
  const entries: string[] = [];
  for (const word of words) {
    const parts = word.toLowerCase().replace(/[’ʼ]/g, "'").match(PARTS);
    if (!parts) continue;
    const last = parts.length - 1;
    entries.push(
      parts
        .map((part, index) => {
          if (index === 0 && last === 0) return `${part}.n|${part}.v|${part}.a`;
          if (index === 0) return `${part}.v`;
          return index === last ? `${part}.n` : part;
        })
        .join(' '),
    );
  }
  if (entries.length === 0) return undefined;
  const model = TOPICS.find((topic) => topic.rule === rule);
  return indexOf([
    {
      topic: OWN,
      rule,
      says: 'is on your own list',
      question: 'What would you rather say than “{text}”?',
      why: 'Your settings ask for this word to be marked.',
      clearedBy: model?.clearedBy ?? [],
      entries,
    },
  ]);
}

function toDraft(match: Match): Draft {
  const { entry, sentence, from, to, start, end } = match;
  const text = textOf(sentence.tokens.slice(from, to + 1));
  return {
    start,
    end,
    message: `“${text}” ${entry.says}`,
    question: entry.question.replaceAll('{text}', text),
    note: entry.why.replaceAll('{text}', text),
    suggestions: replacements(entry, sentence.tokens[from]?.lower ?? ''),
    ...(entry.safe && { safe: true as const }),
    clearedBy: factsThatClear(match),
    ...(entry.topic === OWN && { own: true as const }),
    ...(match.confidence === undefined ? {} : { confidence: match.confidence }),
  };
}

/** The replacements in the form of the replaced word: "utilizing" becomes "using". */
function replacements(entry: LexiconEntry, first: string): readonly string[] {
  const [base = '', kind] = /^([a-z-]+)(?:\.(v))?(?= |$)/.exec(entry.written)?.slice(1) ?? [];
  if (kind !== 'v' && entry.forms !== 'v') return entry.instead;
  return entry.instead.map((replacement) => likeForm(base, first, replacement));
}

function likeForm(base: string, actual: string, replacement: string): string {
  if (actual === base || replacement === '') return replacement;
  const [verb = '', ...rest] = replacement.split(' ');
  const forms = conjugate(verb);
  let form = forms.past;
  if (actual.endsWith('ing')) form = forms.ing;
  else if (actual === conjugate(base).third) form = forms.third;
  return [form, ...rest].join(' ');
}

function textOf(tokens: readonly { text: string; spaced: boolean }[]): string {
  return tokens.map((token, index) => (index > 0 && token.spaced ? ` ${token.text}` : token.text)).join('');
}
