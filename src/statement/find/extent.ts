import { fold } from '../../text/fold';
import { LETTERS, lazyTest } from '../../text/letters';
import type { Prose } from '../prose';
import { cutPart, type TextPart, textSpan } from '../text-part';
import { GENERATOR } from './exclusions';
import { headingName } from './heading-name';
import { type ShapeRank, shapeOf } from './shape';

/** The analysis of a part, independent of its position; computed once for each. */
export interface PartAnalysis {
  /** The best shape among its sentences. */
  readonly shape: ShapeRank;
  /** The part reduced to the sentences that state the purpose; the part itself if all of them do. */
  readonly extent: TextPart;
  /** Whether it only introduces the following text: “The mission of the project is to:”. */
  readonly introduces: boolean;
  /** The topic of a label at its start: “Mission: …”; the extent then excludes it. */
  readonly label?: ReturnType<typeof headingName>;
}

const readings = new WeakMap<TextPart, PartAnalysis>();

export function analysePart(part: TextPart): PartAnalysis {
  let reading = readings.get(part);
  if (!reading) {
    reading = read(part);
    readings.set(part, reading);
  }
  return reading;
}

/** A paragraph with more words is reduced to the sentences that state the purpose. */
const LONG_WORDS = 45;
/** Maximum number of words of a statement after adding continuation sentences. */
const MAX_GROWN = 60;

function read(part: TextPart): PartAnalysis {
  const bare = withoutNumber(withoutGenerator(part));
  const labelled = withoutLabel(bare);
  const own = labelled?.part ?? bare;
  const sentences = sentencesIn(own.proses.length === 1 ? (own.proses[0]?.text ?? '') : own.plain);
  const shapes = sentences.map(({ text }) => shapeOf(text));
  const shape = Math.max(0, ...shapes) as ShapeRank;
  const extent = plainest(own, sentences, shapes, shape);
  return {
    shape,
    extent,
    introduces: INTRODUCES.test(extent.plain),
    ...(labelled && { label: labelled.label }),
  };
}

const INTRODUCES = /[:：]\s*$/u;

