import { PurposeDocument } from '../statement/document';
import { headingName } from '../statement/find/heading-name';
import type { Span } from '../statement/position';
import { readable } from '../statement/readable';
import { topNodes } from '../statement/top-nodes';
import { fold } from '../text/fold';
import { lineEnding } from '../text/line-ending';
import { replaceBlanks } from '../text/open-blanks';
import { candidateBlock, distinctNames, quoted, voiceBlock } from './build-cocreate';
import { type Candidate, type CoCreateFile, parseCoCreate } from './parse-cocreate';

/**
 * Makes a candidate the statement of its file: in place of the current statement, or under a new heading *Purpose*. The
 * candidate, its votes and everything else stay. A statement that would be lost becomes a candidate.
 *
 * @param index of a candidate of {@link parseCoCreate}
 * @throws {RangeError} if there is no such candidate
 */
export function adopt(text: string, index: number): string {
  const file = parseCoCreate(text);
  const candidate = candidateAt(file, index);
  if (candidate.adopted) return text;
  const eol = lineEnding(text);
  const quote = quoted(withoutMarks(text, candidate.span)).replaceAll('\n', eol);
  const document = PurposeDocument.of(text);
  const { statement, statementPlace } = document;
  const inside = (at: number): boolean =>
    [file.sections.voices, file.sections.candidates].some(
      (span) => span && at >= span.start && at < span.end,
    );
  // A list item can be found as the statement by default, but a quote above it would win.
  const kind = statementPlace?.part.kind;
  if (!statement || kind === 'item' || kind === 'list' || inside(statement.start.offset))
    return withNewStatement(text, document, file, quote, eol);

  const { start, end } = statement;
  const words = kind === 'quote' ? quote.slice(2) : quote;
  const replaced = text.slice(0, start.offset) + words + text.slice(end.offset);
  const kept = [...file.candidates, ...file.voices].some((other) => other.text === statement.plain);
  const adopted =
    kept || isOpen(statement.plain)
      ? replaced
      : addCandidate(replaced, statement.markdown, 'What it said before');
  // Without a heading that names the statement, another text may become the statement after the change.
  return PurposeDocument.of(adopted).statement?.plain === candidate.text
    ? adopted
    : withNewStatement(text, document, file, quote, eol);
}

/** Adds a candidate after the others; if there are none, at the end of the file under *Candidates*. */
export function addCandidate(text: string, markdown: string, name?: string): string {
  const { sections, candidates } = parseCoCreate(text);
  const block = candidateBlock(name ?? `Candidate ${candidates.length + 1}`, markdown);
  return sections.candidates
    ? insertBlock(text, sections.candidates.end, block)
    : insertBlock(text, text.length, `## Candidates\n\n${block}`);
}

/**
 * Adds a person's words after the other voices; if there are none, under *Voices* before the candidates.
 * A second voice of one person gets a separate heading, “Ana (2)”.
 */
export function addVoice(text: string, name: string, markdown: string): string {
  const { sections, voices } = parseCoCreate(text);
  const [distinct = name] = distinctNames([...voices, { name, text: markdown }]).slice(-1);
  const block = voiceBlock(distinct, markdown);
  if (sections.voices) return insertBlock(text, sections.voices.end, block);
  return insertBlock(text, sections.candidates?.start ?? text.length, `## Voices\n\n${block}`);
}

/** Inserts a block with LF line endings after the last words before an offset, with a blank line on both sides. */
function insertBlock(text: string, offset: number, block: string): string {
  const eol = lineEnding(text);
  const at = text.slice(0, offset).trimEnd().length;
  const rest = text.slice(at);
  const added = block.replaceAll('\n', eol);
  return `${text.slice(0, at)}${at === 0 ? '' : eol + eol}${added}${rest.trim() === '' ? eol : rest}`;
}

/**
 * Adds a vote, or removes it if that name has voted already. Changes only the votes of that candidate.
 *
 * @throws {RangeError} if there is no such candidate
 */
