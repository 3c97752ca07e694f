import assert from 'node:assert/strict';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openWorkbench, type Workbench } from '../harness/open-workbench';
import { examples } from '../harness/paths';
import { QuickInput } from './support/quick-input';

describe('the tree of purposes', () => {
  let workbench: Workbench;
  before(async () => {
    workbench = await openWorkbench({ workspace: examples });
    await workbench.runCommand('Focus on Purposes View');
  });
  after(() => workbench?.close());

  const row = (name: string | RegExp) =>
    workbench.page.locator('.pane-body .monaco-list').getByRole('treeitem', { name });

  it('nests what serves what, follows the disk, and is gone through by keyboard', async () => {
    const { page, workspace } = workbench;
    await row(/^Harbour/i)
      .and(page.locator('[aria-level="1"]'))
      .waitFor();
    await row(/^Night watch/i)
      .and(page.locator('[aria-level="2"]'))
      .waitFor();

    await mkdir(join(workspace, 'new'), { recursive: true });
    await writeFile(
      join(workspace, 'new', 'choir.purpose.md'),
      '---\nstatus: worn\nserves: gone.purpose.md\n---\n# Aa choir\n\nWe sing.\n',
    );
    await row(/^Aa choir, worn, There is no purpose file at "gone.purpose.md"/).waitFor();
    await row(/^Aa choir/).click();
    await page.locator('.tab.active[data-resource-name="choir.purpose.md"]').waitFor();
    await rm(join(workspace, 'new'), { recursive: true });
    await row(/^Aa choir/).waitFor({ state: 'detached' });
    await workbench.runCommand('Focus on Purposes View');
    await page.keyboard.press('Home');
    await page.keyboard.type('night');
    await page.keyboard.press('Enter');
    await page.locator('.tab.active[data-resource-name="night-watch.purpose.md"]').waitFor();
  });

  it('shows what a filter lets through, below what it serves, and all again', async () => {
    const quick = new QuickInput(workbench.page);
    await workbench.runCommand('Purpose: Filter Purposes…');
    await quick.pick('Which purposes should be shown?', 'Words…');
    await quick.answer('Purposes with these words', 'NIGHT');
    await workbench.page
      .locator('.tree-explorer-viewlet-tree-view', { hasText: 'Shown: “NIGHT” (1 of' })
      .waitFor();
    await row(/^Harbour/i).waitFor();
    await row(/^Repair café/).waitFor({ state: 'detached' });
    await workbench.runCommand('Purpose: Show All Purposes');
    await row(/^Repair café/).waitFor();
  });
});

for (const host of ['server', 'web'] as const) {
  describe(`a folder without a purpose, extension in the ${host} host`, () => {
    let workbench: Workbench;
    before(async () => {
      workbench = await openWorkbench({ host });
    });
    after(() => workbench?.close());

    const container = () =>
      workbench.page.locator('.activitybar a.action-label[aria-label^="Purpose"]:visible');

    it('has no place for it in the activity bar, offers to begin, and shows the first one at once', async () => {
      const { page } = workbench;
      // Our commands are there, so the editor has read what we bring along.
      await workbench.runCommand('Purpose: Find Your Purpose…');
      const quick = new QuickInput(page);
      await quick.asked('Find your purpose: what do you begin with?');
      await quick.escape();
      assert.equal(await container().count(), 0);

      await workbench.runCommand('Purpose: Show Refinement History');
      await page.getByText('There is no purpose file in this workspace yet').first().waitFor();
      assert.equal(await container().count(), 0);

      await workbench.runCommand('Purpose: New from Template…');
      await quick.asked('New purpose');
      await page.keyboard.press('Enter');
      await quick.asked(/^New purpose: /);
      await page.keyboard.press('Enter');
      await page.locator('.tab.active[data-resource-name$=".purpose.md"]').waitFor();
      await container().click();
      await page.getByRole('treeitem', { name: /.+/ }).first().waitFor();
    });
  });
}
