import type { Tag } from '../../english/tag';
import type { Token } from '../../english/token';
import type { Finding } from '../finding';
import { passageAround } from './passage';
import { wordPattern } from './word-patterns';

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
export function placeOf(finding: Finding, text: string): Place | undefined {
  const { start, end } = finding;
  for (const tokens of passageAround(finding, text).sentences) {
    const from = tokens.findIndex((token) => token.start === start.offset);
    const to = tokens.findIndex((token) => token.end === end.offset);
    if (from >= 0 && to >= from) return { text, tokens, from, to };
  }
  return undefined;
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
export const PEOPLE = wordPattern('people');

/** Whether a noun is a plural, judging by its spelling. */
export function isPlural(word: string): boolean {
  return /[^s']s$|men$|people$|children$/.test(word);
}

/** Whether a plural names people by what they do: "bakers", "graduates". */
export function isPeople(word: string): boolean {
  return PEOPLE.test(word);
}
