import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { rules } from '../../../src/lint/rules';

const SECTIONS = [
  'Why',
  'What it asks',
  'Examples',
  'What the mark means',
  'Options',
  'Not this one',
  'Sources',
];

/**
 * The cases for a rule's page: its structure, its options, and its examples; each marked one has one finding.
 * @param examplesIn the examples in a section of the page
 * @param findingsIn the findings of the rule in one of them
 */
export function describeRulePage(
  id: string,
  examplesIn: (section: string) => readonly string[],
  findingsIn: (example: string) => unknown[] | Promise<unknown[]>,
): void {
  describe(`docs/rules/${id}.md`, () => {
    const page = readFileSync(`docs/rules/${id}.md`, 'utf8');

    it('has the title and the sections that each page has', () => {
      assert.match(page, new RegExp(`^# \`${id}\`: `));
      const titles = page.replace(/^```[\s\S]*?^```/gm, '').matchAll(/^## (.+)$/gm);
      assert.deepEqual(
        [...titles].map(([, title]) => title),
        SECTIONS,
      );
    });

    it('describes each option, and no other', () => {
      const told = section(page, '## Options').matchAll(/^(?:-|\|) `(\w+)`/gm);
      assert.deepEqual(
        [...told].map(([, name]) => name).sort(),
        Object.keys(rules.find((rule) => rule.id === id)?.options ?? assert.fail(`${id} is no rule`)).sort(),
      );
    });

    const marked = examplesIn(section(page, '### Marked'));
    const clear = examplesIn(section(page, '### Not marked'));
    it('has examples of both kinds', () => assert.ok(marked.length >= 2 && clear.length >= 2));
    for (const text of marked) {
      it(`marks: ${oneLine(text)}`, async () => assert.equal((await findingsIn(text)).length, 1));
    }
    for (const text of clear) {
      it(`leaves alone: ${oneLine(text)}`, async () => assert.deepEqual(await findingsIn(text), []));
    }
  });
}

/** The block quotes of a section, each on one line. */
export function quotesIn(text: string): readonly string[] {
  return (text.match(/(?:^> .*\n?)+/gm) ?? []).map((quote) => oneLine(quote.replace(/^> /gm, '').trim()));
}

/** The fenced Markdown files of a section. */
export function filesIn(text: string): readonly string[] {
  return [...text.matchAll(/^```markdown\n([\s\S]*?)^```/gm)].map(([, file]) => file ?? '');
}

function section(page: string, heading: string): string {
  const after = page.split(`\n${heading}\n`)[1] ?? '';
  // A file in a fence may contain headings.
  return after.split(/\n(?=### Not marked\n|## (?:What the mark means|Not this one)\n)/)[0] ?? '';
}

function oneLine(text: string): string {
  return text.replaceAll('\n', ' ');
}
