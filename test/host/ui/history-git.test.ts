import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { GitBox } from '../../unit/support/git-box';
import { grown, purposeText } from '../../unit/support/grown-repository';
import { temporaryFolder } from '../harness/cleanup';
import { PanelPage } from './support/panel-page';
import { folderOfSharedWindow } from './support/shared-window';

// test/unit/history/repository-kinds.test.ts reads every kind of repository; this file uses the editor's own git.

/** A purpose in a submodule, one in a repository whose git waits, and one that is to be moved. */
const openFolder = folderOfSharedWindow('git', (folder) => {
  const box = new GitBox(folder);
  grown(box, 'kitchen', 'cooks.purpose.md');
  box.init('house');
  const url = pathToFileURL(box.path('kitchen')).href;
  box.git(['-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', url, 'sub'], 'house');
  box.commit('Add the submodule', 'house');
  box.write('house/sub/cooks.purpose.md', purposeText('We lend tools to neighbours.'));
  grown(box, 'slow', 'slow.purpose.md');
  grown(box, 'moving', 'moving.purpose.md');
});

it('the commits of a submodule, and what is not committed, are in the history panel', async () => {
  const panel = await PanelPage.open(await openFolder(), 'house/sub/cooks.purpose.md');
  await panel.newest('Rewritten', '', 3);
  assert.deepEqual(await panel.kinds(), ['Rewritten', 'Extend', 'First']);
  assert.deepEqual(await panel.entries.first().locator('.badge').allTextContents(), [
    'not recorded',
    'not committed',
  ]);
  await panel.entries.nth(1).locator('.head').click();
  await panel.entries.nth(1).getByText('Add parents').waitFor();
  assert.equal(await panel.frame.locator('.notice').count(), 0);
});

it('stops reading commits on request, and continues on request', async function () {
  // A git that waits, as over a slow network, wherever it prints an author: the list of names that the repository asks
  // for is a pipe that nobody writes to.
  if (process.platform === 'win32') this.skip();
  const folder = await temporaryFolder('pipe');
  const pipe = join(folder.path, 'names');
  execFileSync('mkfifo', [pipe]);
  const workbench = await openFolder();
  const box = new GitBox(workbench.workspace);
  box.git(['config', 'mailmap.file', pipe], 'slow');
  try {
    await workbench.openFile('slow/slow.purpose.md');
    await workbench.runCommand('Purpose: Show Refinement History');
    const frame = await workbench.webview();
    await frame.locator('.end').getByRole('button', { name: 'Stop' }).click();
    await frame.locator('progress').waitFor({ state: 'detached' });
    box.git(['config', '--unset', 'mailmap.file'], 'slow');
    await frame.getByRole('button', { name: 'Look further back' }).click();
    await frame.locator('.entry .kind', { hasText: 'Extend' }).waitFor();
  } finally {
    await endWaiting(pipe);
    folder.remove();
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
  const workbench = await openFolder();
  const panel = await PanelPage.open(workbench, 'moving/moving.purpose.md');
  await panel.newest('Extend', '', 2);
  new GitBox(workbench.workspace).git(['mv', 'moving.purpose.md', 'crew.purpose.md'], 'moving');
  await panel.says('This file is no longer on disk.');
  await panel.frame.getByRole('button', { name: 'Open crew.purpose.md' }).click();
  await panel.frame.locator('h1', { hasText: 'crew.purpose.md' }).waitFor();
  await panel.newest('Extend', '', 2);
  assert.equal(await panel.frame.locator('.notice').count(), 0);
});
