import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { constants } from 'node:fs';
import { open, writeFile } from 'node:fs/promises';
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

it('stops reading commits on request, and continues on request', async function () {
  // A git that waits, as over a slow network, wherever it prints an author: the list of names that the repository asks
  // for is a pipe that nobody writes to.
  if (process.platform === 'win32') this.skip();
  const box = new GitBox();
  grown(box, 'repository');
  const pipe = box.path('names');
  execFileSync('mkfifo', [pipe]);
  box.git(['config', 'mailmap.file', pipe], 'repository');
  const workbench = await openWorkbench({ workspace: box.path('repository') });
  try {
    await workbench.openFile('team.purpose.md');
    await workbench.runCommand('Purpose: Show Refinement History');
    const frame = await workbench.webview();
    await frame.locator('.end').getByRole('button', { name: 'Stop' }).click();
    await frame.locator('progress').waitFor({ state: 'detached' });
    box.git(['-C', workbench.workspace, 'config', '--unset', 'mailmap.file']);
    await frame.getByRole('button', { name: 'Look further back' }).click();
    await frame.locator('.entry .kind', { hasText: 'Extend' }).waitFor();
  } finally {
    await endWaiting(pipe);
    await workbench.close();
    box.remove();
  }
});

/** Ends the programs that wait for this pipe: they read that it is empty. */
async function endWaiting(pipe: string): Promise<void> {
  try {
    const writing = await open(pipe, constants.O_WRONLY | constants.O_NONBLOCK);
    await writing.close();
  } catch (error) {
    // No program waits.
    if ((error as NodeJS.ErrnoException).code !== 'ENXIO') throw error;
  }
}

it('leads to the new name of a file that git has moved', async () => {
  const box = new GitBox();
  grown(box, '.');
  const workbench = await openWorkbench({ workspace: box.folder });
  try {
    const panel = await PanelPage.open(workbench, 'team.purpose.md');
    await panel.newest('Extend', '', 2);
    box.git(['-C', workbench.workspace, 'mv', 'team.purpose.md', 'crew.purpose.md']);
    await panel.says('This file is no longer on disk.');
    await panel.frame.getByRole('button', { name: 'Open crew.purpose.md' }).click();
    await panel.frame.locator('h1', { hasText: 'crew.purpose.md' }).waitFor();
    await panel.newest('Extend', '', 2);
    assert.equal(await panel.frame.locator('.notice').count(), 0);
  } finally {
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
