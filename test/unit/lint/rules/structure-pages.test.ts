import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Linter } from '../../../../src/lint/linter';

const linter = new Linter();

for (const id of ['missing-statement', 'unfilled-placeholder', 'front-matter', 'suppression']) {
  describe(`docs/rules/${id}.md`, () => {
    const page = readFileSync(`docs/rules/${id}.md`, 'utf8');

    it('has the title and the sections that each page has', () => {
      assert.match(page, new RegExp(`^# \`${id}\`: `));
      assert.deepEqual(
        [...page.replace(/^```[\s\S]*?^```/gm, '').matchAll(/^## (.+)$/gm)].map(([, title]) => title),
        ['Why', 'What it asks', 'Examples', 'What the mark means', 'Options', 'Not this one', 'Sources'],
      );
    });

    it('has examples of both kinds', () => {
      assert.ok(examples(page, 'Marked').length >= 2);
      assert.ok(examples(page, 'Not marked').length >= 2);
    });
    for (const text of examples(page, 'Marked')) {
      it(`marks: ${text.replaceAll('\n', ' ')}`, () => assert.equal(messagesOf(id, text).length, 1));
    }
    for (const text of examples(page, 'Not marked')) {
      it(`leaves alone: ${text.replaceAll('\n', ' ')}`, () => assert.deepEqual(messagesOf(id, text), []));
    }
  });
}

/** The fenced files under a heading of the page. */
function examples(page: string, heading: string): string[] {
  const after = page.split(`\n### ${heading}\n`)[1] ?? '';
  const section = after.split(/\n(?=### Not marked|## What the mark)/)[0] ?? '';
  return [...section.matchAll(/^```markdown\n([\s\S]*?)^```/gm)].map(([, text]) => text ?? '');
}

function messagesOf(id: string, text: string): string[] {
  return linter
    .lint(text)
    .findings.filter(({ rule }) => rule === id)
    .map(({ message }) => message);
}
