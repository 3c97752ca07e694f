import type { Root } from 'mdast';
import type { Plugin } from 'unified';
import { PurposeDocument } from '../../statement/document';
import { ruleUrl } from '../rule-url';

export const MISSING_STATEMENT = {
  reason: 'There is no statement here yet.',
  question: 'In one sentence: what do you do, for whom, and what changes for them?',
  note: 'The statement is the first paragraph or quote of the file, or the one right under a heading named Purpose, Statement, Mission, Vision or Why.',
} as const;

/** Finds a purpose file that has no statement. */
export const remarkMissingStatement: Plugin<[], Root> = () => (_tree, file) => {
  const document = PurposeDocument.of(String(file));
  if (document.statementPlace) return;
  const message = file.message(MISSING_STATEMENT.reason, {
    place: { line: 1, column: 1, offset: 0 },
    ruleId: 'missing-statement',
    source: 'purpose',
  });
  message.url = ruleUrl('missing-statement');
  message.expected = [];
  message.question = MISSING_STATEMENT.question;
  message.note = MISSING_STATEMENT.note;
};
