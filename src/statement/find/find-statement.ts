import type { PlacedBlock } from '../block-record';
import type { MarkdownPart, TextPart } from '../parts';
import { isExcluded, isQuotation, wordCount } from './exclusions';
import { analysePart, type PartAnalysis } from './extent';
import { type HeadingName, headingName } from './heading-name';

/** How the statement was found, from the most to the least certain. */
export type FoundBy = 'marker' | 'heading' | 'shape' | 'position';

/** The statement and its block; spans are relative to the block's start. */
export interface StatementPlace {
  readonly placed: PlacedBlock;
  readonly part: TextPart;
  readonly by: FoundBy;
}

/** A text of the document and the headings above it. */
interface Candidate {
  readonly placed: PlacedBlock;
  readonly part: TextPart;
  readonly reading: PartAnalysis;
  /** The topic of the nearest heading with one, and whether it is the document's title. */
  readonly name: HeadingName | undefined;
  readonly isTitle: boolean;
  /** The number of texts between that heading and this one. */
  readonly below: number;
  /** The number of texts before this one in the document. */
  readonly before: number;
  readonly score: number;
}

interface Section {
  readonly depth: number;
  readonly name: HeadingName | undefined;
  readonly isTitle: boolean;
  texts: number;
}

/** A line that is all bold counts as a heading below all levels of Markdown. */
const BOLD_DEPTH = 7;

/**
 * The statement of a document: the text below the writer's marker, else the one with the highest score from its
 * headings and its wording. `by` says how certain that is.
 */
export function findStatement(blocks: readonly PlacedBlock[]): StatementPlace | undefined {
  const marked = belowMarker(blocks);
  if (marked) return marked;
  const walk = new StatementSearch(blocks);
  const [first] = [...walk.candidates].sort((a, b) => b.score - a.score || a.before - b.before);
  if (!first) return undefined;
  const best = belowSubtitle(first, walk.candidates[first.before + 1]) ?? first;
  // An empty section with the right name is where the writer intends to put the statement.
  if (walk.hasEmptyPurpose && best.score < SURE_SHAPE) return undefined;
  return { placed: best.placed, part: best.reading.extent, by: certainty(best, walk.candidates) };
}

/** Every text that could be the statement, in document order: a long one whole and reduced to its core. */
export function statementCandidates(blocks: readonly PlacedBlock[]): StatementPlace[] {
  return new StatementSearch(blocks).candidates.flatMap(({ placed, part, reading }) =>
    [...new Set([reading.extent, part])].map((one) => ({ placed, part: one, by: 'position' as const })),
  );
}

/**
 * “> Our north star” above “The harbour's mission: …” is a subtitle, so the text that calls itself the purpose is
 * chosen.
 */
