import { lineEnding } from '../text/line-ending';
import { applyEdits, type TextEdit } from '../text/text-edit';
import { PurposeDocument } from './document';
import { isExcluded } from './find/exclusions';
import { firstTexts, STATEMENT_MARKER } from './find/marker';
import { StatementSearch } from './find/search';
import type { Range } from './position';
import { isText, type MarkdownPart, type TextPart } from './text-part';

/** A text that the writer may mark as the statement. */
export interface StatementChoice extends Range {
  /** Its plain text. */
  readonly plain: string;
  /** The nearest heading above it. */
  readonly heading?: string;
  /** Its score as the statement; comparable only within one document. */
  readonly score: number;
}

const MARKER = `<!-- ${STATEMENT_MARKER} -->`;

/** The texts that can be marked as the statement, in document order. */
export function statementChoices(document: PurposeDocument): readonly StatementChoice[] {
  return allChoices(document, (part) => !isExcluded(part));
}

/** The same, the likeliest first. */
export function likeliestChoices(document: PurposeDocument): readonly StatementChoice[] {
  return [...statementChoices(document)].sort((a, b) => b.score - a.score);
}

/** The text at an offset of the file that can be marked, regardless of its score; in a list, the item. */
export function choiceAt(document: PurposeDocument, offset: number): StatementChoice | undefined {
  const { text } = document;
  const lineEnd = offset + (/^[^\r\n]*/.exec(text.slice(offset))?.[0].length ?? 0);
  // The cursor can be in the markup before a text: `> ` or `- `.
  const follows = ({ start }: Range) =>
    start.offset <= lineEnd && /^[\s>*+-]*$/.test(text.slice(offset, start.offset));
  return allChoices(document, () => true)
    .filter((one) => one.end.offset >= offset && (one.start.offset <= offset || follows(one)))
    .sort((a, b) => length(a) - length(b))[0];
}

/**
 * The edits that mark a text as the statement, and remove every other marker. They are relative to the document's text
 * and keep all words and blocks.
 * @returns an empty list if it is marked already; `undefined` if no comment is possible there
 */
export function markStatement(
  document: PurposeDocument,
  choice: StatementChoice,
): readonly TextEdit[] | undefined {
  const { text, statement } = document;
  if (statement?.by === 'marker' && statement.start.offset === choice.start.offset) return [];
  const before = readersView(document);
  for (const place of placesBefore(document, choice)) {
    const edits = [...oldMarkers(document), place];
    const marked = PurposeDocument.of(applyEdits(text, edits));
    const found = marked.statement;
    if (found?.by === 'marker' && found.plain === choice.plain && readersView(marked) === before)
      return edits;
  }
  return undefined;
}

function allChoices(
  document: PurposeDocument,
  accept: (part: TextPart) => boolean,
): readonly StatementChoice[] {
  if (document.conflict) return [];
  const scores = new Map<string, number>();
  const search = new StatementSearch(document.blocks);
  for (const candidate of search.candidates) {
    const { part, score } = candidate;
    const placed = search.placeOf(candidate);
    const key = `${placed.offset + part.span.start}`;
    scores.set(key, Math.max(score, scores.get(key) ?? Number.NEGATIVE_INFINITY));
  }
  const choices: StatementChoice[] = [];
  let heading: string | undefined;
  for (const placed of document.blocks) {
    const add = (part: MarkdownPart): void => {
      if (part.kind === 'heading') heading = part.text;
      else if (isText(part) && part.kind !== 'cell' && accept(part)) {
        const offset = placed.offset + part.span.start;
        choices.push({
          plain: part.plain,
          ...(heading !== undefined && { heading }),
          score: scores.get(`${offset}`) ?? -10,
          start: placed.point(part.span.start),
          end: placed.point(part.span.end),
        });
      }
      if (part.kind === 'list' && (part.items?.length ?? 0) > 1) firstTexts(part).forEach(add);
    };
    placed.block.parts.forEach(add);
  }
  return choices;
}

/** Possible positions of the marker: on a separate line above the text's block, or at the start of the list item. */
function placesBefore(document: PurposeDocument, choice: StatementChoice): readonly TextEdit[] {
  const { text } = document;
  const eol = lineEnding(text);
  const start = choice.start.offset;
  const line = start - choice.start.column + 1;
  const prefix = text.slice(line, start);
  const own = { offset: line, length: 0, text: `${MARKER}${eol}` };
  const bullet = /^[ \t]*(?:[-+*]|\d{1,9}[.)])[ \t]+$/.test(prefix);
  const inItem = { offset: start, length: 0, text: `${MARKER}${eol}${' '.repeat(prefix.length)}` };
  return bullet ? [own, inItem] : [own];
}

/** Removes the existing markers, including their line if it is otherwise empty. */
function oldMarkers({ text, blocks }: PurposeDocument): readonly TextEdit[] {
  return blocks.flatMap(({ block, offset }) =>
    block.comments
      .filter((comment) => comment.text.trim() === STATEMENT_MARKER)
      .map(({ span }) => {
        const start = offset + span.start;
        const end = offset + span.end;
        const lineStart = Math.max(text.lastIndexOf('\n', start - 1), text.lastIndexOf('\r', start - 1)) + 1;
        const rest = /^[ \t]*(?:\r\n|\r|\n|$)/.exec(text.slice(end));
        const alone = rest && /^[ \t]*$/.test(text.slice(lineStart, start));
        return alone
          ? { offset: lineStart, length: end + rest[0].length - lineStart, text: '' }
          : { offset: start, length: end - start, text: '' };
      }),
  );
}

/** All visible text, block by block, and the number of items of each list: a marker must not split one. */
function readersView({ blocks }: PurposeDocument): string {
  return blocks
    .flatMap(({ block }) =>
      block.parts.map((part) => {
        const items = part.kind === 'list' ? part.items?.length : '';
        return `${part.kind} ${items} ${part.kind === 'heading' ? part.text : isText(part) ? part.plain : ''}`;
      }),
    )
    .join('\n');
}

function length({ start, end }: Range): number {
  return end.offset - start.offset;
}
