import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { runIn } from '../support/cli';

/** What stands beside the examples of the pages. */
const WORLD = {
  '/w/.git/HEAD': '',
  '/w/crew.purpose.md': 'We mend bicycles with teenagers.\n',
  '/w/guild.purpose.md': 'We bring workshops together.\n',
};

const SECTIONS = [
  'Why',
  'What it asks',
  'Examples',
  'What the mark means',
  'Options',
  'Not this one',
  'Sources',
];

for (const id of ['review-overdue', 'stale-copy', 'broken-link']) {
  describe(`docs/rules/${id}.md`, () => {
    const page = readFileSync(`docs/rules/${id}.md`, 'utf8');

    it('has the title and the sections that each page has', () => {
      assert.match(page, new RegExp(`^# \`${id}\`: `));
      const titles = [...page.replace(/^```[\s\S]*?^```/gm, '').matchAll(/^## (.+)$/gm)];
      assert.deepEqual(
        titles.map(([, title]) => title),
        SECTIONS,
      );
    });

    for (const [heading, expected] of [
      ['Marked', 1],
      ['Not marked', 0],
    ] as const) {
      const found = examples(page, heading);
      it(`has examples: ${heading}`, () => assert.ok(found.length >= 2));
      for (const text of found) {
        it(`${heading}: ${text.replaceAll('\n', ' ')}`, async () => {
          assert.equal((await findingsOf(id, text)).length, expected);
        });
      }
    }
  });
}

function examples(page: string, heading: string): string[] {
  const after = page.split(`\n### ${heading}\n`)[1] ?? '';
  const section = after.split(/\n(?=### Not marked|## What the mark)/)[0] ?? '';
  return [...section.matchAll(/^```markdown\n([\s\S]*?)^```/gm)].map(([, text]) => text ?? '');
}

async function findingsOf(id: string, text: string): Promise<unknown[]> {
  const world = { ...WORLD, '/w/team.purpose.md': text };
  const { out } = await runIn(world, ['lint', '--format', 'json', 'team.purpose.md']);
  const [file] = JSON.parse(out).files as { findings: { rule: string }[] }[];
  return file?.findings.filter(({ rule }) => rule === id) ?? [];
}
