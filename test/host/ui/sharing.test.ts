import assert from 'node:assert/strict';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { gatherPage } from '../../../src/share/gather';
import { exportHtml } from '../../../src/share/page';
import { parsePurpose } from '../../../src/statement/parse';
import { openWorkbench, type Theme, type Workbench } from '../harness/open-workbench';
import { examples } from '../harness/paths';

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const pictures = process.env.PURPOSE_PICTURES;

for (const theme of ['light', 'dark', 'high-contrast'] as const satisfies readonly Theme[]) {
  describe(`sharing, ${theme}`, () => {
    let workbench: Workbench;
    before(async () => {
      workbench = await openWorkbench({ workspace: examples, theme });
      await workbench.openFile('harbour/harbour.purpose.md');
    });
    after(() => workbench?.close());

    if (theme === 'light') {
      it('puts a copy into README by keyboard alone, and one undo takes it out', async () => {
        const { page } = workbench;
        await workbench.runCommand('Purpose: Share Into File…');
        await page.locator('.quick-input-list .monaco-list-row', { hasText: 'README.md' }).first().waitFor();
        await page.keyboard.type('README');
        await page.keyboard.press('Enter');
        await page.locator('.quick-input-list .monaco-list-row', { hasText: 'Quote' }).waitFor();
        await page.keyboard.press('Enter');
        await page.locator('.tab.active[data-resource-name="README.md"]').waitFor();
        await page.locator('.view-line', { hasText: 'purpose:begin harbour/harbour.purpose.md' }).waitFor();
        await page.keyboard.press('ControlOrMeta+Z');
        await page.locator('.view-line', { hasText: 'purpose:begin' }).waitFor({ state: 'detached' });
        await workbench.openFile('harbour/harbour.purpose.md');
      });
    }

    it('shows the page before it is saved', async () => {
      const { page } = workbench;
      await workbench.runCommand('Purpose: Export…');
      await page.locator('.quick-input-list .monaco-list-row', { hasText: 'Page' }).first().waitFor();
      await page.keyboard.press('Enter');
      const frame = await workbench.webview();
      await frame.locator('blockquote.statement').waitFor();
      await page.locator('.editor-actions [aria-label*="Save Exported Page As"]').first().waitFor();
      assert.equal(await frame.locator('script:not([src])').count(), 0);
      if (pictures) {
        await workbench.settle();
        await mkdir(pictures, { recursive: true });
        await page.screenshot({ path: join(pictures, `export-${theme}.png`) });
      }
    });
  });
}

describe('the exported page', () => {
  let workbench: Workbench;
  before(async () => {
    workbench = await openWorkbench();
  });
  after(() => workbench?.close());

  for (const colorScheme of ['light', 'dark'] as const) {
    it(`passes axe, ${colorScheme}`, async () => {
      const path = join(examples, 'harbour/harbour.purpose.md');
      const story = {
        entries: [{ date: '2026-11-01T10:00:00Z', author: 'Zoë', kind: 'Trimmed', note: 'Shorter.' }],
        skipped: 0,
      };
      const content = gatherPage(parsePurpose(await readFile(path, 'utf8')), path, story, new Date(0));
      assert.ok(content);
      const page = await workbench.page.context().newPage();
      await page.emulateMedia({ colorScheme });
      await page.setContent(exportHtml(content));
      await page.evaluate(axe);
      const { violations } = await page.evaluate<{ violations: { id: string }[] }>('axe.run()');
      assert.deepEqual(
        violations.map(({ id }) => id),
        [],
      );
      if (pictures) {
        await mkdir(pictures, { recursive: true });
        await page.screenshot({ path: join(pictures, `page-${colorScheme}.png`), fullPage: true });
        await writeFile(join(pictures, `page-${colorScheme}.pdf`), await page.pdf({ format: 'A4' }));
      }
      await page.close();
    });
  }
});
