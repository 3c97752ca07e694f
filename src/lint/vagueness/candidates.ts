import type { Root } from 'nlcst';
import { memoiseLast } from '../../english/memoise-last';
import type { LexiconEntry, ListedEntry } from './entry';
import type { EntryIndex } from './entry-index';
import { lexicon } from './lexicon';
import type { Match, ReadSentence } from './match';
import { matchAt } from './pattern';
import { readSentences } from './read-sentences';

/** For each sentence of a tree all matches of the word lists, including overlapping ones. */
export const candidatesOf = memoiseLast((tree: Root): readonly (readonly Match[])[] =>
  readSentences(tree).map((sentence) => candidatesIn(sentence, lexicon())),
);

/** The matches of an index in a sentence, the longest first if they overlap. */
export function matchesIn(sentence: ReadSentence, index: EntryIndex): Match[] {
  return withoutOverlaps(candidatesIn(sentence, index));
}

export function candidatesIn(sentence: ReadSentence, index: EntryIndex): Match[] {
  const candidates: Match[] = [];
  for (const [at, token] of sentence.tokens.entries()) {
    if (token.kind !== 'word') continue;
    for (const entry of index.at(token.lower, sentence.tokens[at + 1]?.lower)) {
      const match = tryEntry(entry, sentence, at);
      if (match) candidates.push(match);
    }
  }
  return candidates;
}

function tryEntry(entry: ListedEntry, sentence: ReadSentence, at: number): Match | undefined {
  const hit = matchAt(entry.phrase, sentence, sentence.tags, at);
  if (!hit) return undefined;
  let { to } = hit;
  // Do not cut "other maths applicants" in half.
  if (entry.written.endsWith('@noun')) while (sentence.tags[to + 1] === 'noun') to += 1;
  return matchOf(entry, sentence, hit.from, to);
}

export function matchOf(entry: LexiconEntry, sentence: ReadSentence, from: number, to: number): Match {
  const { start = 0 } = sentence.tokens[from] ?? {};
  const { end = start } = sentence.tokens[to] ?? {};
  return { entry, sentence, from, to, start, end };
}

/** The longest of overlapping matches; among equally long ones, the one whose forms fit the part of speech. */
export function withoutOverlaps(candidates: readonly Match[]): Match[] {
  if (candidates.length < 2) return [...candidates];
  const rank = (match: Match) => match.to - match.from + (fitsItsTag(match) ? 0.5 : 0);
  const byRank = [...candidates].sort((a, b) => rank(b) - rank(a) || a.from - b.from);
  const kept: Match[] = [];
  const taken = new Set<number>();
  for (const match of byRank) {
    if (tokensOf(match).some((at) => taken.has(at))) continue;
    kept.push(match);
    for (const at of tokensOf(match)) taken.add(at);
  }
  return kept.sort((a, b) => a.from - b.from);
}

/** "Support" is in the lists as a verb and as a noun, with different questions. */
function fitsItsTag({ entry, sentence, from }: Match): boolean {
  const tag = sentence.tags[from];
  return (tag === 'verb' || tag === 'ing') === (entry.forms === 'v');
}

export function tokensOf({ from, to }: { readonly from: number; readonly to: number }): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}
