import { PurposeDocument } from '../statement/document';
import { headingName } from '../statement/find/heading-name';
import type { Span } from '../statement/position';
import { readable } from '../statement/readable';
import { topNodes } from '../statement/top-nodes';
import { fold } from '../text/fold';
import { lineEnding } from '../text/line-ending';
import { replaceBlanks } from '../text/open-blanks';
import { addCandidate } from './add-words';
import { quoted } from './build-cocreate';
import { type CoCreateFile, candidateAt, parseCoCreate } from './parse-cocreate';

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

/** The Markdown in a span without the quote marks before its later lines. */
function withoutMarks(text: string, { start, end }: Span): string {
  return text.slice(start, end).replace(/(\r\n|\r|\n)[ \t]*(?:>[ \t]?)?/g, '\n');
}

/** Whether a statement is still a blank: only braces and punctuation. */
function isOpen(plain: string): boolean {
  return !/[\p{L}\p{N}]/u.test(replaceBlanks(plain, () => ''));
}
