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
