import type { Nodes, Root, Sentence as SentenceNode } from 'nlcst';
import { toString as textOf } from 'nlcst-to-string';
import { lazyTest } from '../text/letters';
import { memoiseLast } from './memoise-last';
import { inNames } from './names';
import type { TagReading } from './readings';
import { tagged } from './tagger';
import type { Piece, Token } from './token';

/** The tokens of one sentence, without white space. */
export interface Sentence {
  readonly tokens: readonly Token[];
  readonly start: number;
  readonly end: number;
}

/** The sentences of a retext tree, tagged. Memoised for the last tree. */
export const sentencesOf = memoiseLast((tree: Root): readonly Sentence[] => {
  const sentences: Sentence[] = [];
  for (const node of sentenceNodes(tree)) {
    const sentence = toSentence(node);
    if (sentence) sentences.push(sentence);
  }
  return sentences;
});

/** The sentence nodes of a tree, in order. Skips their children, which are most of the tree. */
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

/** The words and numbers of a sentence. */
export function wordsOf(sentence: Sentence): readonly Token[] {
  return sentence.tokens.filter(({ kind }) => kind === 'word' || kind === 'number');
}

/** The text of tokens, with single spaces for white space in the source. */
export function textOfTokens(tokens: readonly Piece[]): string {
  return tokens.map(({ text, spaced }, index) => (spaced && index > 0 ? ` ${text}` : text)).join('');
}

function toSentence(node: SentenceNode): Sentence | undefined {
  const pieces = piecesOf(node);
  const [first, last] = [pieces[0], pieces.at(-1)];
  if (!first || !last) return undefined;
  const [readings, names] = [tagged(pieces), inNames(pieces)];
  // Listing the fields is several times faster than spreading the piece.
  const tokens = pieces.map(({ kind, text, lower, start, end, spaced }, index): Token => {
    const { tag, lemma } = readings[index] as TagReading;
    return { kind, text, lower, start, end, spaced, tag, lemma, isName: names[index] ?? false };
  });
  return { tokens, start: first.start, end: last.end };
}

function piecesOf(node: SentenceNode): readonly Piece[] {
  const pieces: Piece[] = [];
  let spaced = false;
  for (const child of node.children) {
    if (child.type === 'WhiteSpaceNode') {
      spaced = true;
      continue;
    }
    const text = textOf(child);
    const start = child.position?.start.offset ?? 0;
    const end = child.position?.end.offset ?? start + text.length;
    const piece: Piece = { kind: kindOf(child, text), text, lower: normal(text), start, end, spaced };
    // A picture at the end of a word belongs to it: “bread🍞”.
    if (piece.kind === 'punctuation' && !spaced && isPicture(text) && pieces.at(-1)?.kind === 'word')
      continue;
    if (piece.kind === 'word' && CLOSED_BY_STOP.test(text)) pieces.push(...withStopApart(piece));
    else pieces.push(piece);
    spaced = false;
  }
  return pieces;
}

const pictures = lazyTest('^(?:\\p{Extended_Pictographic}|[\u200d\ufe0f]|[\\u{1f3fb}-\\u{1f3ff}])+$');
const isPicture = (text: string) => !PLAIN.test(text) && pictures(text);

const CLOSED_BY_STOP = /[a-z]{3}\.$/;

/**
 * parse-english takes a full stop before a lower-case letter for an abbreviation: "children. we also …". Here it ends
 * the word.
 */
function withStopApart(piece: Piece): readonly Piece[] {
  const { text, lower, end } = piece;
  const word = { ...piece, text: text.slice(0, -1), lower: lower.slice(0, -1), end: end - 1 };
  return [word, { kind: 'punctuation', text: '.', lower: '.', start: end - 1, end, spaced: false }];
}

function kindOf(node: Nodes, text: string): Piece['kind'] {
  if (node.type === 'SourceNode') return 'source';
  if (node.type !== 'WordNode') return 'punctuation';
  return /^[\d.,:]*\d[\d.,:]*(?:st|nd|rd|th|%)?$/.test(text) ? 'number' : 'word';
}

const PLAIN = /^[!-~]*$/;

function normal(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase();
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[’ʼ]/g, "'")
    .replace(/[\u2010\u2011]/g, '-')
    .replace(/[\u00ad\u200b-\u200d\u2060]/g, '');
}
