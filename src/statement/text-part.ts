import type { Nodes } from 'mdast';
import { fold } from '../text/fold';
import type { Span } from './position';
import { type Prose, ProseMap, sliceProse } from './prose';

/** A heading of Markdown or of HTML. */
export interface HeadingPart {
  readonly kind: 'heading';
  readonly span: Span;
  readonly depth: number;
  /** Plain text, white space folded. */
  readonly text: string;
}

/** A part of a block that can be the statement. */
export interface TextPart {
  readonly kind: 'paragraph' | 'quote' | 'list' | 'item' | 'cell' | 'html';
  /** From its first word to its last, without quote marks. */
  readonly span: Span;
  /** Plain text, white space folded. */
  readonly plain: string;
  readonly proses: readonly Prose[];
  /** Shares of its letters in links, and in bold or italics; 0 to 1. */
  readonly linked: number;
  readonly stressed: number;
  /** Inline elements that a cut must not split: emphasis, links and the like. */
  readonly inlines: readonly Span[];
  /** The kind of callout in lower case: `note`, `important`. */
  readonly callout?: string;
  /** The items of a list: the first paragraph of each, and the rest of the item. */
  readonly items?: readonly { readonly head: TextPart | undefined; readonly rest: readonly MarkdownPart[] }[];
  /** The first cell in the same table row. */
  readonly rowName?: string;
  /** The title of its callout, or the heading in its quote. */
  readonly title?: string;
}

/** The beginning or the end of a callout that is longer than one paragraph: `:::note`, `</aside>`. */
export interface CalloutPart {
  readonly kind: 'callout';
  readonly span: Span;
  /** The kind of callout in lower case; `undefined` where it ends. */
  readonly opens: string | undefined;
}

/** A top-level part of a block, as used to find the statement. */
export type MarkdownPart = HeadingPart | TextPart | CalloutPart;

/** Whether a part can be the statement. */
export function isText(part: MarkdownPart): part is TextPart {
  return part.kind !== 'heading' && part.kind !== 'callout';
}

export function spanOfProse(prose: Prose): Span {
  const map = new ProseMap(prose);
  return { start: map.start(0), end: map.end(prose.text.length) };
}

/**
 * A part reduced to a range of the text of its one prose; `undefined` if that would split a link or an emphasis.
 *
 * @param stretch offsets in the prose's text
 */
export function cutPart(part: TextPart, stretch: Span): TextPart | undefined {
  const [prose] = part.proses;
  if (!prose || part.proses.length !== 1) return undefined;
  const own = prose.text.slice(stretch.start, stretch.end);
  const start = stretch.start + (own.length - own.trimStart().length);
  const end = stretch.end - (own.length - own.trimEnd().length);
  if (start >= end) return undefined;
  const cut = sliceProse(prose, { start, end });
  let span = spanOfProse(cut);
  for (const inline of part.inlines) {
    const within = textSpan(prose, inline);
    if (within.end <= start || within.start >= end) continue;
    if (within.start >= start && within.end <= end) {
      span = { start: Math.min(span.start, inline.start), end: Math.max(span.end, inline.end) };
    } else if (within.start > start || within.end < end) return undefined;
  }
  return { ...part, span, proses: [cut], plain: plainProse(cut) };
}

/** A range of the source as offsets in the prose's text. */
export function textSpan(prose: Prose, { start, end }: Span): Span {
  const inside = prose.segments.filter(({ source }) => source >= start && source < end);
  const [first, last] = [inside[0], inside.at(-1)];
  return first && last ? { start: first.value, end: last.value + last.length } : { start: 0, end: 0 };
}

/** The visible text of a prose: code as text, without pictures and struck-out words. */
function plainProse({ text, sources }: Prose): string {
  const shown = [...sources].reduceRight((words, { start, end }) => {
    const source = text.slice(start, end);
    const seen = /^(?:!\[|~)/.test(source) ? '' : source.replace(/^(`+|<)(.*?)(?:\1|>)$/s, '$2');
    return words.slice(0, start) + seen + words.slice(end);
  }, text);
  return fold(shown);
}

/** The range of a node in its block. */
export function spanOf(node: Nodes): Span {
  const start = node.position?.start.offset ?? 0;
  return { start, end: node.position?.end.offset ?? start };
}
