import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { heardHtml, heardWaitingHtml } from '../../src/heard/report-page';
import { saidOf, tallyOf } from '../../src/heard/tally';
import { LintSession } from '../../src/lint/session';
import { axeFinds, blankPage } from './support/browser';

const TEXT = 'We mend radios.';
const { statement, anatomy } = new LintSession().lint('> We mend lamps with our neighbours in Leith.\n');
const said = saidOf(statement?.plain ?? '', anatomy);
const REPORT = {
  title: 'Repair café',
  path: 'repair-cafe.purpose.md',
  said,
  rounds: [
    tallyOf({ name: '2026-11', answers: [{ date: '2026-11-27', name: '', about: '', text: TEXT }] }, said),
  ],
};

/** The walkthrough's pictures as VS Code shows them: inline, with the title of their step. */
function walkthrough(): string {
  const names = readdirSync('media/walkthrough');
  const pictures = names.map((name) => readFileSync(`media/walkthrough/${name}`, 'utf8'));
  return `<!doctype html><html lang="en"><title>Walkthrough</title><main><h1>Walkthrough</h1>${pictures.join('')}</main>`;
}

describe('axe finds nothing', () => {
  for (const [name, html] of [
    ['on the page of what was heard', heardHtml(REPORT, [TEXT])],
    ['on the page that waits for an answer', heardWaitingHtml('Repair café', 2)],
    ['in the pictures of the walkthrough', walkthrough()],
  ] as const) {
    it(name, async () => {
      const page = await blankPage();
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        await page.setContent(html);
        assert.deepEqual(await axeFinds(page, 'html'), [], colorScheme);
      }
    });
  }
});
