import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { GitBox } from '../../unit/support/git-box';
import type { Workbench } from '../harness/open-workbench';
import { PanelPage } from './support/panel-page';
import { QuickInput, save } from './support/quick-input';
import { folderOfSharedWindow } from './support/shared-window';

const FIRST = 'We mend bicycles with *children* in Leith.';
const SECOND = 'We mend bicycles with *children* and parents in Leith.';
const THIRD = 'We mend bicycles with children, parents and neighbours in Leith.';
const text = (statement: string, below = 'More.') => `# Bikes\n\n> ${statement}\n\n${below}\n`;
const plain = (statement: string) => statement.replaceAll('*', '');

/** Purpose files in the root folder of a repository, one per case, each changed three times. */
const CASES = ['one', 'two', 'three', 'four', 'five', 'six'];

function committed(box = new GitBox()): GitBox {
  box.init();
  for (const [at, statement] of [FIRST, SECOND, THIRD].entries()) {
    for (const name of CASES) box.write(`docs/${name}.purpose.md`, text(statement));
    box.commit(`Change ${at + 1}`);
  }
  return box;
}

const openFolder = folderOfSharedWindow('entries', (folder) => void committed(new GitBox(folder)));

describe('what can be done with an entry of the history', () => {
  let workbench: Workbench;
  let panel: PanelPage;
  /** Path of the current case's purpose file. */
  let own = '';
  let nextCase = 0;

  const line = (words: string) =>
    workbench.page.locator('.editor-instance .view-line', {
      hasText: new RegExp(words.replaceAll(' ', '\\s')),
    });
  const tab = (title: string) => workbench.page.locator('.tab.active', { hasText: title });

  before(async () => {
    workbench = await openFolder();
  });
  beforeEach(async () => {
    own = `docs/${CASES[nextCase++]}.purpose.md`;
    panel = await PanelPage.open(workbench, own);
    await panel.newest('Tuck', 'neighbours', 3);
  });

  it('copies the words as they read then', async () => {
    await panel.act('and parents', 'Copy');
    await panel.frame.locator('[role=status]', { hasText: 'Copied.' }).waitFor();
    assert.equal(await workbench.page.evaluate('navigator.clipboard.readText()'), plain(SECOND));
  });

  it('compares with before, with now and with any other, the panel keeping to the purpose', async () => {
    const quick = new QuickInput(workbench.page);
    await panel.act('and parents', 'Compare with before');
    await tab('before ↔').waitFor();
    await panel.act('and parents', 'Compare with now');
    await tab('↔ now').waitFor();
    await panel.act('neighbours', 'Compare with…');
    await quick.pick('Compare with', plain(FIRST));
    await tab('2024-01-01 ↔ 2024-01-03').waitFor();
    await panel.isOf(basename(own));
    await panel.newest('Tuck', 'neighbours', 3);
  });

  it('opens the commit', async () => {
    await panel.act('and parents', 'Open commit');
    await tab('Change 2').waitFor();
    await line('parents').first().waitFor();
  });

  it('restores into a file with unsaved changes, which stay; undo takes it back', async () => {
    const { page } = workbench;
    await workbench.openFile(own);
    await page.locator('.tab.active', { hasNotText: '↔' }).waitFor();
    await line('More').click();
    await page.keyboard.press('End');
    await page.keyboard.type(' Not saved.');
    await panel.act('The first statement.', 'Restore');
    await line('with \\*children\\* in Leith').waitFor();
    await line('Not saved').waitFor();
    await panel.newest('Trim', 'not saved', 4);
    await page.keyboard.press('ControlOrMeta+Z');
    await line('parents and neighbours').waitFor();
    await line('Not saved').waitFor();
    await workbench.runCommand('File: Revert File');
    await page.locator('.tab.active.dirty').waitFor({ state: 'detached' });
  });

  it('restores into a file that another program has changed', async () => {
    const file = join(workbench.workspace, own);
    await writeFile(file, text(THIRD, 'Written elsewhere.'));
    await line('Written elsewhere').waitFor();
    await panel.act('The first statement.', 'Restore');
    await line('with \\*children\\* in Leith').waitFor();
    await save(workbench.page);
    assert.equal(await readFile(file, 'utf8'), text(FIRST, 'Written elsewhere.'));
    await panel.newest('Trim', 'not committed', 4);
  });

  it('takes a note on an earlier wording, about its words', async () => {
    const quick = new QuickInput(workbench.page);
    await panel.act('and parents', 'Add a note…');
    await quick.pick('How did it fit?', 'Pinches here');
    await quick.asked('Where does it pinch?');
    assert.equal(await quick.value(), plain(SECOND));
    await quick.answer('Where does it pinch?', 'and parents');
    await quick.answer('Pinches here: “and parents”', 'Few came.');
    await panel.newest('Pinches', 'About the wording of', 4);
    await panel.entries
      .first()
      .getByRole('button', { name: /^About the wording of/ })
      .click();
    assert.match((await panel.frame.locator(':focus').textContent()) ?? '', /^Extend/);
    // A note on an earlier wording is not the last word on this one.
    assert.equal(await panel.frame.locator('.card', { hasText: 'Last note' }).count(), 0);
  });
});
