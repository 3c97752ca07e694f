import assert from 'node:assert/strict';
import { chmod, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { GitBox } from '../../unit/support/git-box';
import { grown, purposeText } from '../../unit/support/grown-repository';
import { openWorkbench } from '../harness/open-workbench';
import { PanelPage } from './support/panel-page';

// test/unit/history/repository-kinds.test.ts reads every kind of repository; this file uses the editor's own git.

it('the commits of a submodule, and what is not committed, are in the history panel', async () => {
  const box = new GitBox();
  grown(box, 'kitchen');
  box.init('house');
  const url = pathToFileURL(box.path('kitchen')).href;
  box.git(['-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', url, 'sub'], 'house');
  box.commit('Add the submodule', 'house');
  box.write('house/sub/team.purpose.md', purposeText('We lend tools to neighbours.'));
  const workbench = await openWorkbench({ workspace: box.path('house') });
  try {
    const panel = await PanelPage.open(workbench, 'sub/team.purpose.md');
    await panel.newest('Rewritten', '', 3);
    assert.deepEqual(await panel.kinds(), ['Rewritten', 'Extend', 'First']);
    assert.deepEqual(await panel.entries.first().locator('.badge').allTextContents(), [
      'not recorded',
      'not committed',
    ]);
    await panel.entries.nth(1).locator('.head').click();
    await panel.entries.nth(1).getByText('Add parents').waitFor();
    assert.equal(await panel.frame.locator('.notice').count(), 0);
  } finally {
    await workbench.close();
    box.remove();
  }
});

// Pending: in some runs, and in each with few built-in extensions, the editor's git extension uses the machine's git
// instead of git.path, so that nothing is slow and Stop never appears. test/page covers the button, test/unit/history
// the end of the reading.
it.skip('stops reading commits on request, and continues on request', async function () {
  // A git that is slow, as over a slow network, where a file is followed through its renames, as only we do it: the
  // editor's own extension finds no repository if its commands wait, too.
  if (process.platform === 'win32') this.skip();
  const box = new GitBox();
  grown(box, 'repository');
  const slow = box.path('slow-git');
  const go = box.path('go');
  box.write(
    'slow-git',
    `#!/bin/sh\ncase "$*" in *' log '*--follow*) while [ ! -e '${go}' ]; do sleep 0.1; done ;; esac\nexec git "$@"\n`,
  );
  await chmod(slow, 0o755);
  const workbench = await openWorkbench({
    workspace: box.path('repository'),
    settings: { 'git.path': slow },
  });
  try {
    await workbench.openFile('team.purpose.md');
    await workbench.runCommand('Purpose: Show Refinement History');
    const frame = await workbench.webview();
    await frame.getByRole('button', { name: 'Stop' }).click();
    await frame.locator('progress').waitFor({ state: 'detached' });
    await writeFile(go, '');
    await frame.getByRole('button', { name: 'Look further back' }).click();
    await frame.locator('.entry .kind', { hasText: 'Extend' }).waitFor();
  } finally {
    await writeFile(go, '');
    await workbench.close();
    box.remove();
  }
});

it('does not use git in an untrusted folder or if git is turned off, says so, and reads it once that changes', async () => {
  const box = new GitBox();
  grown(box, '.');
  box.write('.vscode/settings.json', '{ "git.enabled": false }');
  const workbench = await openWorkbench({
    workspace: box.folder,
    settings: {
      'security.workspace.trust.enabled': true,
      'security.workspace.trust.startupPrompt': 'never',
      'security.workspace.trust.banner': 'never',
    },
  });
  try {
    const { page } = workbench;
    const panel = await PanelPage.open(workbench, 'team.purpose.md');
    await panel.says('Earlier changes in git appear once you trust this folder.');
    await panel.says('Changes are recorded on save once you trust this folder.');
    assert.deepEqual(await panel.kinds(), ['First']);
    await workbench.runCommand('Workspaces: Manage Workspace Trust');
    await page.locator('.workspace-trust-editor').getByRole('button', { name: 'Trust', exact: true }).click();
    await panel.says('Commits are left out. The setting git.enabled is off');
    await writeFile(join(workbench.workspace, '.vscode', 'settings.json'), '{}');
    await panel.newest('Extend', '', 2);
    assert.equal(await panel.frame.locator('.notice').count(), 0);
  } finally {
    await workbench.close();
    box.remove();
  }
});
