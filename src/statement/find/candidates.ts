import type { MarkdownPart, TextPart } from '../text-part';
import { isExcluded, isLinkList, wordCount } from './exclusions';
import { analysePart, type PartAnalysis } from './extent';
import { type HeadingName, headingName } from './heading-name';
import { isPending } from './pending';
import { type Placing, saysWhy, scoreOf } from './score';
import type { Section, Seen } from './search-state';

/** A text of the document that could be the statement. */
export interface Candidate extends Placing {
  readonly part: TextPart;
  readonly analysis: PartAnalysis;
  readonly score: number;
}

/** A line that is all bold counts as a heading below all levels of Markdown. */
const BOLD_DEPTH = 7;

/** Walks through the parts of one block, and collects its candidates in order. */
export class BlockWalk {
  readonly candidates: Candidate[] = [];
  /** Up to the end of the block. */
  readonly seen: Seen;

  constructor(before: Seen, parts: readonly MarkdownPart[]) {
    this.seen = { ...before, sections: before.sections.map((section) => ({ ...section })) };
    this.#parts(parts);
  }

  get #sections(): Section[] {
    return this.seen.sections;
  }

  /** Whether a document that ends here has a section with the name of a purpose and no text. */
  endsWithEmptyPurpose(): boolean {
    this.#close(0);
    return this.seen.emptyPurpose;
  }

  #parts(parts: readonly MarkdownPart[]): void {
    for (let at = 0; at < parts.length; at++) {
      const part = parts[at] as MarkdownPart;
      if (part.kind === 'heading') this.#heading(part.depth, part.text);
      else if (part.kind === 'callout') this.seen.callout = part.opens;
      else if (isBoldLine(part)) this.#boldLine(part);
      else {
        const rest = analysePart(part).introduces ? clausesIn(parts.slice(at + 1)) : [];
        this.#text(part, rest);
        at += rest.length;
      }
    }
  }

  #heading(depth: number, text: string): void {
    this.#close(depth);
    this.seen.callout = undefined;
    const isTitle = depth === 1 && !this.seen.heading;
    this.seen.heading = true;
    this.#sections.push({ depth, name: headingName(text), isTitle, texts: 0 });
  }

  /** Closes the sections of this depth and below. */
  #close(depth: number): void {
    for (let last = this.#sections.at(-1); last && last.depth >= depth; last = this.#sections.at(-1)) {
      this.#sections.pop();
      const isEmpty = last.texts === 0 && last.name?.topic === 'purpose' && last.name.exact;
      if (isEmpty) this.seen.emptyPurpose = true;
      const parent = this.#sections.at(-1);
      if (parent) parent.texts += last.texts;
    }
  }

  /** A bold line that names the purpose starts a section; any other is a subtitle, which replaces the previous one. */
  #boldLine(part: TextPart): void {
    const name = headingName(part.plain);
    if (name) this.#heading(BOLD_DEPTH, part.plain);
    else {
      if (this.#sections.at(-1)?.depth === BOLD_DEPTH) this.#close(BOLD_DEPTH);
      if (isPending(part.plain, wordCount(part.plain))) return;
      this.#add(part, -4);
    }
  }

  /** @param rest the list, or the clauses, that the text introduces */
  #text(part: TextPart, rest: readonly TextPart[]): void {
    if (part.kind === 'cell') {
      const name = headingName(part.rowName ?? '');
      if (name?.topic === 'purpose' && !isPending(part.plain, wordCount(part.plain)))
        this.#add(part, 0, name);
      return;
    }
    if (part.kind === 'list') {
      this.#list(part);
      return;
    }
    if (isExcluded(part)) return;
    const { introduces, extent, label } = analysePart(part);
    if (label && isPending(extent.plain, wordCount(extent.plain))) return;
    if (rest.length === 0 && !label && (introduces || IS_SIMPLE.test(part.plain))) {
      // “Our mission:” and “Our mission is simple.” serve as headings.
      const name = wordCount(part.plain) <= 9 ? headingName(part.plain.replace(IS_SIMPLE, '')) : undefined;
      // “Our mission is to teach children to swim.” is short, and states it.
      if (name?.topic === 'purpose' && (name.exact || analysePart(part).shape === 0)) {
        this.#heading(BOLD_DEPTH, part.plain.replace(IS_SIMPLE, ''));
        return;
      }
    }
    if (introduces && rest.length > 0) {
      if (rest[0] && isLinkList(rest[0], part)) return;
      this.#add(joined(extent, rest), -0.5);
      return;
    }
    const callout = part.callout ?? this.seen.callout;
    const titled = headingName(part.title ?? '');
    if (titled?.exact && titled.topic === 'purpose') this.#add(part, 0, titled);
    else this.#add(part, callout ? calloutBonus(callout) : 0);
  }

  #list(part: TextPart): void {
    const items = part.items ?? [];
    for (const { head, rest } of items) {
      // An item with such a name is a heading for its content.
      const name =
        head && rest.length > 0 && wordCount(head.plain) <= 9 ? headingName(head.plain) : undefined;
      if (!name || name.topic === 'other') continue;
      this.#heading(BOLD_DEPTH, head?.plain ?? '');
      this.#parts(rest);
      this.#close(BOLD_DEPTH);
    }
    const heads = items.flatMap(({ head }) => (head ? [head] : []));
    for (const head of heads) {
      const { label } = analysePart(head);
      if (label?.topic === 'purpose') this.#add(head, 0);
    }
    const [first] = heads;
    if (!first || isExcluded(first) || TASK.test(first.plain)) return;
    const topic = this.#sections.findLast(({ name }) => name !== undefined)?.name?.topic;
    const [saysSo, ...more] = heads.filter((head) => analysePart(head).shape >= 3);
    const isNamed = topic === 'purpose' || topic === 'aim';
    if (!isNamed && !saysSo && isLinkList(part)) return;
    if (saysSo && more.length === 0) this.#add(saysSo, -0.5);
    else this.#add(heads.length === 1 ? first : part, isNamed ? -0.5 : -4);
  }

  #add(part: TextPart, bonus: number, cellName?: HeadingName): void {
    const analysis = analysePart(part);
    const section = this.#sections.findLast(({ name }) => name !== undefined);
    const name = cellName ?? analysis.label ?? section?.name;
    const isTitle = !cellName && !analysis.label && (section?.isTitle ?? false);
    const direct = section === this.#sections.at(-1);
    const below = analysis.label || cellName ? 0 : (section?.texts ?? this.seen.texts);
    const before = this.seen.texts++;
    const innermost = this.#sections.at(-1);
    if (innermost) innermost.texts++;
    const leads =
      before <= 2 &&
      (!name || (isTitle && (name.topic === 'about' || name.topic === 'other'))) &&
      // Below a heading that says nothing, the text must say it.
      (before === 0
        ? this.#sections.length <= 1
        : saysWhy(part) && (!section || this.#sections.length <= 1)) &&
      !this.seen.shape;
    const placing = { name, isTitle, direct, below, before, leads };
    const score = scoreOf(part, analysis, placing) + bonus;
    if (analysis.shape > 0) this.seen.shape = true;
    this.candidates.push({ part, analysis, ...placing, score });
  }
}

