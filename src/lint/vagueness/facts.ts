import type { Root } from 'nlcst';
import { singularOf } from '../../english/inflect';
import type { Span } from '../../statement/position';
import { isFigure } from './clearing';
import type { Match, ReadSentence } from './match';
import { readSentences } from './read-sentences';

/** The kind of a fact about a noun: its number, its name, or its sense. */
export type FactKind = (typeof FACT_KINDS)[number];
const FACT_KINDS = ['number', 'name', 'sense'] as const;

/**
 * Something that a text states precisely, so that a vague word about the same noun elsewhere needs no finding. Its key
 * is short: `number:family` says how many families, `name:community` which community, `sense:quality` what quality
 * means.
 */
export interface Fact extends Span {
  readonly key: string;
}

/**
 * The facts of a whole document, without positions: these change with every letter typed before them, and clearing does
 * not need them.
 */
export interface Facts {
  /** For each key the blocks that state it, at most two. */
  readonly byKey: ReadonlyMap<string, readonly PlacedFact[]>;
  /** The nouns of all facts. */
  readonly nouns: ReadonlySet<string>;
}

/** The position of a fact: the index of its block in the document, and its index among the facts of that block. */
export interface PlacedFact {
  readonly block: number;
  readonly index: number;
}

/** The facts in one tree. */
export function factsOf(tree: Root): readonly Fact[] {
  const found = new Map<string, Fact>();
  for (const sentence of readSentences(tree)) {
    const tell = (key: string, from: number, to: number): void => {
      const [first, last] = [sentence.tokens[from], sentence.tokens[to]];
      if (first && last && !found.has(key)) found.set(key, { key, start: first.start, end: last.end });
    };
    for (const { head, at } of definitions(sentence)) tell(`sense:${head}`, at, sentence.tokens.length - 1);
    for (const [at, tag] of sentence.tags.entries()) {
      if (isFigure(sentence, at))
        for (const noun of nounsAfter(sentence, at)) tell(`number:${headAt(sentence, noun)}`, at, noun);
      const name = tag === 'noun' ? nameAt(sentence, at) : undefined;
      if (name) tell(`name:${headAt(sentence, at)}`, name.from, name.to);
    }
  }
  return [...found.values()];
}

let last: { readonly blocks: readonly (readonly Fact[])[]; readonly facts: Facts } = {
  blocks: [],
  facts: { byKey: new Map(), nouns: new Set() },
};

/**
 * Combines the facts of all blocks of a document, in order. Returns the same object as last time if no block's facts
 * have changed.
 */
export function documentFacts(blocks: readonly (readonly Fact[])[]): Facts {
  const same =
    blocks.length === last.blocks.length &&
    blocks.every((facts, index) => tellTheSame(facts, last.blocks[index] ?? []));
  if (!same) last = { blocks, facts: gathered(blocks) };
  return last.facts;
}

function tellTheSame(some: readonly Fact[], others: readonly Fact[]): boolean {
  if (some === others) return true;
  return some.length === others.length && some.every(({ key }, at) => key === others[at]?.key);
}

function gathered(blocks: readonly (readonly Fact[])[]): Facts {
  const byKey = new Map<string, PlacedFact[]>();
  for (const [block, facts] of blocks.entries()) {
    for (const [index, { key }] of facts.entries()) {
      const before = byKey.get(key);
      if (!before) byKey.set(key, [{ block, index }]);
      else if (before.length === 1 && before[0]?.block !== block) before.push({ block, index });
    }
  }
  return { byKey, nouns: new Set([...byKey.keys()].map(nounOf)) };
}

function nounOf(key: string): string {
  return key.slice(key.indexOf(':') + 1);
}

/**
 * Finds facts about a finding's nouns in other blocks, as its related places. A fact does not clear the finding: “families
 * in Leith” names the families, but “many families” lacks their number.
 */
export function factsNear(
  { clearedBy = [] }: { readonly clearedBy?: readonly string[] },
  block: number,
  facts: Facts,
): readonly PlacedFact[] {
  const near = new Map<string, PlacedFact>();
  for (const key of clearedBy) {
    const noun = nounOf(key);
    if (!facts.nouns.has(noun)) continue;
    for (const kind of FACT_KINDS) {
      const elsewhere = facts.byKey.get(`${kind}:${noun}`)?.find((placed) => placed.block !== block);
      if (elsewhere) near.set(`${kind}:${noun}`, elsewhere);
    }
  }
  return [...near.values()];
}

/** Whether the document answers a finding's question elsewhere. */
export function isClearedBy(finding: { readonly clearedBy?: readonly string[] }, facts: Facts): boolean {
  return finding.clearedBy?.some((key) => facts.byKey.has(key)) ?? false;
}

