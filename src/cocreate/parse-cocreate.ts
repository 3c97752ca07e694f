import type { List } from 'mdast';
import { PurposeDocument } from '../statement/document';
import type { Span } from '../statement/position';
import { readable } from '../statement/readable';
import {
  contentSpan,
  groupsByHeading,
  itemText,
  nodesBelow,
  type TopNode,
  topNodes,
} from '../statement/top-nodes';
import { fold } from '../text/fold';
import { mayBeName } from './voice-line';

/** A person's words in a co-create file. Spans are offsets in the file. */
export interface Voice {
  readonly name: string;
  /** As plain text, white space folded. */
  readonly text: string;
  /** From the first word to the last, without the quote marks before the first. */
  readonly span: Span;
}

/** A vote for a candidate. */
export interface Vote {
  readonly name: string;
  /** The position of the name, including its tick if it has one. */
  readonly span: Span;
}

/** A sentence that could become the statement. */
export interface Candidate {
  readonly text: string;
  readonly span: Span;
  /** The names of its voters, each once. */
  readonly votes: readonly string[];
  /** The first occurrence of each of these names. */
  readonly voteSpans: readonly Vote[];
  /** The end of everything that belongs to it: its votes, and any text below them. */
  readonly end: number;
  /** The names after `votes:`; `undefined` if there is no such line. */
  readonly votesLine?: Span;
  /** Whether it is the statement of the file, word for word. */
  readonly adopted: boolean;
}

export interface CoCreateFile {
  readonly voices: readonly Voice[];
  readonly candidates: readonly Candidate[];
  /** The sections, including their headings; `undefined` if missing. */
  readonly sections: { readonly voices?: Span; readonly candidates?: Span };
}

interface Section {
  readonly span: Span;
  readonly nodes: readonly TopNode[];
}

const VOICES = /^(?:(?:our|the|all)\s+)?voices?\b/i;
const CANDIDATES = /^(?:(?:our|the|all)\s+)?candidates?\b(?!\s*\d)/i;
const VOTES = /^[\s*_]*votes?[\s*_]*(?:\(\d+\)\s*)?[:=][ \t*_]*/i;

/**
 * Parses a co-create file: the voices under their names, the candidates and their votes. Accepts any text and never
 * throws.
 *
 * Voices are quotes or paragraphs below a heading each, or list items `Name: words`; a quote without a name is also a
 * voice. Candidates are quotes or, if a heading has none below it, its first paragraph. Votes are a line `votes: Ana,
 * Bo`, a list below such a line, or ticked items `[x] Ana`; they belong to the candidate above them.
 */
export function parseCoCreate(text: string): CoCreateFile {
  const document = PurposeDocument.of(text);
  const nodes = topNodes(document);
  const voices = sectionOf(nodes, VOICES, text.length);
  const candidates = sectionOf(nodes, CANDIDATES, text.length);
  const statement = document.statement?.plain;
  return {
    voices: voices ? readVoices(voices, text) : [],
    candidates: candidates ? readCandidates(candidates, text, statement) : [],
    sections: {
      ...(voices ? { voices: voices.span } : {}),
      ...(candidates ? { candidates: candidates.span } : {}),
    },
  };
}

/**
 * One of a file's candidates.
 * @throws {RangeError} if there is no such candidate
 */
export function candidateAt({ candidates }: CoCreateFile, index: number): Candidate {
  const candidate = candidates[index];
  if (candidate) return candidate;
  throw new RangeError(`There is no candidate ${index + 1}; the file has ${candidates.length}.`);
}

/** The content below the heading that matches, up to the next heading of the same or a higher level. */
function sectionOf(nodes: readonly TopNode[], pattern: RegExp, length: number): Section | undefined {
  const depthOf = ({ node }: TopNode): number =>
    node.type === 'heading' && node.depth > 1 && pattern.test(fold(readable(node))) ? node.depth : 7;
  // A voice or candidate may also have such a name: the section is the heading of the highest level.
  const depth = Math.min(...nodes.map(depthOf));
  const at = nodes.findIndex((top) => depthOf(top) === depth);
  const heading = nodes[at];
  if (!heading || depth > 6) return undefined;
  const inside = nodesBelow(nodes, at);
  const end = nodes[at + 1 + inside.length]?.start ?? length;
  return { span: { start: heading.start, end }, nodes: inside };
}

function readVoices({ nodes }: Section, text: string): Voice[] {
  const voices: Voice[] = [];
  for (const [heading, ...below] of groupsByHeading(nodes)) {
    if (!heading) continue;
    const named = heading.node.type === 'heading' ? fold(readable(heading.node)) : '';
    const inside = named === '' ? [heading, ...below] : below;
    const words =
      inside.find(({ node }) => node.type === 'blockquote') ??
      inside.find(({ node }) => node.type === 'paragraph');
    if (named !== '' && words) voices.push({ name: named, ...read(words) });
    else if (named === '') {
      for (const top of inside) {
        if (top.node.type === 'blockquote') voices.push({ name: `Voice ${voices.length + 1}`, ...read(top) });
        else voices.push(...listedVoices(top, text));
      }
    }
  }
  return voices;
}

