import { distance } from 'fastest-levenshtein';
import type { Span } from '../statement/position';
import { COPY_SHAPE_NAMES, COPY_SHAPES, type CopyShape, DEFAULT_SHAPE } from './copy-shapes';
import { CodeTracker, inlineCode, isEscaped, prefixOf } from './markdown-lines';

/** A shared copy: `<!-- purpose:begin PATH as="SHAPE" -->` … `<!-- purpose:end -->`. */
export interface Copy {
  readonly begin: Span;
  readonly end: Span;
  /** The text between the markers, including line endings. */
  readonly content: Span;
  /** The path of the purpose file as written in the marker. */
  readonly source: string;
  readonly shape: CopyShape;
  /** The prefix of each line between the markers: indentation and quote marks. */
  readonly indent: string;
  /** Whether the copy and its markers are within a line of other text. */
  readonly inline: boolean;
}

export type CopyProblemCode =
  | 'unclosed-marker'
  | 'unknown-marker'
  | 'bad-attribute'
  | 'unknown-shape'
  | 'no-source'
  | 'missing-end'
  | 'nested'
  | 'stray-end'
  | 'needs-own-line'
  | 'bad-source'
  | 'missing-source'
  | 'no-statement'
  | 'conflict';

/** A marker, or a pair of them, that cannot be used; nothing is written there. */
export interface CopyProblem {
  readonly code: CopyProblemCode;
  /** One sentence on what is wrong and how to fix it. */
  readonly message: string;
  readonly span: Span;
}

interface Marker extends Span {
  readonly word: string;
  readonly rest: string;
  /** The range of the marker's line without its line ending. */
  readonly line: Span;
}

/**
 * Every shared copy of a Markdown file, and every marker that does not form one, in file order.
 * Markers in code are text. Runs in linear time for any text.
 */
export function findCopies(text: string): { copies: Copy[]; problems: CopyProblem[] } {
  const copies: Copy[] = [];
  const problems: CopyProblem[] = [];
  if (!text.includes('purpose:')) return { copies, problems };

  let open: { marker: Marker; broken: boolean } | undefined;
  const refuse = (code: CopyProblemCode, span: Span, message: string): void => {
    problems.push({ code, message, span: { start: span.start, end: span.end } });
  };
  const missingEnd = (marker: Marker): void =>
    refuse('missing-end', marker, 'This copy has no end: write <!-- purpose:end --> after it.');

  for (const marker of markers(text, refuse)) {
    if (marker.word === 'begin') {
      if (open) {
        if (!open.broken) missingEnd(open.marker);
        refuse(
          'nested',
          marker,
          'This copy starts before the one above it has ended: write <!-- purpose:end --> before it.',
        );
      }
      open = { marker, broken: open !== undefined };
    } else if (marker.word === 'end' && marker.rest === '') {
      if (!open)
        refuse('stray-end', marker, 'This end belongs to no copy: remove it, or write its purpose:begin.');
      else if (!open.broken) {
        const copy = toCopy(text, open.marker, marker, refuse);
        if (copy) copies.push(copy);
      }
      open = undefined;
    } else if (isMeant(marker)) {
      refuse(
        'unknown-marker',
        marker,
        'A marker is <!-- purpose:begin FILE.purpose.md --> or <!-- purpose:end -->; this one is neither.',
      );
    }
  }
  if (open && !open.broken) missingEnd(open.marker);
  return { copies, problems };
}

/** Whether a marker is a mistyped one of ours rather than prose in a comment such as `purpose: why we exist`. */
function isMeant({ word, rest }: Marker): boolean {
  const name = word.toLowerCase();
  return distance(name, 'begin') <= 2 || distance(name, 'end') <= 1 || /\.purpose\.md\b/.test(rest);
}

type Refuse = (code: CopyProblemCode, span: Span, message: string) => void;

/** The markers outside code, in order. */
function* markers(text: string, refuse: Refuse): Generator<Marker> {
  const tracker = new CodeTracker();
  const ending = /\r\n|\r|\n|$/g;
  // The list items around the open copy. Whether a line is code must not depend on the content of a copy, because an
  // update changes it. So indentation is ignored inside a copy, and its list items end with it.
  let around: readonly number[] | undefined;
  for (let start = text.startsWith('\uFEFF') ? 1 : 0; start <= text.length; ) {
    ending.lastIndex = start;
    const found = ending.exec(text);
    const end = found?.index ?? text.length;
    const line = text.slice(start, end);
    const kind = tracker.next(line);
    if ((kind === 'text' || (kind === 'indented' && around)) && line.includes('purpose:')) {
      for (const marker of markersOfLine(line, { start, end }, refuse)) {
        yield marker;
        if (marker.word === 'begin') around = [...tracker.items];
        else if (marker.word === 'end' && around) {
          tracker.items = around;
          around = undefined;
        }
      }
    }
    if (end === text.length) return;
    start = end + (found?.[0].length ?? 1);
  }
}

