import assert from 'node:assert/strict';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { createVSIX, listFiles, PackageManager } from '@vscode/vsce';
import { temporaryFolder } from '../harness/cleanup';
import { openWorkbench } from '../harness/open-workbench';
import { examples, project } from '../harness/paths';

describe('the packed extension', () => {
  it('holds what runs and what a reader of the Marketplace sees, and nothing else', async () => {
    const files = await listFiles({ cwd: project, packageManager: PackageManager.None });
    for (const file of [
      'package.json',
      'LICENSE',
      'CHANGELOG.md',
      'dist/extension.cjs',
      'dist/web/extension.js',
      'docs/rules/hedge.md',
    ]) {
      assert.ok(files.includes(file), `${file} is missing`);
    }
    const known =
      /^(package\.json|package\.nls.*\.json|LICENSE|README\.md|CHANGELOG\.md|(dist|docs\/rules|media|syntaxes|snippets|l10n|schemas)\/.+)$/;
    assert.deepEqual(
      files.filter((file) => !known.test(file) || /\.map$|media\/screenshots/.test(file)),
      [],
    );
  });

  it('stays below 1 MB, installs and activates', async () => {
    const folder = await temporaryFolder('vsix');
    const vsix = join(folder.path, 'purpose.vsix');
    await createVSIX({ cwd: project, packagePath: vsix, dependencies: false, allowMissingRepository: true });
    assert.ok(statSync(vsix).size < 1_000_000, `${statSync(vsix).size} bytes`);
    const workbench = await openWorkbench({ vsix, workspace: examples });
    try {
      await workbench.openFile('maya.purpose.md');
      await workbench.waitForActivation();
    } finally {
      await workbench.close();
      folder.remove();
    }
  });
});
