import assert from 'node:assert/strict';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { temporaryFolder } from '../harness/cleanup';
import { openWorkbench, type Workbench } from '../harness/open-workbench';
import { QuickInput } from './support/quick-input';

const NOW = '> We mend bicycles with children in Leith, so that they ride to school.';
const copy = (words: string) =>
  `<!-- purpose:begin team.purpose.md -->\n\n${words}\n\n<!-- purpose:end -->\n`;
const TOGETHER =
  '# Bakery\n\n## Purpose\n\n> {{the purpose we adopt}}\n\n## Candidates\n\n### One\n\n> We bake bread for sailors.\n\n- votes:\n';

const FILES: Readonly<Record<string, string>> = {
  'team.purpose.md': `---\nkind: team\n---\n\n# Bikes\n\n${NOW}\n`,
  'locked.purpose.md': TOGETHER,
  'locked.md': '# Locked\n',
  'one.md': copy('> Old.'),
  'two.md': copy('> Older.'),
};

describe('commands from the palette', () => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  let workbench: Workbench;
  let quick: QuickInput;

  const line = (text: string | RegExp) =>
    workbench.page.locator('.editor-instance .view-line', { hasText: text });
  const onDisk = (name: string) => readFile(join(workbench.workspace, name), 'utf8');

  /** Waits until the text is in the editor's list of notifications, and then clears the list. */
  async function isSaid(text: string): Promise<void> {
    await workbench.runCommand('Notifications: Show Notifications');
    const said = workbench.page.locator('.notifications-center .notification-list-item', { hasText: text });
    await said.first().waitFor();
    await workbench.runCommand('Notifications: Clear All Notifications');
  }

  before(async () => {
    folder = await temporaryFolder('commands');
    const path = join(folder.path, 'bikes');
    await mkdir(path);
    for (const [name, text] of Object.entries(FILES)) await writeFile(join(path, name), text);
    workbench = await openWorkbench({
      workspace: path,
      settings: { 'files.readonlyInclude': { '**/locked*': true } },
    });
    quick = new QuickInput(workbench.page);
  });
  after(async () => {
    await workbench?.close();
    await folder?.remove();
  });

  it('name the purpose that they are about, and take none that is out of sight', async () => {
    const { page } = workbench;
    await workbench.openFile('team.purpose.md');
    for (const command of ['Reaffirm', 'Pivot']) {
      await workbench.runCommand(`Purpose: ${command}…`);
      await quick.asked(`${command} “team”`);
      await quick.escape();
    }
    await workbench.openFile('one.md');
    await workbench.runCommand('Purpose: Reaffirm…');
    await quick.asked('Reaffirm');
    await quick.widget.locator('.monaco-list-row', { hasText: 'New from Template…' }).waitFor();
    await quick.escape();
    assert.equal(await page.locator('.tab.dirty').count(), 0);
    assert.deepEqual(
      (await readdir(workbench.workspace)).filter((name) => name === '.purpose'),
      [],
    );
  });

  it('update the shared copies that stay marked, each file with one undo', async () => {
    const { page } = workbench;
    await workbench.openFile('one.md');
    await workbench.runCommand('Purpose: Update Shared Copies');
    await quick.asked('Which copies should say');
    assert.equal(await quick.widget.locator('.monaco-list-row').count(), 2);
    await quick.escape();
    assert.equal(await onDisk('one.md'), copy('> Old.'));
    await workbench.runCommand('Purpose: Update Shared Copies');
    await quick.asked('Which copies should say');
    await quick.widget.locator('.monaco-list-row', { hasText: 'two.md' }).click();
    await page.keyboard.press('Enter');
    await line('We mend bicycles')
      .or(line(/We\smend\sbicycles/))
      .first()
      .waitFor();
    await page.locator('.statusbar-item', { hasText: 'Updated the shared copies in one file.' }).waitFor();
    assert.equal(await onDisk('one.md'), copy(NOW));
    assert.equal(await onDisk('two.md'), copy('> Older.'));
    await page.locator('.editor-instance .view-lines').first().click();
    await page.keyboard.press('ControlOrMeta+Z');
    await line('Old.').waitFor();
    await page.keyboard.press('ControlOrMeta+Y');
    await page.locator('.tab.active.dirty').waitFor({ state: 'detached' });
  });

  it('leave a read-only file as it is, and say so', async () => {
    const { page } = workbench;
    await workbench.openFile('locked.purpose.md');
    await page.locator('.codelens-decoration a', { hasText: 'Adopt' }).click();
    await isSaid('locked.purpose.md cannot be edited: it is read-only.');
    await line(/the.purpose.we.adopt/).waitFor();
    await page.locator('.codelens-decoration a', { hasText: /^Vote$/ }).click();
    await quick.pick('Who votes?', 'Another person');
    await quick.says('The name, as the others know it.');
    await quick.answer('Who votes?', 'Ana');
    await isSaid('locked.purpose.md cannot be edited: it is read-only.');
    assert.equal(await line('Ana').count(), 0);
    await workbench.openFile('team.purpose.md');
    await workbench.runCommand('Purpose: Share Into File…');
    await quick.pick('Share into a file (1/2)', 'locked.md');
    await quick.pick('Share into a file (2/2)', 'Quote');
    await isSaid('locked.md cannot be edited: it is read-only.');
    await workbench.openFile('locked.md');
    assert.equal(await line('purpose:begin').count(), 0);
    assert.equal(await onDisk('locked.purpose.md'), TOGETHER);
  });

  it('show the tree that they filter', async () => {
    const { page } = workbench;
    await workbench.runCommand('Purpose: Filter Purposes…');
    await quick.pick('Which purposes', 'kind team');
    await page.locator('.part.sidebar', { hasText: 'Shown: kind team (1 of 2)' }).waitFor();
  });
});