function belowSubtitle({ part, reading }: Candidate, next: Candidate | undefined): Candidate | undefined {
  const isSubtitle =
    part.kind === 'quote' &&
    reading.shape === 0 &&
    wordCount(part.plain) <= 10 &&
    !/[.!?…。！？]["”’)]*$/u.test(part.plain);
  return isSubtitle && next?.reading.label?.topic === 'purpose' ? next : undefined;
}

const SURE_SHAPE = 4;
/** A mere activity scores less than an earlier position, so that the statement does not jump while it is rewritten. */
const SHAPE_SCORE = [0, 0.05, 3, 4.5, 6] as const;

function certainty(best: Candidate, all: readonly Candidate[]): FoundBy {
  const { name, reading, isTitle } = best;
  if (reading.label?.topic === 'purpose' || reading.label?.topic === 'vision') return 'heading';
  // If the heading favours one text and the wording another, only the writer can decide.
  if (
    reading.shape === 0 &&
    all.some((other) => other.reading.shape === 4 && other.name?.topic !== 'other')
  ) {
    return 'position';
  }
  const named = name?.topic === 'purpose' || name?.topic === 'vision' ? name : undefined;
  if (named && (!isTitle || named.exact || reading.shape >= 2))
    return best.below === 0 || reading.shape >= 1 ? 'heading' : 'position';
  if (name?.topic === 'aim' && reading.shape >= 2) return 'heading';
  if (best.part.kind === 'list' || best.part.kind === 'item')
    return reading.shape >= 3 ? 'shape' : 'position';
  // Far down in a charter, “is responsible for” is about one of many things.
  if (reading.shape >= 3 || (reading.shape === 2 && best.before <= 3)) return 'shape';
  if (best.part.kind === 'quote' && best.before === 0 && !best.part.callout) return 'shape';
  const lead = best.below === 0 && best.before <= 1;
  if (reading.shape === 1 && lead && all.length <= 12) return 'shape';
  return 'position';
}

/** The marker that the writer puts above the statement. */
export const STATEMENT_MARKER = 'purpose:statement';

function belowMarker(blocks: readonly PlacedBlock[]): StatementPlace | undefined {
  for (const [index, placed] of blocks.entries()) {
    if (!placed.text.includes(STATEMENT_MARKER)) continue;
    const marker = placed.block.comments.find(({ text }) => text.trim() === STATEMENT_MARKER);
    if (!marker) continue;
    for (const after of blocks.slice(index)) {
      const part = after.block.parts.find(
        (one): one is TextPart =>
          one.kind !== 'heading' && (after !== placed || one.span.end > marker.span.end),
      );
      if (part)
        return {
          placed: after,
          part: markedPart(part, after === placed ? marker.span.end : 0),
          by: 'marker',
        };
    }
  }
  return undefined;
}

/** In a list, the item after the marker. */
function markedPart(part: TextPart, after: number): TextPart {
  if (!part.items || after <= part.span.start) return part;
  return firstTexts(part).find(({ span }) => span.end > after) ?? part;
}

/** The first text of each item of a list: a marker before it is inside the item. */
export function firstTexts({ items = [] }: TextPart): readonly TextPart[] {
  return items.flatMap(({ head, rest: [next] }) =>
    head ? [head] : next && next.kind !== 'heading' ? [next] : [],
  );
}

export class StatementSearch {
  readonly candidates: Candidate[] = [];
  hasEmptyPurpose = false;
  #sections: Section[] = [];
  #texts = 0;
  #seenHeading = false;

  constructor(blocks: readonly PlacedBlock[]) {
    for (const placed of blocks) this.#parts(placed, placed.block.parts);
    this.#close(0);
  }

  #parts(placed: PlacedBlock, parts: readonly MarkdownPart[]): void {
    for (let at = 0; at < parts.length; at++) {
      const part = parts[at] as MarkdownPart;
      if (part.kind === 'heading') this.#heading(part.depth, part.text);
      else if (isBoldLine(part)) this.#boldLine(placed, part);
      else {
        const rest = analysePart(part).introduces ? clausesIn(parts.slice(at + 1)) : [];
        this.#text(placed, part, rest);
        at += rest.length;
      }
    }
  }

  #heading(depth: number, text: string): void {
    this.#close(depth);
    const isTitle = depth === 1 && !this.#seenHeading;
    this.#seenHeading = true;
    this.#sections.push({ depth, name: headingName(text), isTitle, texts: 0 });
  }

  /** Closes the sections of this depth and below. */
  #close(depth: number): void {
    for (let last = this.#sections.at(-1); last && last.depth >= depth; last = this.#sections.at(-1)) {
      this.#sections.pop();
      const isEmpty = last.texts === 0 && last.name?.topic === 'purpose' && last.name.exact;
      if (isEmpty) this.hasEmptyPurpose = true;
      const parent = this.#sections.at(-1);
      if (parent) parent.texts += last.texts;
    }
  }

  /** A bold line that names the purpose starts a section; any other is a subtitle, which replaces the previous one. */
  #boldLine(placed: PlacedBlock, part: TextPart): void {
    const name = headingName(part.plain);
    if (name) this.#heading(BOLD_DEPTH, part.plain);
    else {
      if (this.#sections.at(-1)?.depth === BOLD_DEPTH) this.#close(BOLD_DEPTH);
      this.#add(placed, part, -4);
    }
  }

  /** @param rest the list, or the clauses, that the text introduces */
  #text(placed: PlacedBlock, part: TextPart, rest: readonly TextPart[]): void {
    if (part.kind === 'cell') {
      const name = headingName(part.rowName ?? '');
      if (name?.topic === 'purpose') this.#add(placed, part, 0, name);
      return;
    }
    if (part.kind === 'list') {
      this.#list(placed, part);
      return;
    }
    if (isExcluded(part)) return;
    const { introduces, extent, label } = analysePart(part);
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
      this.#add(placed, joined(extent, rest), -0.5);
      return;
    }
    this.#add(placed, part, part.callout ? calloutBonus(part.callout) : 0);
  }

  #list(placed: PlacedBlock, part: TextPart): void {
    const items = part.items ?? [];
    for (const { head, rest } of items) {
      // An item with such a name is a heading for its content.
      const name =
        head && rest.length > 0 && wordCount(head.plain) <= 9 ? headingName(head.plain) : undefined;
      if (!name || name.topic === 'other') continue;
      this.#heading(BOLD_DEPTH, head?.plain ?? '');
      this.#parts(placed, rest);
      this.#close(BOLD_DEPTH);
    }
    const heads = items.flatMap(({ head }) => (head ? [head] : []));
    for (const head of heads) {
      const { label } = analysePart(head);
      if (label?.topic === 'purpose') this.#add(placed, head, 0);
    }
    const [first] = heads;
    if (!first || isExcluded(first) || TASK.test(first.plain)) return;
    const topic = this.#sections.findLast(({ name }) => name !== undefined)?.name?.topic;
    const [saysSo, ...more] = heads.filter((head) => analysePart(head).shape >= 3);
    const isNamed = topic === 'purpose' || topic === 'aim';
    if (saysSo && more.length === 0) this.#add(placed, saysSo, -0.5);
    else this.#add(placed, heads.length === 1 ? first : part, isNamed ? -0.5 : -4);
  }

  #add(placed: PlacedBlock, part: TextPart, bonus: number, cellName?: HeadingName): void {
    const reading = analysePart(part);
    const section = this.#sections.findLast(({ name }) => name !== undefined);
    const name = cellName ?? reading.label ?? section?.name;
    const isTitle = !cellName && !reading.label && (section?.isTitle ?? false);
    const direct = section === this.#sections.at(-1);
    const below = reading.label || cellName ? 0 : (section?.texts ?? this.#texts);
    const before = this.#texts++;
    for (const open of this.#sections) if (open === this.#sections.at(-1)) open.texts++;
    const score =
      topicScore(name, isTitle, direct) +
      SHAPE_SCORE[reading.shape] +
      (below === 0 ? (name ? 2 : 1) : 0) -
      Math.min(2, before * 0.1) +
      (isQuotation(part) ? -3 : 0) +
      leadScore(part, reading, before) +
      (reading.introduces ? -2 : 0) +
      (isFragment(part, reading) && name?.topic !== 'purpose' ? -3 : 0) +
      bonus;
    this.candidates.push({ placed, part, reading, name, isTitle, below, before, score });
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

/** A few words that are not a sentence: “Draft”. */
function isFragment({ plain }: TextPart, { shape }: PartAnalysis): boolean {
  return shape === 0 && wordCount(plain) < 4 && !/[.!?…。！？]["”’)]*$/u.test(plain) && !plain.includes('{{');
}

function topicScore(name: HeadingName | undefined, isTitle: boolean, direct: boolean): number {
  if (!name) return 0;
  const far = direct ? 0 : -1.5;
  switch (name.topic) {
    case 'purpose':
      return (isTitle ? (name.exact ? 5 : 3) : name.exact ? 7 : 5.5) + far;
    case 'vision':
      return (name.exact ? 4 : 3) + far;
    case 'aim':
      return (name.exact ? 2.5 : 1.5) + far;
    case 'about':
      return 1;
    case 'other':
      return isTitle ? -0.5 : direct ? -4 : -2;
  }
}

/** The score of the first text of a file: a leading quote is the format of our own files. */
function leadScore(part: TextPart, { shape }: PartAnalysis, before: number): number {
  if (part.kind === 'quote' && !part.callout) return before === 0 && !isQuotation(part) ? 6 : 0.5;
  return before === 0 && (shape === 1 || shape === 2) ? 1 : 0;
}

function calloutBonus(kind: string): number {
  return kind === 'important' || kind === 'abstract' || kind === 'quote' ? -3 : -5;
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
