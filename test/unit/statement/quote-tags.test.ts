import assert from 'node:assert/strict';
import { LintSession } from '../../../src/lint/session';
import { parsePurpose } from '../../../src/statement/document';

const STATEMENT = 'We mend nets for crews so that they sail.';

describe('a quotation in tags', () => {
  it('has its marks in the plain text, as in a browser', () => {
    for (const text of [
      'We mend <q>small</q> nets for crews.\n',
      '<p>We mend <Q cite="x">small</Q> nets for crews.</p>\n',
    ])
      assert.equal(parsePurpose(text).statement?.plain, 'We mend “small” nets for crews.');
    const quoted = parsePurpose('<p><q>We mend nets for crews.</q></p>\n');
    assert.equal(quoted.statement?.plain, '“We mend nets for crews.”');
  });

  it('is not searched for vague words, and moves no other finding', () => {
    for (const written of [
      'We call them <q>many</q> nets, and mend several.',
      '<p>Some say <q>many</q>, we say several.</p>',
    ]) {
      const text = `# Nets\n\n${STATEMENT}\n\n${written}\n`;
      const found = new LintSession().lint(text).findings.filter(({ rule }) => rule === 'vague-quantity');
      assert.deepEqual(
        found.map(({ start, end }) => text.slice(start.offset, end.offset)),
        ['several'],
      );
    }
  });
});
