import assert from 'node:assert/strict';
import { plainParagraphs } from '../../../src/export/page-content';
import { LintSession } from '../../../src/lint/session';
import { portableParagraphs } from '../../../src/share/portable-markdown';
import { PurposeDocument, parsePurpose } from '../../../src/statement/document';

describe('a tag that ends a line', () => {
  const written = 'We mend nets<br>for crews<br/>\nso that<BR >they <b>sail</b>.';
  const plain = 'We mend nets for crews so that they sail.';

  it('separates words in the statement, and in its copies and pictures', () => {
    const { statement } = parsePurpose(`# Nets\n\n${written}\n`);
    assert.ok(statement);
    assert.equal(statement.plain, plain);
    assert.equal(statement.text, written);
    assert.deepEqual(plainParagraphs(statement), [plain]);
    assert.deepEqual(portableParagraphs(statement), [plain]);
    assert.deepEqual(plainParagraphs({ plain: 'a b c', markdown: 'a  \nb\n\nc' }), ['a b', 'c']);
  });

  it('separates words in a heading, a cell, a quote and a block of HTML', () => {
    for (const [text, expected] of [
      [`# Nets\n\nIntro.\n\n## Our<br>mission\n\n${plain}\n`, plain],
      ['| Topic | Text |\n|---|---|\n| Mission | We mend<br>nets |\n', 'We mend nets'],
      ['> We mend<br>\n> many<br>nets.\n', 'We mend many nets.'],
      ['<p>We mend<br>\nmany<br/>nets.</p>\n', 'We mend many nets.'],
    ] as const)
      assert.equal(parsePurpose(text).statement?.plain, expected);
  });

  it('hides no word from a rule', () => {
    const quantities = (text: string) =>
      new LintSession()
        .lint(text)
        .findings.flatMap((one) => (one.rule === 'vague-quantity' ? [one.text] : []));
    for (const text of [
      'We mend<br>many nets.',
      'We mend <br/> many<br>\nnets.',
      'We mend nets.\n\n|a|\n|-|\n|x<br>many nets<br>y|',
    ])
      assert.deepEqual(quantities(text), ['many'], text);
  });

  it('ends a sentence only where a blank line is shown', () => {
    const lines = (text: string) =>
      PurposeDocument.of(text).blocks[0]?.block.proses.map(({ prose }) => prose.text);
    assert.deepEqual(lines('nets<br>for'), ['nets\nfor']);
    assert.deepEqual(lines('nets<br>\nfor'), ['nets \nfor']);
    assert.deepEqual(lines('nets<br><br>for'), ['nets\n\n\nfor']);
    assert.deepEqual(lines('<br>nets<wbr>for'), ['netsfor']);
  });
});
