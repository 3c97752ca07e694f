import { structureRules } from '../../../../src/lint/catalogue';
import { Linter } from '../../../../src/lint/linter';
import { describeRulePage, filesIn } from '../../support/rule-page';

const linter = new Linter();

for (const id of [...structureRules.map((rule) => rule.id), 'suppression']) {
  describeRulePage(id, filesIn, (text) => linter.lint(text).findings.filter(({ rule }) => rule === id));
}
