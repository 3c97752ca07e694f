import { rules } from '../../../../src/lint/rules';
import { LintSession } from '../../../../src/lint/session';
import { describeRulePage, filesIn } from '../../support/rule-page';

const session = new LintSession();

for (const { id } of rules.filter(({ scope }) => scope === 'block' || scope === 'file')) {
  describeRulePage(id, filesIn, (text) => session.lint(text).findings.filter(({ rule }) => rule === id));
}