export function toggleVote(text: string, index: number, voter: string): string {
  const name = fold(voter.replace(/[,;&*_`\r\n]/g, ' '));
  if (name === '') return text;
  const same = (other: string): boolean => other.toLowerCase() === name.toLowerCase();
  const candidate = candidateAt(parseCoCreate(text), index);
  if (!candidate.votes.some(same)) return withVote(text, candidate, name);
  // A name may be listed twice.
  let rest = text;
  for (let now = candidate; now.votes.some(same); now = candidateAt(parseCoCreate(rest), index)) {
    rest = withoutVote(rest, now, same);
  }
  return rest;
}

function candidateAt({ candidates }: CoCreateFile, index: number): Candidate {
  const candidate = candidates[index];
  if (candidate) return candidate;
  throw new RangeError(`There is no candidate ${index + 1}; the file has ${candidates.length}.`);
}

function withNewStatement(
  text: string,
  document: PurposeDocument,
  { sections }: CoCreateFile,
  quote: string,
  eol: string,
): string {
  const nodes = topNodes(document);
  const firstSection = Math.min(
    sections.voices?.start ?? text.length,
    sections.candidates?.start ?? text.length,
  );
  const before = nodes.filter(({ node, end }) => node.type === 'heading' && end <= firstSection);
  const announcing = before.find(({ node }) => headingName(fold(readable(node)))?.topic === 'purpose');
  const title = before.find(({ node }) => node.type === 'heading' && node.depth === 1);
  const at = (announcing ?? title)?.end;
  const added = announcing ? quote : `## Purpose${eol}${eol}${quote}`;
  if (at === undefined) {
    const start = nodes[0]?.start ?? document.head.length;
    return `${text.slice(0, start)}${added}${eol}${eol}${text.slice(start)}`;
  }
  const rest = text.slice(at);
  const gap = /^[ \t]*(?:\r\n|\r|\n)[ \t]*(?:\r\n|\r|\n|$)/.test(rest) || rest.trim() === '' ? '' : eol;
  return `${text.slice(0, at)}${eol}${eol}${added}${gap}${rest}`;
}

function withVote(text: string, candidate: Candidate, name: string): string {
  const { votesLine, span, end } = candidate;
  if (votesLine) {
    const names = text.slice(votesLine.start, votesLine.end).trimEnd();
    const between =
      names !== ''
        ? /[,;&]$/.test(names)
          ? ' '
          : ', '
        : /\s$/.test(text.slice(0, votesLine.start))
          ? ''
          : ' ';
    return splice(text, { start: votesLine.start + names.length, end: votesLine.end }, between + name);
  }
  const ticks = /^([ \t]*(?:[-*+]|\d+[.)])[ \t]+\[) (\][ \t]+)(.+?)[ \t]*$/gm;
  for (const match of text.slice(span.end, end).matchAll(ticks)) {
    const [, before = '', , words = ''] = match;
    if (fold(words.replace(/^@/, '')).toLowerCase() !== name.toLowerCase()) continue;
    const at = span.end + match.index + before.length;
    return splice(text, { start: at, end: at + 1 }, 'x');
  }
  const eol = lineEnding(text);
  const rest = text.slice(span.end);
  const gap = /^[ \t]*(?:\r\n|\r|\n)[ \t]*(?:\r\n|\r|\n|$)/.test(rest) || rest.trim() === '' ? '' : eol;
  return splice(text, { start: span.end, end: span.end }, `${eol}${eol}- votes: ${name}${gap}`);
}

function withoutVote(text: string, candidate: Candidate, same: (name: string) => boolean): string {
  const vote = candidate.voteSpans.find((one) => same(one.name));
  if (!vote) return text;
  const { votesLine } = candidate;
  const words = text.slice(vote.span.start, vote.span.end);
  if (votesLine && vote.span.start >= votesLine.start && vote.span.end <= votesLine.end) {
    const names = candidate.voteSpans.filter(
      ({ name, span }) => !same(name) && span.start >= votesLine.start && span.end <= votesLine.end,
    );
    const left = names.map(({ span }) => text.slice(span.start, span.end)).join(', ');
    // The space before the first name is removed with the last one.
    const gap = left === '' ? (/[ \t]*$/.exec(text.slice(0, votesLine.start))?.[0].length ?? 0) : 0;
    return splice(text, { start: votesLine.start - gap, end: votesLine.end }, left);
  }
  if (words.startsWith('['))
    return splice(text, { start: vote.span.start + 1, end: vote.span.start + 2 }, ' ');
  const lineStart =
    Math.max(text.lastIndexOf('\n', vote.span.start - 1), text.lastIndexOf('\r', vote.span.start - 1)) + 1;
  const ending = /\r\n|\r|\n|$/g;
  ending.lastIndex = vote.span.end;
  ending.exec(text);
  return splice(text, { start: lineStart, end: Math.max(ending.lastIndex, vote.span.end) }, '');
}

function splice(text: string, { start, end }: Span, words: string): string {
  return text.slice(0, start) + words + text.slice(end);
}

/** The Markdown in a span without the quote marks before its later lines. */
function withoutMarks(text: string, { start, end }: Span): string {
  return text.slice(start, end).replace(/(\r\n|\r|\n)[ \t]*(?:>[ \t]?)?/g, '\n');
}

/** Whether a statement is still a blank: only braces and punctuation. */
function isOpen(plain: string): boolean {
  return !/[\p{L}\p{N}]/u.test(replaceBlanks(plain, () => ''));
}
