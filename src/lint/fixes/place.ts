import { sentencesOf } from '../../english/sentences';
import type { Tag } from '../../english/tag';
import type { Token } from '../../english/token';
import type { Span } from '../../statement/position';
import { treesOfText } from '../../statement/prose-trees';
import type { Finding } from '../finding';

/** How far a paragraph is read at least on either side of a finding, in UTF-16 units. */
const REACH = 1200;

/** A finding in its sentence. */
export interface Place {
  /** The whole text; offsets of tokens count from its start. */
  readonly text: string;
  readonly tokens: readonly Token[];
  /** The first and the last token of the finding. */
  readonly from: number;
  readonly to: number;
}

/** The position of a finding in its sentence; `undefined` if its ends are not word boundaries. */
export function placeOf({ start, end }: Finding, text: string): Place | undefined {
  const paragraph = paragraphAround(text, { start: start.offset, end: end.offset });
  for (const tokens of sentencesIn(text, paragraph)) {
    const from = tokens.findIndex((token) => token.start === start.offset);
    const to = tokens.findIndex((token) => token.end === end.offset);
    if (from >= 0 && to >= from) return { text, tokens, from, to };
  }
  return undefined;
}

/**
 * The text between the blank lines around a span. In a long paragraph it begins and ends at a multiple of `REACH`, so that
 * neighbouring findings have one memoised part of it.
 */
function paragraphAround(text: string, { start, end }: Span): Span {
  const before = text.slice(Math.max(0, (Math.floor(start / REACH) - 1) * REACH), start);
  const after = text.slice(end, (Math.ceil(end / REACH) + 1) * REACH);
  const gap = [...before.matchAll(/(?:\r\n|\r|\n)[ \t>]*(?:\r\n|\r|\n)/g)].at(-1);
  const next = /(?:\r\n|\r|\n)[ \t>]*(?:\r\n|\r|\n)/.exec(after);
  return {
    start: start - before.length + (gap ? gap.index + gap[0].length : 0),
    end: end + (next ? next.index : after.length),
  };
}

let last:
  | { readonly text: string; readonly span: Span; readonly sentences: readonly (readonly Token[])[] }
  | undefined;

/**
 * The sentences of a paragraph, memoised for the last one, because findings of one paragraph are processed in sequence.
 */
function sentencesIn(text: string, span: Span): readonly (readonly Token[])[] {
  if (last?.text === text && last.span.start === span.start && last.span.end === span.end)
    return last.sentences;
  const plain = text.slice(span.start, span.end);
  const sentences = treesOfText(plain).flatMap((tree) =>
    sentencesOf(tree).map(({ tokens }) =>
      tokens.map((token) => ({ ...token, start: token.start + span.start, end: token.end + span.start })),
    ),
  );
  last = { text, span, sentences };
  return sentences;
}

/** The lower-case word at an index; empty beyond the sentence. */
export function wordAt({ tokens }: Place, at: number): string {
  return tokens[at]?.lower ?? '';
}

/** The part of speech at an index; `undefined` for punctuation and beyond the sentence. */
export function tagAt({ tokens }: Place, at: number): Tag | undefined {
  const token = tokens[at];
  return token && token.kind !== 'punctuation' ? token.tag : undefined;
}

/** Whether only white space of one line is between two tokens. */
export function areNeighbours({ text, tokens }: Place, left: number): boolean {
  const [one, next] = [tokens[left], tokens[left + 1]];
  return one !== undefined && next !== undefined && /^[ \t]+$/.test(text.slice(one.end, next.start));
}

/** Whether a word describes a noun, judging by its tag and spelling: "cheap", "learner-centered", "caring". */
export function isDescribing(place: Place, at: number): boolean {
  const tag = tagAt(place, at);
  return (
    tag === 'adjective' || (tag !== undefined && /-.*(?:ed|ing|en|made|run|built)$/.test(wordAt(place, at)))
  );
}

/** Whether a word can be or begin a noun phrase without an article. */
export function isNounLike(place: Place, at: number): boolean {
  const tag = tagAt(place, at);
  return tag === 'noun' || tag === 'name' || tag === 'adjective' || tag === 'ing' || tag === 'number';
}

/** Whether one of the next words is of a kind. */
export function leadsTo({ tokens, to }: Place, kind: RegExp): boolean {
  return tokens.slice(to + 1, to + 8).some(({ lower }) => kind.test(lower));
}

/** A plural or collective noun for people. */
export const PEOPLE =
  /^(?:people|persons|men|women|children|youth|adults|girls|boys|famil(?:y|ies)|communit(?:y|ies)|public|individuals|nurses|staff|workforce|.{2,}(?:ers|ors|ists|ians|ants|uates|ees|onals|dents|zens))$/;

/** Whether a noun is a plural, judging by its spelling. */
export function isPlural(word: string): boolean {
  return /[^s']s$|men$|people$|children$/.test(word);
}

/** Whether a plural names people by what they do: "bakers", "graduates". */
export function isPeople(word: string): boolean {
  return PEOPLE.test(word);
}