function* markersOfLine(line: string, at: Span, refuse: Refuse): Generator<Marker> {
  const code = inlineCode(line);
  let passed = 0;
  // With a space after the colon it is a prose comment; `purpose:statement` marks the statement.
  const opening = /<!--[ \t]*purpose:(?=\S)(?!statement(?:-->|[ \t]))/g;
  for (let found = opening.exec(line); found; found = opening.exec(line)) {
    const start = found.index;
    while (passed < code.length && (code[passed] as Span).end <= start) passed++;
    const around = code[passed];
    if ((around && around.start < start) || isEscaped(line, start)) continue;
    const inside = opening.lastIndex;
    const close = line.indexOf('-->', inside);
    if (close < 0) {
      refuse(
        'unclosed-marker',
        { start: at.start + start, end: at.end },
        'This marker has no --> on its line: keep each marker on one line.',
      );
      return;
    }
    const [, word = '', rest = ''] = /^([^\s]*)\s*([\s\S]*)$/.exec(line.slice(inside, close).trimEnd()) ?? [];
    opening.lastIndex = close + 3;
    yield { start: at.start + start, end: at.start + close + 3, word, rest, line: at };
  }
}

function toCopy(text: string, begin: Marker, end: Marker, refuse: Refuse): Copy | undefined {
  const call = readCall(begin, refuse);
  if (!call) return undefined;
  const { text: before, next } = prefixOf(text.slice(begin.line.start, begin.start));
  const sameLine = begin.line.start === end.line.start;
  const ownLine =
    begin.start === begin.line.start + before.length &&
    isBlank(text, sameLine ? end.end : begin.end, begin.line.end);
  if (!ownLine && (!sameLine || !COPY_SHAPES[call.shape].inline)) {
    refuse(
      'needs-own-line',
      begin,
      sameLine
        ? `A copy of the shape "${call.shape}" needs separate lines: only ${inlineShapes()} can be within a line.`
        : 'There is text beside this marker: put both markers on separate lines, or both on one line.',
    );
    return undefined;
  }
  return {
    begin: { start: begin.start, end: begin.end },
    end: { start: end.start, end: end.end },
    content: { start: begin.end, end: end.start },
    ...call,
    indent: next,
    inline: !ownLine,
  };
}

function inlineShapes(): string {
  const names = COPY_SHAPE_NAMES.filter((name) => COPY_SHAPES[name].inline);
  return names.map((name) => `as="${name}"`).join(' and ');
}

/** Compares characters in place: slicing a long line for each marker would not be linear. */
function isBlank(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (text[at] !== ' ' && text[at] !== '\t') return false;
  return true;
}

const ATTRIBUTE = /^\s+([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"']+))/;

/** The path and shape in a `purpose:begin` marker. */
function readCall(begin: Marker, refuse: Refuse): { source: string; shape: CopyShape } | undefined {
  const named = /^(?:"([^"]+)"|'([^']+)'|(?![\w-]+=)([^\s"']\S*))/.exec(begin.rest);
  const source = named?.[1] ?? named?.[2] ?? named?.[3];
  if (!named || !source) {
    refuse(
      'no-source',
      begin,
      'This marker names no purpose file: write <!-- purpose:begin FILE.purpose.md -->.',
    );
    return undefined;
  }
  let shape: string = DEFAULT_SHAPE;
  const rest = begin.rest.slice(named[0].length);
  if (rest !== '') {
    const attribute = ATTRIBUTE.exec(rest);
    if (attribute?.[1] !== 'as' || attribute[0].length < rest.length) {
      refuse(
        'bad-attribute',
        begin,
        `After the file's name only as="${COPY_SHAPE_NAMES.join('|')}" can follow; put a name with spaces in quotes.`,
      );
      return undefined;
    }
    shape = attribute[2] ?? attribute[3] ?? attribute[4] ?? '';
  }
  const known = COPY_SHAPE_NAMES.find((one) => one === shape);
  if (!known) {
    refuse(
      'unknown-shape',
      begin,
      `There is no shape "${shape.slice(0, 40)}": use ${COPY_SHAPE_NAMES.join(', ')}.`,
    );
    return undefined;
  }
  return { source, shape: known };
}
