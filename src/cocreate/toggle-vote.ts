import type { Span } from '../statement/position';
import { fold } from '../text/fold';
import { lineEnding } from '../text/line-ending';
import { type Candidate, candidateAt, parseCoCreate } from './parse-cocreate';

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
