import type { Root } from 'nlcst';
import { type Match, type ReadSentence, readSentences } from './analysis';
import { isFigure } from './clearing';
import { singularOf } from './inflect';

/**
 * What a text makes concrete for the rest of its document, as short keys: `number:family` where it says how many
 * families, `name:community` where it says which community, `sense:quality` where it says what quality means.
 */
export type Facts = ReadonlySet<string>;

const known = new WeakMap<Root, readonly string[]>();

/** The facts that one block tells; kept as long as its tree is. */
export function factsOf(tree: Root): readonly string[] {
  const before = known.get(tree);
  if (before) return before;
  const keys = new Set<string>();
  for (const sentence of readSentences(tree)) {
    for (const key of definitions(sentence)) keys.add(key);
    for (const [at, tag] of sentence.tags.entries()) {
      if (isFigure(sentence, at)) for (const noun of nounsAfter(sentence, at)) keys.add(`number:${noun}`);
      if (tag === 'noun' && isNamed(sentence, at)) keys.add(`name:${headAt(sentence, at)}`);
    }
  }
  const facts = [...keys];
  known.set(tree, facts);
  return facts;
}

/** The facts of all blocks of a document together. */
export function documentFacts(blocks: Iterable<readonly string[]>): Facts {
  const facts = new Set<string>();
  for (const block of blocks) for (const key of block) facts.add(key);
  return facts;
}

/** Whether the document says elsewhere what a finding asks; `about` is what its message carries. */
export function isClearedBy(finding: { readonly about?: readonly string[] }, facts: Facts): boolean {
  return finding.about?.some((key) => facts.has(key)) ?? false;
}

/** The facts that would answer the question that a match raises. */
export function factsThatClear({ entry, sentence, to }: Match): string[] {
  const head = headAt(sentence, to);
  switch (entry.rule) {
    case 'vague-quantity':
      return nounsAfter(sentence, to).map((noun) => `number:${noun}`);
    case 'generality':
      return entry.topic === 'people, unspecified' ? [`sense:${head}`, `name:${head}`] : [`sense:${head}`];
    case 'vague-degree':
    case 'buzzword':
      return [`sense:${head}`];
    default:
      return [];
  }
}

function headAt({ tokens }: ReadSentence, at: number): string {
  return singularOf(tokens[at]?.lower ?? '');
}

/** The nouns that a quantity speaks of: "12,000 young families" tells of families. */
function nounsAfter(sentence: ReadSentence, at: number): string[] {
  const nouns: string[] = [];
  for (let here = at + 1; here < sentence.tokens.length && here <= at + 4; here += 1) {
    const tag = sentence.tags[here];
    if (tag === 'noun') nouns.push(headAt(sentence, here));
    else if (nouns.length > 0 || tag !== 'adjective') break;
  }
  return nouns;
}

/** "The Hartland community", "the community of Birmingham". */
function isNamed({ tokens, tags }: ReadSentence, at: number): boolean {
  if (tags[at - 1] === 'name' && tokens[at - 2]?.kind !== 'punctuation') return true;
  const link = tokens[at + 1]?.lower;
  if (link !== 'of' && link !== 'in' && link !== 'around') return false;
  return tags[at + 2] === 'name' || (tags[at + 2] === 'determiner' && tags[at + 3] === 'name');
}

/** "Quality means …", "By quality we mean …", "Quality: …", "services such as …". */
function* definitions(sentence: ReadSentence): Generator<string> {
  const { tokens } = sentence;
  for (let at = 1; at < tokens.length - 1; at += 1) {
    const word = tokens[at]?.lower;
    const next = tokens[at + 1]?.lower;
    const [head, early] = [headAt(sentence, at - 1), at <= 4];
    if (early && (word === 'means' || (word === 'is' && next === 'when'))) yield `sense:${head}`;
    else if (early && word === ':' && tokens.length - at > 3) yield `sense:${head}`;
    else if (word === 'we' && next === 'mean' && tokens[at - 2]?.lower === 'by') yield `sense:${head}`;
    else if (word === 'such' && next === 'as') yield `sense:${head}`;
  }
}
