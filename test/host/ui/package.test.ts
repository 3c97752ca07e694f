import assert from 'node:assert/strict';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { createVSIX } from '@vscode/vsce';
import { temporaryFolder } from '../harness/cleanup';
import { openWorkbench } from '../harness/open-workbench';
import { examples, project } from '../harness/paths';
import { PanelPage } from './support/panel-page';

// test/unit/project/package.test.ts checks its contents.
describe('the packed extension', () => {
  it('stays below 1 MB, installs, activates and shows its panel', async () => {
    const folder = await temporaryFolder('vsix');
    const vsix = join(folder.path, 'purpose.vsix');
    await createVSIX({ cwd: project, packagePath: vsix, dependencies: false, allowMissingRepository: true });
    assert.ok(statSync(vsix).size < 1_000_000, `${statSync(vsix).size} bytes`);
    const workbench = await openWorkbench({ vsix, workspace: examples });
    try {
      const panel = await PanelPage.open(workbench, 'maya.purpose.md');
      await panel.frame.locator('.now').waitFor();
      assert.notEqual(await panel.frame.evaluate('document.styleSheets[1]?.cssRules.length ?? 0'), 0);
      await workbench.waitForActivation();
    } finally {
      await workbench.close();
      folder.remove();
    }
  });
});
