import type { Root } from 'nlcst';
import { indexOf } from '../../src/english/linear-model';
import { type Sentence, sentencesOf } from '../../src/english/sentences';
import type { Token } from '../../src/english/token';
import type { Spans } from '../../src/statement/anatomy/distribution';
import {
  endFeatures,
  insideFeatures,
  LONGEST_PART,
  partFeatures,
  startFeatures,
  written,
} from '../../src/statement/anatomy/features';
import { PARTS, type PartName } from '../../src/statement/anatomy/span-model';

/** A statement with the texts of its parts, as in `statements-train.jsonl`; `null` if it lacks the part. */
export type Row = { readonly text: string } & Readonly<Record<`${PartName}Text`, string | null>>;

/** A statement as the model's input: for each token, over all sentences, the indices of its features. */
export interface Example {
  readonly tokens: readonly Token[];
  readonly spans: Spans;
  /** For each span the indices of the features of the whole span. */
  readonly whole: readonly (readonly number[])[];
  readonly starts: readonly (readonly number[])[];
  readonly ends: readonly (readonly number[])[];
  readonly inside: readonly (readonly number[])[];
  /** The readers' span as an index of the spans, -1 for none; `undefined` if it is not one of them. */
  readonly gold: Readonly<Record<PartName, number | undefined>>;
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
  for (const at of sentence.tokens.keys()) {
    yield startsAt(sentence, at, place);
    yield endsAt(sentence, at);
    yield insideAt(sentence, at);
  }
  for (const { from, to } of stretchesOf(sentence)) yield wholeOf(sentence, from, to);
}

function startsAt({ tokens }: Sentence, at: number, place: number): readonly string[] {
  return written((put) => startFeatures(tokens, at, Math.min(place, 3), put));
}

function endsAt({ tokens }: Sentence, at: number): readonly string[] {
  return written((put) => endFeatures(tokens, at, put));
}

function insideAt({ tokens }: Sentence, at: number): readonly string[] {
  return written((put) => insideFeatures(tokens, at, put));
}

function wholeOf({ tokens }: Sentence, from: number, to: number): readonly string[] {
  return written((put) => partFeatures(tokens, from, to, put));
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
  const [froms, tos, whole]: [number[], number[], (readonly number[])[]] = [[], [], []];
  for (const [place, sentence] of sentences.entries()) {
    const base = starts.length;
    for (const at of sentence.tokens.keys()) {
      starts.push([...indices(startsAt(sentence, at, place))]);
      ends.push([...indices(endsAt(sentence, at))]);
      inside.push([...indices(insideAt(sentence, at))]);
    }
    for (const { from, to } of stretchesOf(sentence)) {
      froms.push(base + from);
      tos.push(base + to);
      whole.push(indices(wholeOf(sentence, from, to)));
    }
  }
  const tokens = sentences.flatMap((sentence) => sentence.tokens);
  const goldOf = (part: PartName): number | undefined => {
    const text = row[`${part}Text`];
    if (!text) return -1;
    const start = row.text.indexOf(text);
    const within = tokens.map(
      (token) => token.kind !== 'punctuation' && token.end > start && token.start < start + text.length,
    );
    const [from, to] = [within.indexOf(true), within.lastIndexOf(true) + 1];
    const index = froms.findIndex((one, at) => one === from && tos[at] === to);
    return index < 0 ? undefined : index;
  };
  const gold = Object.fromEntries(PARTS.map((part) => [part, goldOf(part)])) as Example['gold'];
  const spans = { from: froms, to: tos, length: tokens.length };
  return { tokens, spans, whole, starts, ends, inside, gold };
}
