import assert from 'node:assert/strict';
import { chmod, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { GitBox } from '../../unit/support/git-box';
import { openWorkbench, type Workbench } from '../harness/open-workbench';
import { PanelPage } from './support/panel-page';

const A = 'We mend bicycles with children in Leith.';
const B = 'We mend bicycles with children and parents in Leith.';
const C = 'We lend tools to neighbours.';
const text = (statement: string, below = 'More.') => `# Bikes\n\n> ${statement}\n\n${below}\n`;

/** A purpose that was begun under another name: four commits, of which two changed its statement. */
function grown(box: GitBox, below: string): void {
  box.init(below);
  box.write(`${below}/mission.md`, text(A));
  box.commit('Begin', below);
  box.write(`${below}/mission.md`, text(A, 'Much more.'));
  box.commit('Tell more', below);
  box.git(['mv', 'mission.md', 'team.purpose.md'], below);
  box.commit('Rename', below);
  box.write(`${below}/team.purpose.md`, text(B, 'Much more.'));
  box.commit('Add parents', below);
}

/** One folder with repositories of every kind, side by side. */
function everyKind(): GitBox {
  const box = new GitBox();
  const url = (below: string) => pathToFileURL(box.path(below)).href;
  grown(box, 'plain');
  box.write('plain/team.purpose.md', text(C));
  grown(box, 'detached');
  box.git(['checkout', '--quiet', '--detach', 'HEAD~1'], 'detached');
  box.git(['clone', '--quiet', '--depth', '1', url('plain'), 'shallow']);
  box.init('super');
  box.git(['-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', url('plain'), 'sub'], 'super');
  box.commit('Add the submodule', 'super');
  box.git(['worktree', 'add', '--quiet', '-b', 'side', '../worktree', 'HEAD~1'], 'plain');
  box.write('worktree/team.purpose.md', text(B, 'On the side.'));
  box.commit('Add parents on the side', 'worktree');
  box.init('unborn');
  box.write('unborn/team.purpose.md', text(A));
  box.init('ignoring');
  box.write('ignoring/.gitignore', '*.purpose.md\n');
  box.commit('Ignore', 'ignoring');
  box.write('ignoring/team.purpose.md', text(A));
  return box;
}

/** Kind, badges and commit of each entry, newest first. */
async function listed({ frame, entries }: PanelPage): Promise<string[]> {
  const lines: string[] = [];
  for (let at = 0; at < (await entries.count()); at++) {
    const entry = entries.nth(at);
    await entry.locator('.head').click();
    const badges = await entry.locator('.badge').allTextContents();
    const [, subject = ''] =
      /Commit [0-9a-f]{8}: (.*?)(?=Compare|Restore|Add a|Copy|$)/.exec(
        await entry
          .locator('.more')
          .innerText()
          .then((words) => words.replaceAll('\n', ' ')),
      ) ?? [];
    lines.push(
      [await entry.locator('.kind').textContent(), ...badges, subject.trim()].filter(Boolean).join(', '),
    );
  }
  await frame.locator('.entry.open .head').click();
  return lines;
}

describe('git in the history panel', () => {
  let box: GitBox;
  let workbench: Workbench;

  before(async () => {
    box = everyKind();
    workbench = await openWorkbench({
      workspace: box.folder,
      settings: { 'search.useIgnoreFiles': false },
    });
  });
  after(async () => {
    await workbench?.close();
    box?.remove();
  });

  for (const [below, expected, said] of [
    ['plain', ['Pivot, not recorded, not committed', 'Extend, Add parents', 'First, Begin']],
    ['detached', ['First, Begin']],
    ['shallow', ['As it was, Add parents'], 'git fetch --unshallow'],
    ['super/sub', ['Extend, Add parents', 'First, Begin']],
    ['worktree', ['Extend, Add parents on the side', 'First, Begin']],
    ['unborn', ['First, not recorded, not committed']],
    ['ignoring', ['First, not recorded, not committed']],
  ] as const) {
    it(`is read in a repository of this kind: ${below}`, async () => {
      const panel = await PanelPage.open(workbench, `${below}/team.purpose.md`);
      if (said) await panel.says(said);
      await panel.newest(expected[0].replace(/,.*/, ''), '', expected.length);
      assert.deepEqual(await listed(panel), expected);
      assert.equal(await panel.frame.locator('.notice').count(), 0);
    });
  }
});

it('stops reading commits when one asks for it, and goes on when one asks again', async function () {
  // A git that takes its time over commits, as one over a slow network does: a script for a shell.
  if (process.platform === 'win32') this.skip();
  const box = new GitBox();
  grown(box, 'repository');
  const slow = box.path('slow-git');
  const go = box.path('go');
  box.write(
    'slow-git',
    `#!/bin/sh\ncase "$*" in *' log '*) while [ ! -e '${go}' ]; do sleep 0.1; done ;; esac\nexec git "$@"\n`,
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

it('leaves git alone where nobody trusts the folder or git is turned off, says so, and reads it once that changes', async () => {
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
    await panel.says('Commits are left out until you trust this folder.');
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
