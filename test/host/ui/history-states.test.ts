import assert from 'node:assert/strict';
import { readdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { GitBox } from '../../unit/support/git-box';
import type { Workbench } from '../harness/open-workbench';
import { PanelPage } from './support/panel-page';
import { QuickInput } from './support/quick-input';
import { AUTHOR, recordOf, writtenRecords } from './support/records';
import { folderOfSharedWindow } from './support/shared-window';

const STATEMENT = '> We mend bicycles with children in Leith.\n';
const openFolder = folderOfSharedWindow('states', (folder) => {
  const box = new GitBox(folder);
  const { name, text } = recordOf(0, 'We mend bicycles with children in Leith.');
  box.write('away.purpose.md', STATEMENT);
  box.write(`.purpose/away/${name}`, text);
  box.write('vague.purpose.md', '> We mend many bicycles with children in Leith.\n');
  box.write('yard.purpose.md', '> We build boats with the street.\n');
  box.write('linked.purpose.md', '> We mend bicycles.\n');
  for (const [at, wording] of ['We mend.', 'We mend bicycles.'].entries()) {
    const { name, text } = recordOf(at, wording);
    box.write(`.purpose/linked/${name}`, text);
  }
});

it('the history panel shows all again when its records could not be read, once it is asked to try again', async function () {
  // A link to a place whose files the editor does not watch; on Windows only administrators can create one.
  if (process.platform === 'win32') this.skip();
  const outside = new GitBox();
  try {
    const workbench = await openFolder();
    const panel = await PanelPage.open(workbench, 'linked.purpose.md');
    await panel.newest('', AUTHOR, 2);
    const records = join(workbench.workspace, '.purpose', 'linked');
    const elsewhere = outside.path('elsewhere');
    await rename(records, outside.path('away'));
    // The editor joins a deletion and a creation of one path that come together, and a link then goes unnoticed.
    await panel.entries.filter({ hasText: AUTHOR }).first().waitFor({ state: 'detached' });
    await writeFile(elsewhere, 'no folder\n');
    await symlink(elsewhere, records);
    await panel.frame.locator('h1', { hasText: 'The history cannot be read' }).waitFor();
    await rm(elsewhere);
    await rename(outside.path('away'), elsewhere);
    await panel.frame.getByRole('button', { name: 'Try again' }).click();
    await panel.newest('', AUTHOR, 2);
  } finally {
    outside.remove();
  }
});

describe('the history panel of a file that changes outside the editor', () => {
  let workbench: Workbench;
  before(async () => {
    workbench = await openFolder();
  });

  it('says that it is no longer on disk, keeps the entries, and goes on when it is back', async () => {
    const panel = await PanelPage.open(workbench, 'away.purpose.md');
    await panel.newest('First', AUTHOR, 1);
    const path = join(workbench.workspace, 'away.purpose.md');
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
    await workbench.set({});
    await figures('1 vague');
  });
});
