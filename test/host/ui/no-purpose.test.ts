import assert from 'node:assert/strict';
import { openWorkbench, type Workbench } from '../harness/open-workbench';
import { QuickInput } from './support/quick-input';

for (const host of ['server', 'web'] as const) {
  describe(`a folder without a purpose, extension in the ${host} host`, () => {
    let workbench: Workbench;
    before(async () => {
      workbench = await openWorkbench({ host });
    });
    after(() => workbench?.close());

    const container = () =>
      workbench.page.locator('.activitybar a.action-label[aria-label^="Purpose"]:visible');

    it('has its place in the activity bar once somebody asks, offers to begin, and shows the first one', async () => {
      const { page } = workbench;
      assert.equal(await container().count(), 0);
      await workbench.runCommand('Purpose: Find Your Purpose…');
      const quick = new QuickInput(page);
      await quick.asked('Find your purpose: what do you begin with?');
      await quick.escape();
      await container().click();
      await page.getByText('No purpose is written here yet').first().waitFor();
      await page.getByRole('button', { name: 'Adopt a File…' }).waitFor();

      await workbench.runCommand('Purpose: New from Template…');
      await quick.asked('New purpose');
      await page.keyboard.press('Enter');
      await quick.asked(/^New purpose: /);
      await page.keyboard.press('Enter');
      await page.locator('.tab.active[data-resource-name$=".purpose.md"]').waitFor();
      await page.getByRole('treeitem', { name: /.+/ }).first().waitFor();
    });
  });
}
