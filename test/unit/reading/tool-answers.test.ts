import assert from 'node:assert/strict';
import { LintSession } from '../../../src/lint/session';
import { lintAnswer, listedPurpose } from '../../../src/reading/tool-answers';

const session = new LintSession();

describe('answers to agents', () => {
  const FILE = '---\nkind: team\nstatus: trying\n---\n\n> We help many people so that they eat.\n';

  it('has the statement, its parts and each question with its place', () => {
    const answer = lintAnswer(session.lint(FILE));
    assert.equal(answer.statement, 'We help many people so that they eat.');
    const many = answer.findings.find(({ text }) => text === 'many');
    assert.deepEqual([many?.rule, many?.line, many?.column], ['vague-quantity', 6, 11]);
    assert.ok(many?.question);
    assert.equal(answer.findingsLeftOut, 0);
  });

  it('is bounded', () => {
    const answer = lintAnswer(session.lint(`We help.\n\n${'We help many people.\n\n'.repeat(100)}`));
    assert.ok(answer.findings.length === 60 && answer.findingsLeftOut > 0);
  });

  it('lists a purpose, also one without a statement', () => {
    assert.deepEqual(listedPurpose('a.purpose.md', session.lint(FILE)), {
      path: 'a.purpose.md',
      kind: 'team',
      status: 'trying',
      statement: 'We help many people so that they eat.',
    });
    assert.equal(listedPurpose('b.purpose.md', session.lint('# Nothing\n')).statement, null);
  });
});
