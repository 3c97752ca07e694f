import assert from 'node:assert/strict';
import { temporaryFolder } from '../harness/cleanup';
import { openWorkbench, type Workbench } from '../harness/open-workbench';
import { momentsIn, writeMoments } from './support/moments';

// The Node host: examples.test.ts and history-moments.test.ts.
describe('a window with the extension in a web worker', () => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  let workbench: Workbench;
  before(async () => {
    folder = await temporaryFolder('web');
    await writeMoments(folder.path);
    workbench = await openWorkbench({ host: 'web', workspace: folder.path, height: 900 });
  });
  after(async () => {
    await workbench?.close();
    folder?.remove();
  });

  it('shows a purpose file as Markdown, with its text, and takes typing', async () => {
    const { page } = workbench;
    await workbench.openFile('typed.purpose.md');
    await page.locator('.statusbar-item', { hasText: 'Markdown' }).waitFor();
    await page.locator('.view-lines', { hasText: 'mend' }).first().waitFor();
    await page.locator('.editor-instance .view-lines').first().click();
    await page.keyboard.press('ControlOrMeta+End');
    await page.keyboard.type('A line typed by hand.');
    await page.locator('.view-line', { hasText: 'A line typed by hand.' }).waitFor();
    await workbench.runCommand('File: Revert File');
    await page.locator('.view-line', { hasText: 'A line typed by hand.' }).waitFor({ state: 'detached' });
  });

  it('lists the extension as activated', async () => {
    await workbench.openFile('typed.purpose.md');
    assert.match(await workbench.waitForActivation(), /Activation: \d+ms/);
  });

  momentsIn('web', async () => workbench);
});
