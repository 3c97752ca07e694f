import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { temporaryFolder } from '../harness/cleanup';
import { openWorkbench, type Workbench } from '../harness/open-workbench';
import { QuickInput } from './support/quick-input';

const MISSION = '# Bakers\n\n## Mission\n\nWe strive to bake for many crews.\n';

describe('a folder with a MISSION.md that nobody adopted', () => {
  let workbench: Workbench;
  before(async () => {
    const folder = await temporaryFolder('mission');
    await writeFile(join(folder.path, 'MISSION.md'), MISSION);
    workbench = await openWorkbench({ workspace: folder.path });
    folder.remove();
  });
  after(() => workbench?.close());

  const container = () =>
    workbench.page.locator('.activitybar a.action-label[aria-label^="Purpose"]:visible');
  const ours = () => workbench.page.locator('.codelens-decoration, .squiggly-info, .squiggly-warning');

  it('shows nothing of ours though the extension is active, until somebody adopts the file', async () => {
    const { page } = workbench;
    await workbench.openFile('MISSION.md');
    await workbench.waitForActivation();
    await workbench.openFile('MISSION.md');
    await page.locator('.view-line', { hasText: 'many' }).waitFor();
    assert.equal(await container().count(), 0);
    assert.equal(await ours().count(), 0);

    await workbench.runCommand('Purpose: Adopt a File…');
    const quick = new QuickInput(page);
    await quick.pick('Which text is the statement?', 'We strive to bake');
    await page.locator('.codelens-decoration', { hasText: 'Note the fit' }).first().waitFor();
    await container().waitFor();
    await page.locator('.view-line', { hasText: 'purpose:statement' }).waitFor();
  });
});
