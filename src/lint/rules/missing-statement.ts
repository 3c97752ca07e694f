import { rangeIn } from '../../statement/block-record';
import type { PurposeDocument } from '../../statement/document';
import type { Range } from '../../statement/position';
import { defineRule } from '../rule';

/** Finds a purpose file without a statement. */
export const missingStatement = defineRule({
  id: 'missing-statement',
  title: 'Missing statement',
  summary: 'a purpose file without a statement',
  level: 'warning',
  scope: 'file',
  check: () => (document) =>
    document.statementPlace || isElsewhere(document)
      ? []
      : [
          {
            ...emptyPlace(document),
            message: 'There is no statement here yet.',
            question: 'In one sentence: what do you do, for whom, and what changes for them?',
            note: 'The statement is the paragraph, quote or list under a heading that names the purpose, or else the first text that reads like one. A comment `<!-- purpose:statement -->` above it marks it.',
          },
        ],
});

/** A value of front matter with this many words is prose: a site generator shows the statement from there. */
const PROSE = /^[ \t-]*(?:[\w-]+:[ \t]+)?(?:[^\s[\]{}:/]+[ \t]+){7,}\S/m;
const GONE =
  /\b(?:repo(?:sitory)?|project|page|document|file|site|group|content) (?:is|has been|was|are|have been) (?:now )?(?:archived|deprecated|retired|moved|superseded|discontinued|closed|unmaintained)\b|\b(?:has|have|was|were) (?:been )?(?:now )?(?:moved|migrated|relocated) to\b|\bnew homes?\b/i;

/** Whether the statement is in the front matter, or the page only says where its content is now. */
function isElsewhere({ head, blocks }: PurposeDocument): boolean {
  return PROSE.test(head) || blocks.some(({ block }) => GONE.test(block.text));
}

/**
 * The finding about an unresolved merge conflict: an error with any settings, because no other finding would be
 * reliable.
 */
export function conflictDraft(conflict: Range) {
  return {
    ...conflict,
    message: 'This file has conflict markers, so it has no statement.',
    question: 'Which of the two versions do you keep?',
    note: 'Git has left both sides of a merge in the file. Until you choose one, nothing is recorded, copied or exported from it.',
  };
}

/** The first line that is not blank, after the front matter: where the writer will notice the finding. */
function emptyPlace(document: PurposeDocument): Range {
  for (const placed of document.blocks) {
    const line = /\S[^\r\n]*/.exec(placed.block.text);
    if (line) return rangeIn(placed, { start: line.index, end: line.index + line[0].trimEnd().length });
  }
  const start = { line: 1, column: 1, offset: 0 };
  return { start, end: start };
}
