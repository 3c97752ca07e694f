import assert from 'node:assert/strict';
import { LintSession } from '../../../../src/lint/session';

const session = new LintSession();

function blanks(text: string): string[] {
  return session
    .lint(`We mend bicycles for teenagers so that they ride to work.\n\n${text}\n`)
    .findings.filter(({ rule }) => rule === 'unfilled-placeholder')
    .map((finding) => finding.text);
}

describe('unfilled-placeholder', () => {
  for (const [text, ...expected] of [
    ['We mend for <your team> daily.', '<your team>'],
    ['- We mend <insert number> bicycles for <name of group>.', '<insert number>', '<name of group>'],
    ['| Who | <our people here> |\n| --- | --- |', '<our people here>'],
    ['<name of group>', '<name of group>'],
    ['<p>We mend for <your team>.</p>', '<your team>'],
    ['We mend for <your team’s riders> daily.', '<your team’s riders>'],
    ['TODO: who?', 'TODO'],
    ['We mend TODO bicycles.', 'TODO'],
    ['Payment terms TBD, chair Ann/TBD.', 'TBD', 'TBD'],
    ['Our budget is TBD (to be decided).', 'TBD'],
    ['It will be called TBD.', 'TBD'],
    ['“We mend TODO bicycles.”', 'TODO'],
    ['TODO mark the riders.', 'TODO'],
    ['We work at Company XXX.', 'XXX'],
    ['We asked “who?” TODO', 'TODO'],
    ['@TODO', 'TODO'],
  ] as const) {
    it(`marks ${text}`, () => assert.deepEqual(blanks(text), expected));
  }

  for (const text of [
    'See https://example.org/TODO for the list, or <https://example.org/TBD>.',
    'See [TODO](todo.md), [TODO][t] and [[TODO]].\n\n[t]: todo.md',
    'See docs/TODO.md, /srv/TODO and ./notes/TODO.',
    'We mark gaps with "TODO", “TBD” or \'FIXME\'.',
    'Ann said “we have TODO on each page”, and «TBD» too.',
    'The word TODO marks a gap, and lines marked as TBD are open.',
    'TBD stands for Ten Bakers of Deal.',
    'TBD (Ten Bakers of Deal) mends, too.',
    'FIXME means that a line is wrong.',
    'We met at Super Bowl XXX, and read chapter XXX.',
    'Issue FIXME-12 is done, and so is MEND-TODO.',
    'Write `<your team>` or <code><your team></code>.',
    'We mend. <!-- <your team> -->',
    '<abbr title="TBD">We mend.</abbr>',
    '<our-team>We mend.</our-team>',
  ]) {
    it(`passes over ${text}`, () => assert.deepEqual(blanks(text), []));
  }
});
