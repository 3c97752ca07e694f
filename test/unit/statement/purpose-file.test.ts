import assert from 'node:assert/strict';
import { parsePurpose } from '../../../src/statement/document';

/** The statement of a file, with a check that its position is exact. */
function statementOf(text: string): string | undefined {
  const { statement } = parsePurpose(text);
  if (!statement) return undefined;
  assert.equal(text.slice(statement.start.offset, statement.end.offset), statement.text);
  for (const point of [statement.start, statement.end]) {
    const lines = text.slice(0, point.offset).split(/\r\n|\r|\n/);
    assert.deepEqual(
      [point.line, point.column],
      [lines.length, (lines.at(-1)?.length ?? 0) + 1],
      `place of offset ${point.offset}`,
    );
  }
  return statement.plain;
}

describe('parsePurpose', () => {
  it('takes a bare sentence for a statement', () => {
    assert.equal(statementOf('We mend bicycles.'), 'We mend bicycles.');
  });

  it('finds the first paragraph or quote below front matter and title', () => {
    const text =
      '---\nkind: team\nserves: ../guild.purpose.md\n---\n# Crew\n\n> We run the *build*\n> machines.\n\nMore.\n';
    assert.equal(statementOf(text), 'We run the build machines.');
    const file = parsePurpose(text);
    assert.deepEqual(file.frontMatter.data, { kind: 'team', serves: '../guild.purpose.md' });
    assert.equal(file.title, 'Crew');
    assert.equal(file.statement?.markdown, 'We run the *build*\nmachines.');
  });

  for (const heading of [
    'Purpose',
    'Our mission',
    'MY WHY?',
    'the Vision',
    'Statement:',
    'Mission statement',
    '*Why*',
  ]) {
    it(`prefers the text below a heading “${heading}”`, () => {
      assert.equal(
        statementOf(`# Crew\n\nAbout us.\n\n## ${heading}\n\nWe mend bicycles.\n`),
        'We mend bicycles.',
      );
    });
  }

  it('leaves a purpose heading with nothing below it without statement, and tries the next one', () => {
    assert.equal(statementOf('Intro.\n\n## Purpose\n\n## Who\n\nCyclists.\n'), undefined);
    assert.equal(statementOf('Intro.\n\n## Purpose\n\n## Why\n\nWe mend.\n'), 'We mend.');
  });

  it('passes over comments, code, lists, rules, pictures and definitions', () => {
    const text =
      '<!-- note\n\nstill -->\n\n```\ncode\n\nmore\n```\n\n- item\n\n  in item\n\n![logo](x.png)\n\n[a]: /b\n\n***\n\nWe `mend`.\n';
    assert.equal(statementOf(text), 'We mend.');
  });

  it('keeps every place right with CRLF, byte-order mark, emoji, NBSP and references', () => {
    const text =
      '\uFEFF---\r\nkind: team\r\n---\r\n# 🚲 Crew\r\n\r\n> > We mend\u00A0[bicycles][b] &amp; \\*trikes\\* 🚲\r\n> > for kids\r\n\r\n[b]: /x\r\n';
    assert.equal(statementOf(text), 'We mend bicycles & *trikes* 🚲 for kids');
    assert.equal(statementOf('\uFEFFWe mend.'), 'We mend.');
    assert.equal(statementOf('One\rtwo.\r\rThree.'), 'One two.');
  });

  it('takes a list whole if there are only lists', () => {
    assert.equal(
      statementOf('# Aims\n\n1. We mend bicycles.\n2. We lend them.\n'),
      'We mend bicycles. We lend them.',
    );
    assert.equal(statementOf('Intro.\n\n## Purpose\n\n- We mend.\n\n  Daily.\n'), 'We mend.');
    assert.equal(statementOf('- aside\n\nWe mend.\n'), 'We mend.');
  });

  it('has no statement in an empty file, or one of front matter alone', () => {
    for (const text of ['', '\n\n', '---\nkind: team\n---\n', '# Title\n', '\uFEFF']) {
      assert.equal(statementOf(text), undefined, JSON.stringify(text));
    }
  });
});

describe('front matter', () => {
  const problems = (text: string) =>
    parsePurpose(text).frontMatter.problems.map(({ message, start, end }) => ({
      message,
      at: text.slice(start.offset, end.offset),
      line: start.line,
    }));

  it('names broken YAML at its line and reads on', () => {
    const text = '---\nkind: team\nstatus: [draft\n---\nWe mend.\n';
    assert.equal(parsePurpose(text).statement?.plain, 'We mend.');
    const [problem, ...others] = problems(text);
    assert.equal(others.length, 0);
    assert.match(problem?.message ?? '', /not valid YAML/);
    assert.ok(problem && problem.line >= 3 && problem.line <= 4);
  });

  it('names a missing closing line and a value of the wrong type', () => {
    assert.match(problems('---\nkind: team\n\nWe mend.\n')[0]?.message ?? '', /no closing line/);
    const [marked] = problems('\uFEFF---\nkind: team\n\nWe mend.\n');
    assert.match(marked?.message ?? '', /no closing line/);
    assert.deepEqual([marked?.at, marked?.line], ['---', 1]);
    assert.deepEqual(
      problems('---\nkind: [a, b]\n---\nWe mend.\n').map((problem) => problem.at),
      ['[a, b]'],
    );
    assert.deepEqual(problems('---\n\nWe mend.\n'), []);
    assert.deepEqual(problems('---\nowner: {a: 1}\nreview: 2026-12-01\n---\n'), []);
  });

  it('gives the position of each value', () => {
    const text = '---\r\nkind: team\r\nreview: "every 3 months"\r\n---\r\nWe mend.\r\n';
    const { places, data } = parsePurpose(text).frontMatter;
    const review = places.get('review');
    assert.equal(data.review, 'every 3 months');
    assert.equal(text.slice(review?.start.offset, review?.end.offset), '"every 3 months"');
  });
});