/** The facts that would clear a match. */
export function factsThatClear({ entry, sentence, to }: Match): string[] {
  return entry.clearedBy.flatMap((kind) =>
    kind === 'number'
      ? nounsAfter(sentence, to).map((noun) => `number:${headAt(sentence, noun)}`)
      : [`${kind}:${headAt(sentence, to)}`],
  );
}

function headAt({ tokens }: ReadSentence, at: number): string {
  return singularOf(tokens[at]?.lower ?? '');
}

/** The nouns that a quantity is about: "12,000 young families" is about families. */
function nounsAfter(sentence: ReadSentence, at: number): number[] {
  const nouns: number[] = [];
  for (let here = at + 1; here < sentence.tokens.length && here <= at + 4; here += 1) {
    const tag = sentence.tags[here];
    if (tag === 'noun') nouns.push(here);
    else if (nouns.length > 0 || tag !== 'adjective') break;
  }
  return nouns;
}

/** The range of a noun's name: "the Hartland community", "the community of Birmingham". */
function nameAt({ tokens, tags }: ReadSentence, at: number): { from: number; to: number } | undefined {
  if (tags[at - 1] === 'name' && tokens[at - 2]?.kind !== 'punctuation') {
    let from = at - 1;
    while (tags[from - 1] === 'name') from--;
    return { from, to: at };
  }
  const link = tokens[at + 1]?.lower;
  if (link !== 'of' && link !== 'in' && link !== 'around') return undefined;
  let to = tags[at + 2] === 'determiner' ? at + 3 : at + 2;
  if (tags[to] !== 'name') return undefined;
  while (tags[to + 1] === 'name') to++;
  return { from: at, to };
}

/** "Quality means …", "By quality we mean …", "Quality: …", "services such as …": the word, and its position. */
function* definitions(sentence: ReadSentence): Generator<{ readonly head: string; readonly at: number }> {
  const { tokens } = sentence;
  // "We support sailors by: mending sails, …": the list says how.
  const isList = tokens.at(-1)?.text === ':' && tokens.at(-2)?.lower === 'by';
  if (isList && /^(?:we|it|they)$/.test(tokens[0]?.lower ?? '')) yield { head: headAt(sentence, 1), at: 1 };
  for (let at = 1; at < tokens.length - 1; at += 1) {
    const word = tokens[at]?.lower;
    const next = tokens[at + 1]?.lower;
    const [head, early] = [headAt(sentence, at - 1), at <= 4];
    if (early && (word === 'means' || (word === 'is' && next === 'when'))) yield { head, at: at - 1 };
    else if (early && word === ':' && tokens.length - at > 3) yield { head, at: at - 1 };
    else if (word === 'we' && next === 'mean' && tokens[at - 2]?.lower === 'by') yield { head, at: at - 1 };
    else if (word === 'such' && next === 'as') yield { head, at: at - 1 };
    else if (early && /^(?:is|are)$/.test(word ?? '') && isWho(tokens, at + 1)) {
      yield { head, at: at - 1 };
      // "Trusted friends are the people who …" also says what makes them trusted.
      if (at > 1) yield { head: headAt(sentence, at - 2), at: at - 2 };
    } else if (/^(?:is|are)$/.test(word ?? '') && /^(?:a|an|the)$/.test(next ?? '')) {
      const subject = namedSubject(sentence, at - 1);
      if (subject !== undefined) yield { head: headAt(sentence, subject), at: subject };
    }
  }
}

/** "The people who", "those whom", "the ones we": which ones are meant. */
function isWho(tokens: ReadSentence['tokens'], at: number): boolean {
  const words = tokens.slice(at, at + 3).map(({ lower }) => lower);
  return /^(?:(?:the )?(?:people|persons|ones|groups|places)|those) (?:who|whom|whose|that|which|we|you|they|in|with)(?: |$)/.test(
    words.join(' '),
  );
}

/** In tokens: the subject of a definition is short. */
const LONGEST_SUBJECT = 6;

/** The noun of a subject that has a name or quotation marks: "the Fediverse ecosystem is …", "“Partners” are …". */
function namedSubject({ tokens, tags }: ReadSentence, end: number): number | undefined {
  if (end > LONGEST_SUBJECT) return undefined;
  if (/^["”]$/.test(tokens[end]?.text ?? '') && /^["“]$/.test(tokens[end - 2]?.text ?? '')) return end - 1;
  const isPhrase = tags.slice(0, end).every((tag) => /^(?:determiner|adjective|name|noun)$/.test(tag));
  return isPhrase && tags[end] === 'noun' && tags.slice(0, end).includes('name') ? end : undefined;
}
