import type { Span } from './position';

/**
 * The readable text of one paragraph, heading or cell, and the position of each of its characters in the file.
 *
 * Replaces mdast-util-to-nlcst, which counts characters of the value instead of the source: its positions are wrong
 * after an escape, a character reference or a quote mark at a line's start, and a very long paragraph overflows its
 * stack.
 */
export interface Prose {
  readonly text: string;
  /** Ranges of `text` that are not prose: code, addresses, blanks of a template. */
  readonly sources: readonly Span[];
  readonly segments: readonly Segment[];
}

/** The source of a range of text. The lengths differ only for escapes, character references and ligatures. */
export interface Segment {
  readonly value: number;
  readonly source: number;
  readonly length: number;
  readonly sourceLength: number;
}

/** Whether two proses of one block are the same text at the same places. */
export function areSameProse(one: Prose, other: Prose): boolean {
  return (
    one.text === other.text &&
    areSame(one.sources, other.sources, (a, b) => a.start === b.start && a.end === b.end) &&
    areSame(
      one.segments,
      other.segments,
      (a, b) =>
        a.value === b.value &&
        a.source === b.source &&
        a.length === b.length &&
        a.sourceLength === b.sourceLength,
    )
  );
}

function areSame<Item>(
  some: readonly Item[],
  others: readonly Item[],
  same: (one: Item, other: Item) => boolean,
): boolean {
  return some.length === others.length && some.every((one, at) => same(one, others[at] as Item));
}

/** The part of a prose between two offsets of its text. */
export function sliceProse(prose: Prose, { start, end }: Span): Prose {
  const segments: Segment[] = [];
  for (const segment of prose.segments) {
    const from = Math.max(start, segment.value);
    const to = Math.min(end, segment.value + segment.length);
    if (to <= from) continue;
    const exact = segment.length === segment.sourceLength;
    segments.push({
      value: from - start,
      source: exact ? segment.source + from - segment.value : segment.source,
      length: to - from,
      sourceLength: exact ? to - from : segment.sourceLength,
    });
  }
  const sources = prose.sources
    .map((span) => ({ start: Math.max(start, span.start) - start, end: Math.min(end, span.end) - start }))
    .filter((span) => span.end > span.start);
  return { text: prose.text.slice(start, end), sources, segments };
}

/** Converts offsets in a prose's text to offsets in the file; fastest for ascending offsets. */
export class ProseMap {
  readonly #segments: readonly Segment[];
  #near = 0;

  constructor(prose: Prose) {
    this.#segments = prose.segments;
  }

  /** The start of the character at `offset`. */
  start(offset: number): number {
    const segment = this.#find(offset);
    if (!segment) return 0;
    const into = offset - segment.value;
    return segment.length === segment.sourceLength ? segment.source + into : segment.source;
  }

  /** The end of the character before `offset`. */
  end(offset: number): number {
    const segment = this.#find(Math.max(0, offset - 1));
    if (!segment) return 0;
    const into = offset - segment.value;
    return segment.length === segment.sourceLength
      ? segment.source + into
      : segment.source + segment.sourceLength;
  }

  #find(offset: number): Segment | undefined {
    const segments = this.#segments;
    let index = Math.min(this.#near, segments.length - 1);
    while (index > 0 && (segments[index]?.value ?? 0) > offset) index--;
    while (index + 1 < segments.length && (segments[index + 1]?.value ?? Infinity) <= offset) index++;
    this.#near = Math.max(0, index);
    return segments[index];
  }
}
