import assert from 'node:assert/strict';
import { plainParagraphs } from '../../../src/export/page-content';
import { plainOf } from '../../../src/history/statement-of';
import { LintSession } from '../../../src/lint/session';
import { portableParagraphs } from '../../../src/share/portable-markdown';
import { PurposeDocument } from '../../../src/statement/document';

describe('a footnote', () => {
  const written = 'We mend nets[^1] for [crews][c][^why] so that they sail.[^1]';
  const plain = 'We mend nets for crews so that they sail.';
  const file = `# Nets\n\n${written}\n\n[^1]: Of hemp.\n[^why]: See the log of 1911.\n\n[c]: crews.md\n`;

  it('has a mark that is no text of the statement, its record, its copies and its pictures', () => {
    const { statement } = PurposeDocument.of(file);
    assert.ok(statement);
    assert.equal(statement.plain, plain);
    assert.equal(statement.markdown, written);
    assert.equal(plainOf(written), plain);
    assert.deepEqual(portableParagraphs(statement), [plain]);
    assert.deepEqual(plainParagraphs({ plain, markdown: `${written}\n\nMore.[^2]` }), [plain, 'More.']);
  });

  it('is no candidate for the statement', () => {
    for (const note of ['To mend nets so that crews sail.', '[Our](a.md) purpose is to mend nets.'])
      assert.equal(PurposeDocument.of(`# Nets\n\n[^1]: ${note}\n`).statement, undefined);
    const words = '[^1] We mend nets.';
    assert.equal(PurposeDocument.of(words).statement?.plain, 'We mend nets.');
  });

  it('is linted at its place, and hides no word before it', () => {
    const text = 'We mend many[^1] nets.\n\n> [^1]: Of many kinds,\n> [^2]: and *of* various sizes.\n';
    const found = new LintSession().lint(text).findings.filter(({ rule }) => rule === 'vague-quantity');
    assert.deepEqual(
      found.map(({ start, text: at }) => `${start.line}:${start.column} ${at}`),
      ['1:9 many', '3:12 many', '4:18 various'],
    );
  });
});
