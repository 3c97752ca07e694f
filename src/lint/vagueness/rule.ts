import type { Root } from 'nlcst';
import type { Plugin } from 'unified';
import type { VFile } from 'vfile';
import { conjugate } from '../../english/inflect';
import { ruleUrl } from '../rule-url';
import type { Advice } from '../rules/prose-rule';
import { joined, matchesIn, readSentences, vagueStretches } from './analysis';
import type { Entry, ListedRule } from './entry';
import type { EntryIndex } from './entry-index';
import { factsThatClear } from './facts';
import { indexOf, TOPICS } from './lexicon';
import type { Match } from './match';
import { positionOf } from './place';

/** Options that all rules with word lists have. */
export interface WordOptions {
  /** Words and phrases never marked, in all their forms. */
  readonly accept?: readonly string[] | null;
  /** Words and phrases of your own to mark. */
  readonly flag?: readonly string[] | null;
}

/** Makes the retext plugin of one rule with word lists. */
export function wordListPlugin(rule: ListedRule): Plugin<[(WordOptions | null)?], Root> {
  return function (options) {
    const accepted = ownIndex(rule, options?.accept);
    const flagged = ownIndex(rule, options?.flag);
    // Each rule of a pipeline adds itself, so that all know which of them are on when the first text comes.
    const rules = this.data('wordListRules') ?? new Set<ListedRule>();
    this.data('wordListRules', rules.add(rule));
    return (tree: Root, file: VFile) => {
      let matches = vagueStretches(tree, rules).filter(({ entry }) => entry.rule === rule);
      if (flagged) matches = withOwn(tree, matches, flagged);
      if (accepted) matches = withoutAccepted(tree, matches, accepted);
      for (const match of joined(matches)) report(tree, file, match);
    };
  };
}

declare module 'unified' {
  interface Data {
    /** The rules with word lists that a pipeline has. */
    wordListRules?: Set<ListedRule>;
  }
}

function withOwn(tree: Root, matches: readonly Match[], index: EntryIndex): Match[] {
  const own = readSentences(tree).flatMap((sentence) => matchesIn(sentence, index));
  const others = matches.filter((match) => !touched(own, match));
  return [...own, ...others].sort((a, b) => a.start - b.start);
}

/** A stretch goes when an accepted phrase covers it whole: accepting "quality" leaves "high-quality". */
function withoutAccepted(tree: Root, matches: readonly Match[], index: EntryIndex): Match[] {
  if (matches.length === 0) return [];
  const accepted = readSentences(tree).flatMap((sentence) => matchesIn(sentence, index));
  return matches.filter((match) => {
    const nearest = touched(accepted, match);
    return !(nearest && nearest.start <= match.start && nearest.end >= match.end);
  });
}

/** The first of some matches, which are in order and apart, that shares a character with another. */
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

/** The user's own words, in all their forms, as an index. Anything that is no word is passed over. */
function ownIndex(rule: ListedRule, words: readonly string[] | null | undefined): EntryIndex | undefined {
  const entries: string[] = [];
  for (const word of words ?? []) {
    const parts = (typeof word === 'string' ? word : '')
      .toLowerCase()
      .replace(/[’ʼ]/g, "'")
      .match(/[\p{L}\p{N}'&-]+/gu);
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
      topic: 'own',
      rule,
      says: 'is on your own list',
      question: model?.question ?? 'What exactly is meant here?',
      why: 'Your settings ask for this word to be marked.',
      entries,
    },
  ]);
}

function report(tree: Root, file: VFile, match: Match): void {
  const { entry, sentence, from, to, start, end } = match;
  const actual = textOf(sentence.tokens.slice(from, to + 1));
  const place = positionOf(tree, start, end);
  const message = file.message(`“${actual}” ${entry.says}`, {
    ruleId: entry.rule,
    source: 'purpose',
    ...(place && { place }),
  });
  const advice: Advice = {
    url: ruleUrl(entry.rule),
    actual,
    expected: replacements(entry, sentence.tokens[from]?.lower ?? ''),
    note: entry.why.replaceAll('{text}', actual),
    question: entry.question.replaceAll('{text}', actual),
    about: factsThatClear(match),
  };
  Object.assign(message, advice);
}

/** The replacements in the form that stands there: "utilizing" becomes "using". */
function replacements(entry: Entry, first: string): string[] {
  const [base = '', kind] = /^([a-z-]+)(?:\.(v))?(?= |$)/.exec(entry.written)?.slice(1) ?? [];
  if (kind !== 'v' && entry.forms !== 'v') return [...entry.instead];
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