interface SentenceSpan {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** The character after an English full stop is the first group. */
const SENTENCE_END =
  /[.!?…]["”’)\]*_]*(?=\s+["“(*_[]*([^\s"“(*_[]))|[。！？]|(?:\r\n|\r|\n)(?=(?:\r\n|\r|\n))/gu;
const beginsSentence = (sign: string) =>
  /[A-Z0-9]/.test(sign) || (sign > '\x7f' && /[\p{Lu}\p{N}]/u.test(sign));
const isAbbreviation = lazyTest(
  `(?:^|[\\s(])(?:e\\.g|i\\.e|etc|vs|cf|no|nr|st|dr|mr|mrs|ms|inc|ltd|co|approx|bzw|z\\.b|u\\.a|d\\.h|[${LETTERS}])\\.$`,
);

/** Splits sentences by punctuation: this must work for all languages, so a parser for one language is no use. */
function sentencesIn(text: string): readonly SentenceSpan[] {
  const found: SentenceSpan[] = [];
  let start = 0;
  const push = (end: number) => {
    const words = fold(text.slice(start, end));
    if (words) found.push({ text: words, start, end });
    start = end;
  };
  for (const match of text.matchAll(SENTENCE_END)) {
    const [ending, first] = match;
    const end = match.index + ending.length;
    if (first !== undefined && !beginsSentence(first)) continue;
    if (!isAbbreviation(text.slice(Math.max(0, end - 12), end).toLowerCase())) push(end);
  }
  push(text.length);
  return found;
}

/**
 * The sentences of a long paragraph that explicitly state the purpose, if others around them do not. In a short
 * paragraph, all sentences belong to the statement.
 */
function plainest(
  part: TextPart,
  sentences: readonly SentenceSpan[],
  shapes: readonly ShapeRank[],
  shape: ShapeRank,
): TextPart {
  const isProse = part.kind === 'paragraph' || part.kind === 'html' || part.kind === 'item';
  if (!isProse || shape < 1 || sentences.length < 2 || part.proses.length !== 1) return part;
  const first = shapes.indexOf(shape);
  // The last sentence may introduce a list that only adds detail: “We do so by:”.
  const leadsOn = INTRODUCES.test(part.plain) && (shapes.at(-1) ?? 0) < shape;
  if (!leadsOn && (first === 0 || shape < 2) && wordsIn(sentences) < LONG_WORDS) return part;
  let last = first;
  while (last + 1 < sentences.length && goesOn(sentences, shapes, first, last + 1)) last++;
  const [from, to] = [sentences[first], sentences[last]];
  if (!from || !to || last - first + 1 === sentences.length) return part;
  return cutPart(part, { start: from.start, end: to.end }) ?? part;
}

/** Whether a sentence continues the statement with a restatement, a means or an end: “This will allow …”. */
function goesOn(
  sentences: readonly SentenceSpan[],
  shapes: readonly ShapeRank[],
  first: number,
  at: number,
): boolean {
  const text = sentences[at]?.text ?? '';
  if (INTRODUCES.test(text)) return false;
  if (shapes[at] === shapes[first] && shapes[at] !== 1) return true;
  return CONTINUES.test(text) && wordsIn(sentences.slice(first, at + 1)) <= MAX_GROWN;
}

const CONTINUES =
  /^(?:this|these|it|they|we (?:do|will|accomplish|achieve)|to (?:this|that) end|in doing so|by )\b/iu;

function wordsIn(sentences: readonly SentenceSpan[]): number {
  return sentences.reduce((sum, { text }) => sum + text.split(' ').length, 0);
}

const TAGS_FIRST = new RegExp(`^(?:\\s*(?:${GENERATOR.source}))+\\s*`, 'u');
const TAGS_LAST = new RegExp(`\\s*(?:(?:${GENERATOR.source})\\s*)+$`, 'u');

/** A part without the tags of a site generator on the lines around it. */
function withoutGenerator(part: TextPart): TextPart {
  const [prose] = part.proses;
  if (!prose || part.kind === 'list' || part.kind === 'quote' || !part.plain.includes('{')) return part;
  const start = TAGS_FIRST.exec(prose.text)?.[0].length ?? 0;
  const end = TAGS_LAST.exec(prose.text)?.index ?? prose.text.length;
  return start < end ? (cutPart(part, { start, end }) ?? part) : part;
}

/** A part without the number or letter of a clause at its start: “a. The mission of …”. */
function withoutNumber(part: TextPart): TextPart {
  const [prose] = part.proses;
  const match = prose && /^(?:\d+(?:\.\d+)+\.?|(?:\d+|[a-z]|[ivx]+)[.)])\s+(?=\S)/iu.exec(prose.text);
  if (!prose || !match || part.kind === 'list' || part.kind === 'quote') return part;
  return cutPart(part, { start: match[0].length, end: prose.text.length }) ?? part;
}

const LABEL = /^([^:：–—\n]{2,40}?)\s*(?:[:：]|\s[–—-])\s+(?=\S)/u;

/** The text after the bold words of a heading: the end of its line or sentence, or the beginning of another. */
const RUNS_IN = /(?:[ \t]*[.:：–—-]?[ \t]*[\n\r]|\s*[.:：–—-]\s|(?<=[.:：–—-])\s|\s+(?=\p{Lu}))\s*(?=\S)/uy;

/** A heading in bold at the beginning of its paragraph: “**2. Purpose.** We bake bread.” */
function runInHeading({ inlines: [first] }: TextPart, prose: Prose): readonly [string, string] | undefined {
  if (!first) return undefined;
  const { start, end } = textSpan(prose, first);
  if (start > 0 || end > LONGEST_LABEL) return undefined;
  RUNS_IN.lastIndex = end;
  return RUNS_IN.test(prose.text)
    ? [prose.text.slice(0, RUNS_IN.lastIndex), prose.text.slice(0, end)]
    : undefined;
}

const LONGEST_LABEL = 60;

/** A label that is a sentence: “Mission. We bake bread.” */
const SENTENCE = /^([^.\n]{2,30})[.:]\s+(?=\S)/u;

/** A part whose first words are a label: “**Mission:** We bake bread.” */
function withoutLabel(
  part: TextPart,
): { part: TextPart; label: NonNullable<ReturnType<typeof headingName>> } | undefined {
  const [prose] = part.proses;
  if (!prose || part.proses.length !== 1) return undefined;
  for (const match of [LABEL.exec(prose.text), SENTENCE.exec(prose.text), runInHeading(part, prose)]) {
    if (!match) continue;
    const label = headingName((match[1] ?? '').replace(/^(?:the )?\S+['’]s? /iu, ''));
    if (!label?.exact || label.topic === 'other' || label.topic === 'about') continue;
    const rest = cutPart(part, { start: match[0].length, end: prose.text.length });
    if (rest) return { part: rest, label };
  }
  return undefined;
}