/** A task list item: a task rather than a purpose. */
const TASK = /^\[[ xX]\] /;

/** “Our mission is simple.” */
const IS_SIMPLE = /(?:\s+(?:is|are) (?:simple|clear|this|as follows|the following))?\s*[.!:：]$/iu;
/** A clause that Markdown parses as a paragraph: “a. Host the infrastructure.” */
const CLAUSE = /^\(?(?:[a-z]|[ivx]+|\d+)[.)]\s/iu;

/** The list, or the clauses, at the beginning of some parts. */
function clausesIn(parts: readonly MarkdownPart[]): readonly TextPart[] {
  const [first] = parts;
  if (first?.kind === 'list') return [first];
  const end = parts.findIndex((part) => part.kind !== 'paragraph' || !CLAUSE.test(part.plain));
  return parts.slice(0, end < 0 ? parts.length : end) as readonly TextPart[];
}

const joints = new WeakMap<TextPart, TextPart>();

/** A list, or clauses, joined with the introducing line. */
function joined(line: TextPart, rest: readonly TextPart[]): TextPart {
  const last = rest.at(-1) ?? line;
  const known = joints.get(last);
  if (known) return known;
  const all = [line, ...rest];
  const whole: TextPart = {
    ...last,
    kind: 'list',
    span: { start: line.span.start, end: last.span.end },
    plain: all.map(({ plain }) => plain).join(' '),
    proses: all.flatMap(({ proses }) => proses),
    inlines: all.flatMap(({ inlines }) => inlines),
  };
  joints.set(last, whole);
  return whole;
}

function calloutBonus(kind: string): number {
  if (/^(?:mission|purpose)$/.test(kind)) return 0;
  return /^(?:important|abstract|summary|tldr|quote|cite)$/.test(kind) ? -3 : -5;
}

/** Bold or italic, short, and not a sentence: a visual heading. */
function isBoldLine(part: TextPart): boolean {
  return (
    part.kind !== 'list' &&
    part.kind !== 'cell' &&
    part.stressed > 0.95 &&
    part.plain.length <= 80 &&
    !/[.!?。！？]["”’)]*$/u.test(part.plain.replace(/[:?]$/, ''))
  );
}
