import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { NodeFiles } from '../../../src/files/node-files';
import { writeManyRecords } from '../../support/purpose-with-history';
import type { Workbench } from '../harness/open-workbench';
import { PanelPage } from './support/panel-page';
import { folderOfSharedWindow } from './support/shared-window';

/** An entry far down, which the cases scroll to. */
const SEEN = '51 bicycles';

// test/page/panel/long-history.test.ts tests that the page keeps its position when an entry arrives and when it is
// hidden.

const openFolder = folderOfSharedWindow('place', async (folder) => {
  await writeManyRecords(new NodeFiles(), `${folder.replaceAll('\\', '/')}/long.purpose.md`, 100);
  await writeFile(join(folder, 'other.purpose.md'), '> We lend tools to neighbours.\n');
  await writeFile(join(folder, 'README.md'), '# Hello\n');
});

describe('the place in the history panel', () => {
  let workbench: Workbench;
  let panel: PanelPage;

  /** Distance from the panel's upper edge to the head of the open entry, in CSS pixels. */
  async function top(): Promise<number> {
    return panel.frame.evaluate<number>(
      `new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(() =>
        resolve(document.querySelector('.entry.open').getBoundingClientRect().top)))))`,
    );
  }
  async function stillAt(before: number): Promise<void> {
    await panel.frame.locator('.entry.open', { hasText: SEEN }).waitFor();
    const now = await top();
    assert.ok(Math.abs(now - before) < 4, `The entry was at ${before}, and is at ${now} pixels.`);
  }

  before(async () => {
    workbench = await openFolder();
  });
  beforeEach(async () => {
    panel = await PanelPage.open(workbench, 'long.purpose.md');
    await panel.frame.locator('.count', { hasText: '100' }).waitFor();
    const head = panel.frame.locator('.entry', { hasText: SEEN }).first().locator('.head');
    if ((await head.getAttribute('aria-expanded')) !== 'true') await head.click();
    await panel.frame.locator('.entry.open').waitFor();
  });

  it('stays with the purpose while other files come in front, and is found again behind another purpose', async () => {
    const before = await top();
    await workbench.openFile('README.md');
    await workbench.runCommand('View: Close All Editors');
    await stillAt(before);
    await workbench.openFile('other.purpose.md');
    await panel.isOf('other.purpose.md');
    await workbench.openFile('long.purpose.md');
    await panel.isOf('long.purpose.md');
    await stillAt(before);
  });

  it('is kept when the window is reloaded, with no editor open', async () => {
    const before = await top();
    const { page } = workbench;
    await workbench.runCommand('View: Close All Editors');
    await page.locator('.tab').waitFor({ state: 'detached' });
    await workbench.runCommand('Developer: Reload Window');
    // The editor restores the panel after the reload.
    await page.locator('iframe.webview.ready').waitFor({ state: 'detached' });
    await page.locator('.part.sidebar .title', { hasText: 'Refinement history' }).waitFor();
    panel = await PanelPage.open(workbench);
    await panel.isOf('long.purpose.md');
    await stillAt(before);
  });
});
