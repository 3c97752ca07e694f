import { rangeIn } from '../../statement/block-record';
import type { PurposeDocument } from '../../statement/document';
import type { Range } from '../../statement/position';
import { defineRule } from '../rule';

/** Finds a purpose file that has no statement. */
export const missingStatement = defineRule({
  id: 'missing-statement',
  title: 'Missing statement',
  summary: 'a purpose file without a statement',
  level: 'warning',
  scope: 'file',
  check: () => (document) =>
    document.statementPlace
      ? []
      : [
          {
            ...emptyPlace(document),
            message: 'There is no statement here yet.',
            question: 'In one sentence: what do you do, for whom, and what changes for them?',
            note: 'The statement is the first paragraph or quote of the file, or the one right under a heading named Purpose, Statement, Mission, Vision or Why.',
          },
        ],
});

/** The first line with something on it, front matter left out: where a writer looks for what is missing. */
function emptyPlace(document: PurposeDocument): Range {
  for (const placed of document.blocks) {
    const line = /\S[^\r\n]*/.exec(placed.block.text);
    if (line) return rangeIn(placed, { start: line.index, end: line.index + line[0].trimEnd().length });
  }
  const start = { line: 1, column: 1, offset: 0 };
  return { start, end: start };
}
