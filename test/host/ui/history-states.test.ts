import assert from 'node:assert/strict';
import { readdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { GitBox } from '../../unit/support/git-box';
import { openWorkbench, type Workbench } from '../harness/open-workbench';
import { PanelPage } from './support/panel-page';
import { QuickInput } from './support/quick-input';
import { writtenRecords } from './support/records';

const STATEMENT = '> We mend bicycles with children in Leith.\n';
const AUTHOR = 'Ada Birch';

/** A record of a wording, a day after the previous one. */
function record(at: number, wording: string): { name: string; text: string } {
  const id = `2025-01-0${at + 1}T000000Z-reword-000${at}`;
  const lines = [
    'version: 1',
    `id: ${id}`,
    `time: 2025-01-0${at + 1}T00:00:00Z`,
    `author: ${AUTHOR}`,
    'type: refine',
  ];
  return {
    name: `${id}.md`,
    text: `---\n${lines.join('\n')}\nchange: ${at === 0 ? 'start' : 'reword'}\n---\n\n> ${wording}\n`,
  };
}

it('the history panel says when there is nothing to show, or not everything', async () => {
  const box = new GitBox();
  const sound = record(0, 'We mend bicycles with children in Leith.');
  box.write('nothing/team.purpose.md', '# Title only\n');
  box.write('damaged/team.purpose.md', STATEMENT);
  box.write('damaged/.purpose/team/2024-01-01T000000Z-start-0000.md', '---\nversion: 1\n: [\n');
  box.write(`damaged/.purpose/team/${sound.name}`, sound.text);
  box.write('closed/team.purpose.md', STATEMENT);
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

it('the history panel shows all again when its records could not be read, once it is asked to try again', async function () {
  // A link to a place whose files the editor does not watch; on Windows only administrators can create one.
  if (process.platform === 'win32') this.skip();
  const box = new GitBox();
  for (const [at, wording] of ['We mend.', 'We mend bicycles.'].entries()) {
    const { name, text } = record(at, wording);
    box.write(`open/.purpose/team/${name}`, text);
  }
  box.write('open/team.purpose.md', '> We mend bicycles.\n');
  const workbench = await openWorkbench({ workspace: box.path('open'), height: 900 });
  try {
    const panel = await PanelPage.open(workbench, 'team.purpose.md');
    await panel.newest('', AUTHOR, 2);
    const records = join(workbench.workspace, '.purpose', 'team');
    const elsewhere = box.path('elsewhere');
    await rename(records, box.path('away'));
    // The editor joins a deletion and a creation of one path that come together, and a link then goes unnoticed.
    await panel.entries.filter({ hasText: AUTHOR }).first().waitFor({ state: 'detached' });
    await writeFile(elsewhere, 'no folder\n');
    await symlink(elsewhere, records);
    await panel.frame.locator('h1', { hasText: 'The history cannot be read' }).waitFor();
    await rm(elsewhere);
    await rename(box.path('away'), elsewhere);
    await panel.frame.getByRole('button', { name: 'Try again' }).click();
    await panel.newest('', AUTHOR, 2);
  } finally {
    await workbench.close();
    box.remove();
  }
});

describe('the history panel of a file that changes outside the editor', () => {
  let box: GitBox;
  let workbench: Workbench;
  before(async () => {
    box = new GitBox();
    const { name, text } = record(0, 'We mend bicycles with children in Leith.');
    box.write('open/team.purpose.md', STATEMENT);
    box.write(`open/.purpose/team/${name}`, text);
    box.write('open/vague.purpose.md', '> We mend many bicycles with children in Leith.\n');
    box.write('open/yard.purpose.md', '> We build boats with the street.\n');
    workbench = await openWorkbench({ workspace: box.path('open'), height: 900 });
  });
  after(async () => {
    await workbench?.close();
    box?.remove();
  });

  it('says that it is no longer on disk, keeps the entries, and goes on when it is back', async () => {
    const panel = await PanelPage.open(workbench, 'team.purpose.md');
    await panel.newest('First', AUTHOR, 1);
    const path = join(workbench.workspace, 'team.purpose.md');
    await rename(path, join(workbench.workspace, 'moved.md'));
    await panel.says('This file is no longer on disk.');
    assert.deepEqual(await panel.kinds(), ['First']);
    assert.equal(await panel.frame.getByText('There is no statement in this file yet.').count(), 0);
    await writeFile(path, '> We lend bicycles to nurses.\n');
    await panel.newest('Rewritten', 'not recorded', 2);
    await panel.frame.locator('.notice').waitFor({ state: 'detached' });
  });

  it('begins a new history with Save As, and leaves the old file and its records as they are', async () => {
    const { page, workspace } = workbench;
    await workbench.openFile('yard.purpose.md');
    await page.locator('.monaco-editor .view-line', { hasText: 'We build' }).first().click();
    await page.keyboard.press('End');
    await page.keyboard.insertText(' We also mend them.');
    await page.locator('.tab.active.dirty').waitFor();
    await workbench.runCommand('File: Save As...');
    const quick = new QuickInput(page);
    await quick.asked('Save As');
    // The dialog takes no answer before it has listed the folder.
    await quick.widget.locator('.monaco-list-row', { hasText: 'yard.purpose.md' }).waitFor();
    await quick.answer('Save As', join(workspace, 'slipway.purpose.md'));
    await page.locator('.tab.active[data-resource-name="slipway.purpose.md"]').waitFor();
    const [first = '', ...others] = await writtenRecords(join(workspace, '.purpose', 'slipway'));
    assert.match(first, /^> We build boats with the street\. We also mend them\.$/m);
    assert.deepEqual(others, []);
    assert.equal(
      await readFile(join(workspace, 'yard.purpose.md'), 'utf8'),
      '> We build boats with the street.\n',
    );
    assert.deepEqual(
      (await readdir(join(workspace, '.purpose'))).filter((name) => name === 'yard'),
      [],
    );
    const panel = await PanelPage.open(workbench);
    await panel.isOf('slipway.purpose.md');
    await panel.newest('First', 'We also mend them.', 1);
  });

  it('has the figures of changed settings at once', async () => {
    const panel = await PanelPage.open(workbench, 'vague.purpose.md');
    const figures = (words: string) => panel.frame.locator('.card', { hasText: words }).waitFor();
    await figures('1 vague');
    await workbench.set({ 'purpose.rules': { 'vague-quantity': 'off' } });
    await figures('0 vague');
  });
});
