import type { Nodes, Root, Sentence as SentenceNode } from 'nlcst';
import { toString as textOf } from 'nlcst-to-string';
import { rememberLast } from './remember-last';

/**
 * One piece of a sentence. Offsets are those of the tree's positions: of the source file when the tree comes
 * from one, of the plain text otherwise.
 * `source` is inline code, a URL or whatever else is text but not prose.
 */
export interface Token {
  readonly kind: 'word' | 'number' | 'punctuation' | 'source';
  readonly text: string;
  /** The text in lower case with straight apostrophes: what word lists are keyed by. */
  readonly lower: string;
  readonly start: number;
  readonly end: number;
  /** Whether white space stands before it. */
  readonly spaced: boolean;
}

/** The tokens of one sentence, white space left out. */
export interface Sentence {
  readonly tokens: readonly Token[];
  readonly start: number;
  readonly end: number;
}

/** The sentences of a retext tree. */
export const sentencesOf = rememberLast((tree: Root): readonly Sentence[] => {
  const sentences: Sentence[] = [];
  for (const node of sentenceNodes(tree)) {
    const sentence = toSentence(node);
    if (sentence) sentences.push(sentence);
  }
  return sentences;
});

/** The sentence nodes of a tree, in order. What lies inside them is not walked: that is most of a tree. */
export function sentenceNodes(tree: Root): SentenceNode[] {
  const found: SentenceNode[] = [];
  const open: Nodes[] = [tree];
  for (let node = open.pop(); node; node = open.pop()) {
    if (node.type === 'SentenceNode') found.push(node);
    else if (node.type === 'RootNode' || node.type === 'ParagraphNode') {
      for (let at = node.children.length - 1; at >= 0; at -= 1) open.push(node.children[at] as Nodes);
    }
  }
  return found;
}

function toSentence(node: SentenceNode): Sentence | undefined {
  const tokens: Token[] = [];
  let spaced = false;
  for (const child of node.children) {
    if (child.type === 'WhiteSpaceNode') {
      spaced = true;
      continue;
    }
    const text = textOf(child);
    const start = child.position?.start.offset ?? 0;
    const end = child.position?.end.offset ?? start + text.length;
    const token: Token = { kind: kindOf(child, text), text, lower: normal(text), start, end, spaced };
    if (token.kind === 'word' && CLOSED_BY_STOP.test(text)) tokens.push(...withStopApart(token));
    else tokens.push(token);
    spaced = false;
  }
  const [first, last] = [tokens[0], tokens.at(-1)];
  return first && last ? { tokens, start: first.start, end: last.end } : undefined;
}

const CLOSED_BY_STOP = /[a-z]{3}\.$/;

/** A full stop before a small letter is taken for an abbreviation's: "children. we also …". Here it ends the word. */
function withStopApart(token: Token): readonly Token[] {
  const { text, lower, end } = token;
  const word = { ...token, text: text.slice(0, -1), lower: lower.slice(0, -1), end: end - 1 };
  return [word, { kind: 'punctuation', text: '.', lower: '.', start: end - 1, end, spaced: false }];
}

function kindOf(node: Nodes, text: string): Token['kind'] {
  if (node.type === 'SourceNode') return 'source';
  if (node.type !== 'WordNode') return 'punctuation';
  return /^[\d.,:]*\d[\d.,:]*(?:st|nd|rd|th|%)?$/.test(text) ? 'number' : 'word';
}

function normal(text: string): string {
  return text.toLowerCase().replace(/[’ʼ]/g, "'");
}
