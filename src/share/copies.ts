import { distance } from 'fastest-levenshtein';
import type { Span } from '../statement/position';
import { type Marker, markers, type Refuse, readCall } from './copy-markers';
import { COPY_SHAPE_NAMES, COPY_SHAPES, type CopyShape } from './copy-shapes';
import { prefixOf } from './markdown-lines';

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

/** A marker, or a pair of them, that cannot be used; nothing is written there. */
export interface CopyProblem {
  /** One sentence on what is wrong and how to fix it. */
  readonly message: string;
  readonly span: Span;
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
  const refuse = ({ start, end }: Span, message: string): void => {
    problems.push({ message, span: { start, end } });
  };
  const missingEnd = (marker: Marker): void =>
    refuse(marker, 'This copy has no end: write <!-- purpose:end --> after it.');

  for (const marker of markers(text, refuse)) {
    if (marker.word === 'begin') {
      if (open) {
        if (!open.broken) missingEnd(open.marker);
        refuse(
          marker,
          'This copy starts before the one above it has ended: write <!-- purpose:end --> before it.',
        );
      }
      open = { marker, broken: open !== undefined };
    } else if (marker.word === 'end' && marker.rest === '') {
      if (!open) refuse(marker, 'This end belongs to no copy: remove it, or write its purpose:begin.');
      else if (!open.broken) {
        const copy = toCopy(text, open.marker, marker, refuse);
        if (copy) copies.push(copy);
      }
      open = undefined;
    } else if (isMeant(marker)) {
      refuse(
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
