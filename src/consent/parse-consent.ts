import type { ListItem } from 'mdast';
import { PurposeDocument } from '../statement/document';
import type { Span } from '../statement/position';
import { readable } from '../statement/readable';
import type { MarkdownPart } from '../statement/text-part';
import { groupsByHeading, itemText, nodesBelow, type TopNode, topNodes } from '../statement/top-nodes';
import { fold } from '../text/fold';
import { type Answer, readAnswer } from './answer';
import { type Fingerprint, readFingerprint } from './fingerprint';

/** A person who is asked. Spans are offsets in the file. */
export interface Voice {
  readonly name: string;
  /** `undefined` if there is no answer yet, or an unreadable one. */
  readonly answer: Answer | undefined;
  /** The text after the name, readable or not. */
  readonly written: string;
  /** From the name to the end of the answer. */
  readonly span: Span;
}

/** A round in which a group is asked for its consent. */
export interface Round {
  readonly voices: readonly Voice[];
  /** The line on what was asked; `undefined` in a handwritten round without one. */
  readonly asked?: RoundLine;
  /** The line on what was ratified; `undefined` if nothing was. */
  readonly ratified?: RoundLine;
  /** From the first thing below the heading to the last. */
  readonly span: Span;
  /** The end of the list of voices. */
  readonly listEnd: number;
}

/** A line with a statement's fingerprint and a date. */
interface RoundLine extends Span {
  /** ISO 8601, only the date. */
  readonly date: string;
  readonly words: Fingerprint;
}

/** The section *Consent* of a purpose file. */
export interface Consent {
  readonly section: Span;
  /** Depth of its heading. */
  readonly depth: number;
  /** Oldest first; never empty. */
  readonly rounds: readonly Round[];
}

const HEADING = /^(?:(?:our|the)\s+)?consent(?:\s+rounds?)?$/i;
const ASKED = /^asked on (\d{4}-\d{2}-\d{2})\b/i;
const RATIFIED = /^ratified on (\d{4}-\d{2}-\d{2})\b/i;

/**
 * Parses the section *Consent*: a list with a line for each person, `Name: gradient: reason`. Each heading below it
 * begins another round. The result is `undefined` for a section of that name without answers and without a question,
 * which is the writer's own text.
 */
export function parseConsent(document: PurposeDocument): Consent | undefined {
  // Fast path: nearly no file has such a section.
  if (!document.blocks.some(({ block }) => block.parts.some(isConsentHeading))) return undefined;
  const nodes = topNodes(document);
  const at = nodes.findIndex(
    ({ node }) => node.type === 'heading' && node.depth > 1 && HEADING.test(fold(readable(node))),
  );
  const heading = nodes[at];
  if (heading?.node.type !== 'heading') return undefined;
  const { depth } = heading.node;
  const inside = nodesBelow(nodes, at);
  const rounds = groupsByHeading(inside)
    .map((group) => group.filter(({ node }) => node.type !== 'heading'))
    .flatMap((group) => readRound(group, document.text));
  if (rounds.length === 0) return undefined;
  const end = inside.at(-1)?.end ?? heading.end;
  return { section: { start: heading.start, end }, depth, rounds };
}

function isConsentHeading(part: MarkdownPart): boolean {
  return part.kind === 'heading' && part.depth > 1 && HEADING.test(part.text);
}

/** The current round: the last one. */
export function currentRound(consent: Consent): Round {
  const round = consent.rounds.at(-1);
  if (!round) throw new Error('A consent section has a round.');
  return round;
}

/** The current round of a purpose file; `undefined` if nobody has been asked. */
export function roundIn(text: string): Round | undefined {
  const consent = parseConsent(PurposeDocument.of(text));
  return consent && currentRound(consent);
}

function readRound(group: readonly TopNode[], text: string): Round[] {
  const lists = group.filter(({ node }) => node.type === 'list');
  const voices = lists.flatMap(({ node, shift }) =>
    node.type === 'list' ? node.children.flatMap((item) => readVoice(item, shift, text)) : [],
  );
  const asked = lineIn(group, ASKED);
  const ratified = lineIn(group, RATIFIED);
  if (!asked && !voices.some(({ answer }) => answer)) return [];
  const [first, last] = [group[0], group.at(-1)];
  if (!first || !last) return [];
  return [
    {
      voices,
      ...(asked && { asked }),
      ...(ratified && { ratified }),
      span: { start: first.start, end: last.end },
      listEnd: lists.at(-1)?.end ?? last.end,
    },
  ];
}

/** The last line that begins so, because two branches may each have added one. */
function lineIn(group: readonly TopNode[], pattern: RegExp): RoundLine | undefined {
  return group
    .flatMap(({ node, start, end }) => {
      if (node.type !== 'paragraph') return [];
      const line = fold(readable(node));
      const date = pattern.exec(line)?.[1];
      const words = readFingerprint(line);
      return date && words ? [{ date, words, start, end }] : [];
    })
    .at(-1);
}

function readVoice(item: ListItem, shift: number, text: string): Voice[] {
  const span = itemText(item, shift);
  if (!span) return [];
  const [, name = '', written] =
    /^[*_@\s]*([^:*_]{1,60}?)[*_\s]*:[*_]*(?:\s+(\S.*))?$/s.exec(text.slice(span.start, span.end)) ?? [];
  if (name === '') return [];
  const words = fold(written ?? '');
  return [{ name: fold(name), answer: readAnswer(words), written: words, span }];
}
