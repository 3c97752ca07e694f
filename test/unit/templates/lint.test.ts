import assert from 'node:assert/strict';
import { LintSession } from '../../../src/lint/session';
import { blanksOf } from '../../../src/templates/blanks';
import { builtInTemplates } from '../../../src/templates/built-in';
import { filledTemplate } from '../support/filled-template';

describe('the catalogue, linted', () => {
  const session = new LintSession();

  for (const template of builtInTemplates()) {
    it(`${template.id} gives the linter nothing to ask once its examples are filled in`, () => {
      const { findings, anatomy } = session.lint(filledTemplate(template));
      assert.deepEqual(
        findings.map(({ rule, text }) => `${rule}: ${text}`),
        [],
      );
      assert.ok(anatomy.what, 'it says what is done');
    });

    it(`${template.id} has each of its open blanks found`, () => {
      const { findings } = session.lint(template.body);
      const open = findings.filter(({ rule }) => rule === 'unfilled-placeholder');
      assert.deepEqual(
        open.map(({ start, end }) => [start.offset, end.offset]),
        blanksOf(template.body).map(({ start, end }) => [start, end]),
      );
    });
  }
});
