import type { Workbench } from '../../harness/open-workbench';

/** Opens a purpose file with these words in it, expects it as Markdown, types into it, and takes that back. */
export async function typeInto(workbench: Workbench, path: string, words: string): Promise<void> {
  const { page } = workbench;
  await workbench.openFile(path);
  await page.locator('.statusbar-item', { hasText: 'Markdown' }).waitFor();
  await page.locator('.view-lines', { hasText: words }).first().waitFor();
  await page.locator('.editor-instance .view-lines').first().click();
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.type('A line typed by hand.');
  await page.locator('.view-line', { hasText: 'A line typed by hand.' }).waitFor();
  await workbench.runCommand('File: Revert File');
  await page.locator('.view-line', { hasText: 'A line typed by hand.' }).waitFor({ state: 'detached' });
}
