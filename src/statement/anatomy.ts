import type { Root } from 'nlcst';
import { memoiseLast } from '../english/memoise-last';
import { type Sentence, sentencesOf, textOfTokens } from '../english/sentences';
import type { Token } from '../english/token';
import { guessParts, PARTS, type PartName } from './anatomy/span-model';
import { enablesDeed, tidyWho } from './anatomy/tidy';
import type { Span } from './position';
import { treesOfText } from './prose-trees';

export { PARTS, type PartName } from './anatomy/span-model';

/** A part of a statement: its position in the source, and its plain text. */
interface AnatomyPart extends Span {
  readonly text: string;
}

/** The parts of a statement; a part that is not found is omitted. */
export interface Anatomy {
  readonly who?: AnatomyPart;
  readonly what?: AnatomyPart;
  readonly change?: AnatomyPart;
}

/** Minimum probability of a part's absence to be reported as missing: nine in ten of these reports are right. */
const MISSING: Readonly<Record<PartName, number>> = { who: 0.8, what: 0.6, change: 0.84 };

/** Maximum number of tokens. The search is not linear, and no real statement is longer; the rest is ignored. */
const MAX_TOKENS = 160;

/**
 * Who a statement is for, what the group does, and what changes for them: for each part its main phrase. Parts may
 * overlap:
 * the people who are helped are often inside the words about the help.
 * @param tree the statement's retext tree; spans are in the offsets of its positions
 */
export function findAnatomy(tree: Root): Anatomy {
  const found = read(tree);
  if (!found) return {};
  return Object.fromEntries(found.flatMap(({ tokens }, at) => (tokens ? [[PARTS[at], toPart(tokens)]] : [])));
}

/**
 * The parts that a statement almost certainly lacks: fewer than those that are not found. Empty for a text without
 * words.
 */
export function missingParts(tree: Root): readonly PartName[] {
  const found = read(tree);
  return PARTS.filter((part, at) => (found?.[at]?.absent ?? 0) >= MISSING[part]);
}

const read = memoiseLast((tree: Root) => {
  const sentences = shortened(sentencesOf(tree));
  const guesses = guessParts(sentences);
  const all = sentences.flatMap(({ tokens }) => tokens);
  return guesses?.map(({ tokens, absent }, at) => {
    const part = PARTS[at];
    if (part === 'who' && tokens) return { tokens: tidyWho(all, tokens), absent };
    return part === 'change' && absent >= MISSING.change && enablesDeed(all)
      ? { tokens, absent: 0 }
      : { tokens, absent };
  });
});

function shortened(sentences: readonly Sentence[]): readonly Sentence[] {
  let left = MAX_TOKENS;
  return sentences.flatMap((sentence) => {
    const tokens = sentence.tokens.slice(0, Math.max(0, left));
    left -= tokens.length;
    return tokens.length > 0 ? [{ ...sentence, tokens }] : [];
  });
}

function toPart(tokens: readonly Token[]): AnatomyPart {
  const [first, last] = [tokens[0], tokens.at(-1)] as [Token, Token];
  return { start: first.start, end: last.end, text: textOfTokens(tokens) };
}

/** Who, what and change of a statement's plain text, with offsets in that text. */
export function plainAnatomy(plain: string): Anatomy {
  return findAnatomy({ type: 'RootNode', children: treesOfText(plain).flatMap((tree) => tree.children) });
}
