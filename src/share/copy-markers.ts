import type { Span } from '../statement/position';
import { COPY_SHAPE_NAMES, type CopyShape, DEFAULT_SHAPE } from './copy-shapes';
import { CodeTracker, inlineCode, isEscaped } from './markdown-lines';

/** One of our markers. */
export interface Marker extends Span {
  readonly word: string;
  readonly rest: string;
  /** The range of the marker's line without its line ending. */
  readonly line: Span;
}

/** Reports a marker, or a part of one, that cannot be used. */
export type Refuse = (span: Span, message: string) => void;

/** The markers outside code, in order. */
export function* markers(text: string, refuse: Refuse): Generator<Marker> {
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

const ATTRIBUTE = /^\s+([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"']+))/;

/** The path and shape in a `purpose:begin` marker. */
export function readCall(begin: Marker, refuse: Refuse): { source: string; shape: CopyShape } | undefined {
  const named = /^(?:"([^"]+)"|'([^']+)'|(?![\w-]+=)([^\s"']\S*))/.exec(begin.rest);
  const source = named?.[1] ?? named?.[2] ?? named?.[3];
  if (!named || !source) {
    refuse(begin, 'This marker names no purpose file: write <!-- purpose:begin FILE.purpose.md -->.');
    return undefined;
  }
  let shape: string = DEFAULT_SHAPE;
  const rest = begin.rest.slice(named[0].length);
  if (rest !== '') {
    const attribute = ATTRIBUTE.exec(rest);
    if (attribute?.[1] !== 'as' || attribute[0].length < rest.length) {
      refuse(
        begin,
        `After the file's name only as="${COPY_SHAPE_NAMES.join('|')}" can follow; put a name with spaces in quotes.`,
      );
      return undefined;
    }
    shape = attribute[2] ?? attribute[3] ?? attribute[4] ?? '';
  }
  const known = COPY_SHAPE_NAMES.find((one) => one === shape);
  if (!known) {
    refuse(begin, `There is no shape "${shape.slice(0, 40)}": use ${COPY_SHAPE_NAMES.join(', ')}.`);
    return undefined;
  }
  return { source, shape: known };
}
