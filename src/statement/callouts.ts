import data from './callouts.yml';
import type { Span } from './position';
import { type CalloutPart, cutPart, type TextPart, textSpan } from './text-part';

const patterns = data as Readonly<
  Record<'names' | 'tag' | 'classOfTag' | 'opens' | 'noteSign' | 'mayBeMarked' | 'attributes', string>
>;

/** The names of callouts in all dialects of Markdown, as the alternatives of a pattern. */
const { names: NAMES } = patterns;
const IS_NAME = new RegExp(`^(?:callout-)?(?:${NAMES})$`, 'i');

/** Whether a name is one of a callout in any dialect. */
export function isCalloutName(name: string): boolean {
  return IS_NAME.test(name);
}

/** `<aside>`, `<Note>` or an element of such a class. */
const TAG = new RegExp(patterns.tag, 'gi');
const CLASS = new RegExp(patterns.classOfTag, 'i');

/** The callouts that a block of HTML opens and does not close, and the reverse, as a number of them. */
export function openTags(html: string): number {
  if (!html.includes('<')) return 0;
  return [...html.matchAll(TAG)].reduce(
    (open, { 0: tag, 1: slash }) => open + (slash ? -1 : tag.endsWith('/>') ? 0 : 1),
    0,
  );
}

/** Whether a block of HTML, or a paragraph, begins with the tag of a callout. */
export function beginsCallout(html: string): boolean {
  return html.trimStart().search(TAG) === 0 ? !html.trimStart().startsWith('</') : CLASS.test(html);
}

/** The line that opens a callout: `:::note`, `/// note`, `!!! note`, `.. note::`, with its name and the rest. */
const OPENS = new RegExp(patterns.opens);
/** The same as a tag of a site generator: `{% note %}`, `{{< hint info >}}`. */
const OPENS_AS_TAG = new RegExp(
  `^\\{(?:%-?|\\{[<%])[ \\t]*(${NAMES})(?=[\\s%>])[^{}\\n\\r]*[%>]\\}\\}?\\s*`,
  'i',
);
/** A line of colons alone opens a block of any kind, or closes one. */
const FENCE_FIRST = /^:{3,}[^\n\r]*(?:[\n\r]+|$)/;
/** The options of a directive below its first line: `:class: note`. */
const OPTIONS = /^(?::[\w-]+:[^\n\r]*(?:[\n\r]+|$))+/;
const CLOSES = new RegExp(
  `(?:(?:^|[\\n\\r])[ \\t]*(?::{3,}|/{3,})|\\{%-?[ \\t]*end(?:${NAMES})[ \\t]*-?%\\}|\\{\\{[<%][ \\t]*/[ \\t]*(?:${NAMES})[ \\t]*[>%]\\}\\})[ \\t]*$`,
  'i',
);
/** Maximum length of the marks at the end of a text: they are searched for from each of its signs. */
const LONGEST_MARKS = 1000;

/** Marks around a text: lists of attributes, comments of MDX and Obsidian, footnotes in brackets, and the id of a block. */
const { attributes: ATTRIBUTES } = patterns;
const MARKS_FIRST = new RegExp(`^(?:\\s*(?:${ATTRIBUTES})[ \\t]*(?:[\\n\\r]+|$))+`);
const MARKS_LAST = new RegExp(`(?:(?:${ATTRIBUTES}|(?<!\\S)\\^[A-Za-z\\d-]+)\\s*)+$`);
/** Only abbreviations with their meanings: `*[HTML]: Hyper Text Markup Language`. */
const ABBREVIATIONS = /^(?:\*\[[^\]\n\r]+\]:[^\n\r]*(?:[\n\r]+|$))+$/;

/** Signs that begin a note to the reader, with their variation selector. */
const NOTE_SIGN = new RegExp(patterns.noteSign, 'u');
const NOTE_SIGN_OF_QUOTE = /^(?:[💡📝📌🔔]\uFE0F?|:(?:bulb|memo|pushpin|bell):)\s/u;

/**
 * A part without the marks of its callout and of its attributes: none if it consists of marks; with the beginning or the
 * end of a callout that is longer than the part.
 */
export function withoutMarks(part: TextPart): readonly (TextPart | CalloutPart)[] {
  const [prose] = part.proses;
  if (!prose || part.proses.length !== 1) return [part];
  if (!MAY_BE_MARKED.test(prose.text)) return [noted(part)];
  const { text } = prose;
  if (ABBREVIATIONS.test(text)) return [];
  const opening = openingOf(text);
  let start = opening?.end ?? 0;
  const closing = CLOSES.exec(text.slice(start));
  let end = closing ? start + closing.index : text.length;
  start += MARKS_FIRST.exec(text.slice(start, end))?.[0].length ?? 0;
  const tail = Math.max(start, end - LONGEST_MARKS);
  const last = MARKS_LAST.exec(text.slice(tail, end));
  if (last) end = tail + last.index;
  const known =
    opening?.name !== undefined && isCalloutName(opening.name) ? opening.name.toLowerCase() : undefined;
  const more = { ...(known && { callout: known }), ...(opening?.title && { title: opening.title }) };
  const isWhole = start === 0 && end === text.length;
  const own =
    text.slice(start, end).trim() === '' ? undefined : isWhole ? part : cutPart(part, { start, end });
  if (!own && text.slice(start, end).trim() !== '') return [part];
  const found: (TextPart | CalloutPart)[] = [];
  if (known && !closing && !opening?.isWhole) found.push({ kind: 'callout', span: part.span, opens: known });
  if (own) found.push({ ...noted(own), ...more });
  if (closing && !opening) found.push({ kind: 'callout', span: part.span, opens: undefined });
  return found;
}