/** List items `Ana: We bake bread.`; a colon inside a sentence does not mark a person. */
function listedVoices({ node, shift }: TopNode, text: string): Voice[] {
  if (node.type !== 'list') return [];
  return node.children.flatMap((item) => {
    const whole = itemText(item, shift);
    if (!whole) return [];
    const named = /^[\s*_]*([^:*_]{1,60}?)[\s*_]*:[\s*_]*(?=\S)/.exec(text.slice(whole.start, whole.end));
    if (!named?.[1] || !mayBeName(named[1])) return [];
    const span = { start: whole.start + named[0].length, end: whole.end };
    return [{ name: fold(named[1]), text: fold(text.slice(span.start, span.end)), span }];
  });
}

function readCandidates({ nodes }: Section, text: string, statement: string | undefined): Candidate[] {
  const candidates: Candidate[] = [];
  for (const group of groupsByHeading(nodes)) {
    const quoted = group.some(({ node }) => node.type === 'blockquote');
    const starts = group.flatMap((top, index) => {
      const first = quoted
        ? top.node.type === 'blockquote'
        : top.node.type === 'paragraph' && !VOTES.test(readable(top.node));
      return first && fold(readable(top.node)) !== '' ? [index] : [];
    });
    // Without quotes only the first paragraph is a candidate; the rest is discussion.
    const kept = quoted ? starts : starts.slice(0, 1);
    kept.forEach((from, index) => {
      const own = group.slice(from, kept[index + 1] ?? group.length);
      const [top, ...below] = own;
      if (!top) return;
      const { text: words, span } = read(top);
      const votes = below.flatMap((node) => votesIn(node, text));
      const end = own.at(-1)?.end ?? top.end;
      candidates.push({ text: words, span, end, adopted: words === statement, ...together(votes) });
    });
  }
  return candidates;
}

function read(top: TopNode): { text: string; span: Span } {
  const span = top.node.type === 'blockquote' ? contentSpan(top) : { start: top.start, end: top.end };
  return { text: fold(readable(top.node)), span };
}

type FoundVotes = { readonly votes: readonly Vote[]; readonly line?: Span };

function together(found: readonly FoundVotes[]): Pick<Candidate, 'votes' | 'voteSpans' | 'votesLine'> {
  const voteSpans: Vote[] = [];
  for (const vote of found.flatMap(({ votes }) => votes)) {
    const key = vote.name.toLowerCase();
    if (!voteSpans.some(({ name }) => name.toLowerCase() === key)) voteSpans.push(vote);
  }
  const votesLine = found.find(({ line }) => line)?.line;
  return { votes: voteSpans.map(({ name }) => name), voteSpans, ...(votesLine ? { votesLine } : {}) };
}

function votesIn({ node, shift, start, end }: TopNode, text: string): FoundVotes[] {
  if (node.type === 'paragraph') return votesLineIn(text, { start, end });
  return node.type === 'list' ? votesInList(node, shift, text, false) : [];
}

/** @param named whether plain items are names, as below a line `votes:` */
function votesInList(list: List, shift: number, text: string, named: boolean): FoundVotes[] {
  return list.children.flatMap((item) => {
    const span = itemText(item, shift);
    if (!span) return [];
    const line = votesLineIn(text, span);
    const own = line.length > 0 ? line : tickedIn(text, span, named);
    const below = item.children
      .slice(1)
      .flatMap((node) => (node.type === 'list' ? votesInList(node, shift, text, line.length > 0) : []));
    return [...own, ...below];
  });
}

/** `votes: Ana, Bo and Cy` */
function votesLineIn(text: string, { start, end }: Span): FoundVotes[] {
  const words = text.slice(start, end);
  const label = VOTES.exec(words)?.[0];
  if (label === undefined) return [];
  // A line that ends with a comma continues on the next one.
  const line = /^(?:[^\r\n]*,[ \t]*(?:\r\n|\r|\n))*[^\r\n]*/.exec(words.slice(label.length))?.[0] ?? '';
  const span = { start: start + label.length, end: start + label.length + line.length };
  const votes: Vote[] = [];
  for (const match of line.matchAll(/[^,;&\r\n]+/g)) {
    let from = span.start + match.index;
    for (const piece of match[0].split(/(\s+and\s+)/i)) {
      const name = cleanName(piece);
      if (name !== '' && !/^\s+and\s+$/i.test(piece)) {
        const at = from + piece.search(/\S/);
        votes.push({ name, span: { start: at, end: at + piece.trim().length } });
      }
      from += piece.length;
    }
  }
  return [{ votes, line: span }];
}

/** `[x] Ana` and `+1 Ana`; `[ ] Ana` is not a vote. */
function tickedIn(text: string, span: Span, named: boolean): FoundVotes[] {
  const words = text.slice(span.start, span.end);
  const tick = /^(?:\[([xX✓✔ ])\]|\+1)\s+/.exec(words);
  if (tick ? tick[1] === ' ' : !named) return [];
  const name = cleanName(words.slice(tick?.[0].length ?? 0));
  return name === '' ? [] : [{ votes: [{ name, span }] }];
}

function cleanName(words: string): string {
  return fold(words.replace(/[*_`]/g, ''))
    .replace(/^@/, '')
    .replace(/(?:\s*\+1|[.:])+$/, '')
    .trim();
}
