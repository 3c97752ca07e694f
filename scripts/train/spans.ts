import type { Root } from 'nlcst';
import { indexOf } from '../../src/english/linear-model';
import { type Sentence, sentencesOf } from '../../src/english/sentences';
import {
  endFeatures,
  insideFeatures,
  LONGEST_PART,
  partFeatures,
  startFeatures,
} from '../../src/statement/anatomy/features';
import { PARTS, type Part } from '../../src/statement/anatomy/span-model';
import type { Row } from './anatomy';

/** A span of tokens of a statement, `to` exclusive, with the features of the whole span. */
interface Candidate {
  readonly from: number;
  readonly to: number;
  readonly whole: readonly number[];
}

/** A statement as the model's input: for each token, over all sentences, the indices of its features. */
export interface Example {
  readonly starts: readonly (readonly number[])[];
  readonly ends: readonly (readonly number[])[];
  readonly inside: readonly (readonly number[])[];
  readonly candidates: readonly Candidate[];
  /** The readers' span as an index of the candidates, -1 for none; `undefined` if it is not a candidate. */
  readonly gold: Readonly<Record<Part, number | undefined>>;
}

type Indices = (features: readonly string[]) => readonly number[];

/** Maps features to indices, for features that occur often enough. */
export function indicesOf(trees: readonly Root[], bits: number, fewest: number): Indices {
  const seen = new Map<string, number>();
  for (const tree of trees) {
    sentencesOf(tree).forEach((sentence, place) => {
      for (const features of featuresIn(sentence, place)) {
        for (const feature of features) seen.set(feature, (seen.get(feature) ?? 0) + 1);
      }
    });
  }
  return (features) =>
    features.filter((feature) => (seen.get(feature) ?? 0) >= fewest).map((feature) => indexOf(feature, bits));
}

function* featuresIn(sentence: Sentence, place: number): Generator<readonly string[]> {
  const { tokens } = sentence;
  for (const at of tokens.keys()) {
    yield startsAt(sentence, at, place);
    yield endFeatures(tokens, at);
    yield insideFeatures(tokens, at);
  }
  for (const { from, to } of stretchesOf(sentence)) yield partFeatures(tokens, from, to);
}

function startsAt({ tokens }: Sentence, at: number, place: number): readonly string[] {
  return [...startFeatures(tokens, at), `Sz${Math.min(place, 3)}`];
}

function* stretchesOf({ tokens }: Sentence): Generator<{ readonly from: number; readonly to: number }> {
  for (const from of tokens.keys()) {
    if (tokens[from]?.kind === 'punctuation') continue;
    for (let to = from + 1; to <= tokens.length && to - from <= LONGEST_PART; to += 1) {
      if (tokens[to - 1]?.kind !== 'punctuation') yield { from, to };
    }
  }
}

/** Converts a labelled statement. */
export function exampleOf(tree: Root, row: Row, indices: Indices): Example {
  const sentences = sentencesOf(tree);
  const [starts, ends, inside]: [number[][], number[][], number[][]] = [[], [], []];
  const candidates: Candidate[] = [];
  for (const [place, sentence] of sentences.entries()) {
    const base = starts.length;
    for (const at of sentence.tokens.keys()) {
      starts.push([...indices(startsAt(sentence, at, place))]);
      ends.push([...indices(endFeatures(sentence.tokens, at))]);
      inside.push([...indices(insideFeatures(sentence.tokens, at))]);
    }
    for (const { from, to } of stretchesOf(sentence)) {
      const whole = indices(partFeatures(sentence.tokens, from, to));
      candidates.push({ from: base + from, to: base + to, whole });
    }
  }
  const tokens = sentences.flatMap((sentence) => sentence.tokens);
  const goldOf = (part: Part): number | undefined => {
    const text = row[`${part}Text`];
    if (!text) return -1;
    const start = row.text.indexOf(text);
    const within = tokens.map(
      (token) => token.kind !== 'punctuation' && token.end > start && token.start < start + text.length,
    );
    const [from, to] = [within.indexOf(true), within.lastIndexOf(true) + 1];
    const index = candidates.findIndex((one) => one.from === from && one.to === to);
    return index < 0 ? undefined : index;
  };
  const gold = Object.fromEntries(PARTS.map((part) => [part, goldOf(part)])) as Example['gold'];
  return { starts, ends, inside, candidates, gold };
}

/** The gradient of the log-likelihood of the readers' span, for each index with a non-zero one. */
export function gradientOf(
  { starts, ends, inside, candidates, gold }: Example,
  part: Part,
  weights: Float64Array,
  none: number,
): ReadonlyMap<number, number> {
  const slopes = new Map<number, number>();
  const target = gold[part];
  if (target === undefined) return slopes;
  const sum = (indices: readonly number[]) => indices.reduce((all, index) => all + (weights[index] ?? 0), 0);
  const [start, end] = [starts.map(sum), ends.map(sum)];
  const before = [0];
  for (const [at, indices] of inside.entries()) before.push((before[at] ?? 0) + sum(indices));
  const scores = candidates.map(
    ({ from, to, whole }) =>
      (start[from] ?? 0) + (end[to - 1] ?? 0) + (before[to] ?? 0) - (before[from] ?? 0) + sum(whole),
  );
  const top = scores.reduce((one, other) => Math.max(one, other), weights[none] ?? 0);
  const shares = scores.map((score) => Math.exp(score - top));
  const noShare = Math.exp((weights[none] ?? 0) - top);
  const total = shares.reduce((one, other) => one + other, noShare);
  const add = (indices: readonly number[], slope: number) => {
    for (const index of indices) slopes.set(index, (slopes.get(index) ?? 0) + slope);
  };
  const [atStart, atEnd, turns] = [0, 1, 2].map(() => new Float64Array(starts.length + 1)) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  for (const [index, { from, to, whole }] of candidates.entries()) {
    const slope = (index === target ? 1 : 0) - (shares[index] ?? 0) / total;
    if (Math.abs(slope) < 1e-4) continue;
    atStart[from] = (atStart[from] ?? 0) + slope;
    atEnd[to - 1] = (atEnd[to - 1] ?? 0) + slope;
    turns[from] = (turns[from] ?? 0) + slope;
    turns[to] = (turns[to] ?? 0) - slope;
    add(whole, slope);
  }
  let running = 0;
  for (const at of starts.keys()) {
    running += turns[at] ?? 0;
    if (atStart[at]) add(starts[at] ?? [], atStart[at]);
    if (atEnd[at]) add(ends[at] ?? [], atEnd[at]);
    if (Math.abs(running) > 1e-6) add(inside[at] ?? [], running);
  }
  slopes.set(none, (target === -1 ? 1 : 0) - noShare / total);
  return slopes;
}