const MAY_BE_MARKED = new RegExp(patterns.mayBeMarked, 'iu');

interface Opening {
  readonly end: number;
  readonly name?: string | undefined;
  readonly title?: string | undefined;
  /** Whether the callout ends with the paragraph. */
  readonly isWhole?: boolean;
}

function openingOf(text: string): Opening | undefined {
  const tag = OPENS_AS_TAG.exec(text);
  if (tag) return { end: tag[0].length, name: tag[1] };
  const fence = OPENS.exec(text);
  if (!fence) {
    const colons = FENCE_FIRST.exec(text)?.[0];
    const opens = colons && (/[^:\s]/.test(colons) || colons.length < text.length);
    return opens ? { end: colons.length } : undefined;
  }
  const [all, mark = '..', name = fence[5] ?? '', rest = fence[6] ?? ''] = fence;
  const isWhole = mark === '..' || mark.startsWith('!') || mark.startsWith('?');
  if (!mark.startsWith(':') && !isCalloutName(name)) return undefined;
  const title = rest.replace(/^["[|\s]+|["\]\s]+$|\{[^{}]*\}$/g, '');
  const end = all.length + (OPTIONS.exec(text.slice(all.length))?.[0].length ?? 0);
  return { end, name, ...(title && { title }), isWhole };
}

/** A word in bold above a note, or before it: “**Note** The board …”. */
const NOTE_WORDS = 'note|notes|nb|warning|caution|attention|important|tip|hint|info|notice'
  .split('|')
  .map((word) => `[${word.charAt(0).toUpperCase()}${word.charAt(0)}]${word.slice(1)}|${word.toUpperCase()}`)
  .join('|');
const NOTE_WORD = new RegExp(
  `^(?:[^\\p{L}\\p{N}\\n\\r]{0,4}|:[a-z_]{1,30}:\\s{0,2})(?:${NOTE_WORDS})[:.!]?(?:[ \\t]*[\\n\\r]+|[ \\t]+(?=\\p{Lu}))`,
  'u',
);

/** A part whose first word or sign says that it is a note: `**Note**` on its own line, in bold, or `⚠️`. */
function noted(part: TextPart): TextPart {
  const [prose] = part.proses;
  if (!prose || part.callout) return part;
  const { text } = prose;
  if (NOTE_SIGN.test(text) || (part.kind === 'quote' && NOTE_SIGN_OF_QUOTE.test(text)))
    return { ...part, callout: 'note' };
  const word = NOTE_WORD.exec(text);
  if (!word) return part;
  const isBold = part.inlines.some((inline) => isRunIn(textSpan(prose, inline), word[0].trimEnd().length));
  const own = isBold ? cutPart(part, { start: word[0].length, end: text.length }) : undefined;
  return own ? { ...own, callout: 'note' } : part;
}

function isRunIn({ start, end }: Span, length: number): boolean {
  return start <= length - 3 && end >= length - 1 && end <= length;
}

/** The mark of a callout in a quote, with its title: `[!NOTE]`, `[!tip]+ Our mission`. */
const QUOTE_MARK = /^\[!([A-Za-z][\w-]*)(?:\|[^\]\n\r]*)?\][+-]?[ \t]*([^\n\r]*)(?:[\n\r]+|$)/;

/** The callout of a quoted text that begins with a mark, and the offset in it where its own words begin. */
export function calloutMark(
  text: string,
  hasMore: boolean,
): { readonly callout: string; readonly title?: string; readonly from: number } | undefined {
  const mark = QUOTE_MARK.exec(text);
  if (!mark) return undefined;
  const [all, name = '', words = ''] = mark;
  const callout = name.toLowerCase();
  const rest = text.slice(all.length);
  // Words beside the mark are a title, if the text below does not go on with their sentence.
  const isTitle =
    rest === '' ? hasMore && !/[.,;]\s*$/.test(words) : !/[.,;–—-]\s*$/.test(words) && !/^\p{Ll}/u.test(rest);
  if (words.trim() === '') return { callout, from: all.length };
  if (isTitle) return { callout, title: words.trim(), from: all.length };
  return { callout, from: all.indexOf(words, all.indexOf(']')) };
}
