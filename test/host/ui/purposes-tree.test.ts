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

describe('the tree of an empty folder', () => {
  it('offers to begin', async () => {
    const workbench = await openWorkbench();
    try {
      await workbench.runCommand('Focus on Purposes View');
      await workbench.page.getByRole('button', { name: 'Find Your Purpose…' }).first().click();
      await new QuickInput(workbench.page).asked('Find your purpose: what do you begin with?');
    } finally {
      await workbench.close();
    }
  });
});
