import assert from 'node:assert/strict';
import { statSync } from 'node:fs';
import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createVSIX, listFiles, PackageManager } from '@vscode/vsce';
import { temporaryFolder } from '../harness/cleanup';
import { openWorkbench } from '../harness/open-workbench';
import { examples, project } from '../harness/paths';
import { PanelPage } from './support/panel-page';

/**
 * Packs a copy of what is published, because packing the project builds it again, under the hands of the tests that run
 * beside this one.
 */
async function pack(folder: string): Promise<string> {
  const copy = join(folder, 'project');
  for (const file of await listFiles({ cwd: project, packageManager: PackageManager.None }))
    await cp(join(project, file), join(copy, file));
  const { scripts: _, ...manifest } = JSON.parse(await readFile(join(project, 'package.json'), 'utf8'));
  await writeFile(join(copy, 'package.json'), JSON.stringify(manifest));
  const packagePath = join(folder, 'purpose.vsix');
  await createVSIX({ cwd: copy, packagePath, dependencies: false, allowMissingRepository: true });
  return packagePath;
}

// test/unit/project/package.test.ts checks its contents.
describe('the packed extension', () => {
  it('stays below 1 MB, installs, activates and shows its panel', async () => {
    const folder = await temporaryFolder('vsix');
    const vsix = await pack(folder.path);
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
