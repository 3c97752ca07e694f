import assert from 'node:assert/strict';
import { LintSession } from '../../../src/lint/session';

function problems(text: string): string[] {
  return new LintSession()
    .lint(text)
    .findings.filter(({ rule }) => rule === 'front-matter')
    .map(({ start, text: at, message }) => `${start.line} ${at}: ${message}`);
}

describe('settings in front matter', () => {
  it('are checked, each problem at its place', () => {
    const text =
      '---\r\nkind: team\r\nlint:\r\n  hedge: loud\r\n  rules:\r\n    hegde: off\r\n  accept: [a, 3]\r\n---\r\nWe mend.\r\n';
    const found = problems(text);
    assert.equal(found.length, 3);
    assert.match(found[0] ?? '', /^4 loud: `hedge` takes one of/);
    assert.match(found[1] ?? '', /^6 hegde: There is no rule `hegde`; did you mean `hedge`\?/);
    assert.match(found[2] ?? '', /^7 3: `accept` is a list/);
  });

  it('report nothing if they are valid, and one problem if they are not settings at all', () => {
    assert.deepEqual(problems('---\nlint: { hedge: off }\n---\nWe mend.\n'), []);
    assert.equal(problems('---\nlint: loud\n---\nWe mend.\n').length, 1);
  });
});
