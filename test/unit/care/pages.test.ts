import { rules } from '../../../src/lint/rules';
import { runIn } from '../support/cli';
import { describeRulePage, filesIn } from '../support/rule-page';

/** Files beside the examples of the pages. */
const WORLD = {
  '/w/.git/HEAD': '',
  '/w/crew.purpose.md': 'We mend bicycles with teenagers.\n',
  '/w/guild.purpose.md': 'We bring workshops together.\n',
};

for (const { id } of rules.filter(({ scope }) => scope === 'care')) {
  describeRulePage(id, filesIn, async (text) => {
    const world = { ...WORLD, '/w/team.purpose.md': text };
    const { out } = await runIn(world, ['lint', '--format', 'json', 'team.purpose.md']);
    const [file] = JSON.parse(out).files as { findings: { rule: string }[] }[];
    return file?.findings.filter(({ rule }) => rule === id) ?? [];
  });
}
