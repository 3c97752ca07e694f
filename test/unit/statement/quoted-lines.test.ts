import assert from 'node:assert/strict';
import { PurposeDocument } from '../../../src/statement/document';
import { joinQuotedLines } from '../../../src/statement/quoted-lines';

const problems = (yaml: string) =>
  PurposeDocument.of(`---\n${yaml}---\n\nWe mend nets.\n`).file.frontMatter.problems.map(
    ({ message }) => message,
  );

describe('a quoted text over several lines of front matter', () => {
  for (const yaml of [
    'kind: team\ncards:\n  - title: Nets\n    excerpt: "We mend nets\n    for the harbour."\nowner: Ana\n',
    "kind: team\nexcerpt: 'We mend nets\nand don''t sell them.' # shown on top\nowner: Ana\n",
    'kind: team\r\nexcerpt: "We mend nets\r\nfor the harbour."\r\nowner: Ana\r\n',
  ])
    it(`may be indented like its key: ${JSON.stringify(yaml)}`, () => {
      const { frontMatter } = PurposeDocument.of(`---\n${yaml}---\n\nWe mend nets.\n`).file;
      assert.deepEqual(frontMatter.problems, []);
      assert.equal(frontMatter.data.kind, 'team');
      assert.equal(joinQuotedLines(yaml).length, yaml.length);
    });

  it('is an error if the quote was forgotten', () => {
    for (const yaml of [
      'title: "We mend nets\nkind: team\n',
      'title: "We mend\nkind: "team"\n',
      'a: "x\n\ny\nz: 1\n',
    ])
      assert.deepEqual(problems(yaml), ['This is not valid YAML: a closing quote is missing.'], yaml);
  });

  it('is reported at the last character of the line, with any line ending', () => {
    for (const ending of ['\n', '\r\n', '\r']) {
      const text = `---${ending}a: "${ending}---${ending}${ending}We mend nets.${ending}`;
      const [problem] = PurposeDocument.of(text).file.frontMatter.problems;
      assert.deepEqual(
        problem?.start,
        { line: 2, column: 4, offset: text.indexOf('"') },
        JSON.stringify(text),
      );
    }
  });
});
