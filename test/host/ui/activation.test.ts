import assert from 'node:assert/strict';
import { openWorkbench, type Workbench } from '../harness/open-workbench';
import { examples } from '../harness/paths';

// The Node host: examples.test.ts.
describe('the workbench, extension in the web host', () => {
  let workbench: Workbench;
  before(async () => {
    workbench = await openWorkbench({ host: 'web', workspace: examples });
  });
  after(() => workbench?.close());

  it('shows a purpose file as Markdown, with its text', async () => {
    await workbench.openFile('harbour/night-watch.purpose.md');
    const { page } = workbench;
    await page.locator('.statusbar-item', { hasText: 'Markdown' }).waitFor();
    await page.locator('.view-lines', { hasText: 'Night watch' }).first().waitFor();
  });

  it('takes typing', async () => {
    const { page } = workbench;
    await page.locator('.editor-instance .view-lines').first().click();
    await page.keyboard.press('ControlOrMeta+End');
    await page.keyboard.type('A line typed by hand.');
    await page.locator('.view-line', { hasText: 'A line typed by hand.' }).waitFor();
    await workbench.runCommand('File: Revert File');
    await page.locator('.view-line', { hasText: 'A line typed by hand.' }).waitFor({ state: 'detached' });
  });

  it('lists the extension as activated', async () => {
    assert.match(await workbench.waitForActivation(), /Activation: \d+ms/);
  });
});
