import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { GitBox } from '../../unit/support/git-box';
import { grown } from '../../unit/support/grown-repository';
import { openWorkbench } from '../harness/open-workbench';
import { PanelPage } from './support/panel-page';
import { QuickInput } from './support/quick-input';
import { AUTHOR, recordOf } from './support/records';

// Each of these cases needs a window of its own: another folder, other settings, or a panel that has shown nothing yet.
describe('the history panel in a window of its own', () => {
  it('says when there is nothing to show, or not everything', async () => {
    const box = new GitBox();
    const sound = recordOf(0, 'We mend bicycles with children in Leith.');
    const statement = '> We mend bicycles with children in Leith.\n';
    box.write('nothing/team.purpose.md', '# Title only\n');
    box.write('damaged/team.purpose.md', statement);
    box.write('damaged/.purpose/team/2024-01-01T000000Z-start-0000.md', '---\nversion: 1\n: [\n');
    box.write(`damaged/.purpose/team/${sound.name}`, sound.text);
    box.write('closed/team.purpose.md', statement);
    box.write('README.md', '# Hello\n');
    const workbench = await openWorkbench({ workspace: box.folder, height: 900 });
    try {
      const { page } = workbench;
      // Another file is active, so no purpose is shown yet.
      await workbench.openFile('README.md');
      const none = await PanelPage.open(workbench);
      await none.frame.locator('h1', { hasText: 'No purpose is open' }).waitFor();
      await none.frame.getByRole('button', { name: 'Open a purpose…' }).click();
      await page.locator('.quick-input-list .monaco-list-row', { hasText: 'nothing' }).click();

      await none.isOf('team.purpose.md');
      await none.frame.getByText('There is no statement in this file yet.').waitFor();
      await none.says('The history begins with the first change that you save.');
      await none.frame.getByRole('button', { name: 'Write it' }).waitFor();

      const damaged = await PanelPage.open(workbench, 'damaged/team.purpose.md');
      await damaged.says(
        /^\.purpose\/team\/2024-01-01T000000Z-start-0000\.md: .* cannot be read .* left as it is\.$/,
      );
      await damaged.newest('First', AUTHOR, 1);

      // A file in place of the folder has the effect of a read-only folder.
      const closed = await PanelPage.open(workbench, 'closed/team.purpose.md');
      await closed.newest('First', 'not recorded', 1);
      await writeFile(join(workbench.workspace, 'closed', '.purpose'), 'not a folder\n');
      const quick = new QuickInput(page);
      await workbench.runCommand('Purpose: Reaffirm…');
      await quick.answer('Reaffirm', 'It holds.');
      await quick.pick('Questions of a review', 'Record it');
      await page.locator('.statusbar-item .codicon-bell-dot').waitFor();
      await workbench.runCommand('Notifications: Show Notifications');
      await page.locator('.notification-list-item', { hasText: 'Nothing was recorded.' }).waitFor();
      assert.equal(await readFile(join(workbench.workspace, 'closed', '.purpose'), 'utf8'), 'not a folder\n');
    } finally {
      await workbench.close();
      box.remove();
    }
  });

  it('opens a commit of a repository above the open folder', async () => {
    const box = new GitBox();
    box.write('docs/README.md', '# Hello\n');
    grown(box, '.', 'docs/team.purpose.md');
    const workbench = await openWorkbench({ workspace: box.folder, below: 'docs' });
    try {
      const { page } = workbench;
      const panel = await PanelPage.open(workbench, 'team.purpose.md');
      await panel.act('and parents', 'Open commit');
      await page.locator('.tab.active', { hasText: 'Add parents' }).waitFor();
      await page.locator('.editor.modified .view-line', { hasText: 'parents' }).waitFor();
      assert.equal(await page.locator('.editor.original .view-line', { hasText: 'parents' }).count(), 0);
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
      await page
        .locator('.workspace-trust-editor')
        .getByRole('button', { name: 'Trust', exact: true })
        .click();
      await panel.says('Commits are left out. The setting git.enabled is off');
      await writeFile(join(workbench.workspace, '.vscode', 'settings.json'), '{}');
      await panel.newest('Extend', '', 2);
      assert.equal(await panel.frame.locator('.notice').count(), 0);
    } finally {
      await workbench.close();
      box.remove();
    }
  });
});
