import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openWorkbench, type Workbench } from '../harness/open-workbench';

const FILES: Readonly<Record<string, string>> = {
  'both.code-workspace': JSON.stringify({ folders: [{ path: 'north' }, { path: 'south' }] }),
  'north/.purposerc.yml': 'rules:\n  vague-quantity: error\n',
  'north/weavers.purpose.md': '# Weavers\n\nWe teach many songs to children in Leith.\n',
  'south/.vscode/settings.json': JSON.stringify({ 'purpose.rules': { 'missing-change': 'off' } }),
  'south/bakers.purpose.md': '# Bakers\n\nWe bake many loaves for children in Leith.\n',
};

for (const host of ['server', 'web'] as const) {
  describe(`a workspace with several folders, extension in the ${host} host`, () => {
    let folder: string;
    let workbench: Workbench;
    before(async () => {
      folder = await mkdtemp(join(tmpdir(), 'purpose-folders-'));
      for (const [name, text] of Object.entries(FILES)) {
        await mkdir(join(folder, name, '..'), { recursive: true });
        await writeFile(join(folder, name), text);
      }
      workbench = await openWorkbench({ host, workspace: folder, workspaceFile: 'both.code-workspace' });
    });
    after(async () => {
      await workbench?.close();
      await rm(folder, { recursive: true, force: true });
    });

    const open = async (inFolder: string, name: string) => {
      const tree = workbench.page.locator('.explorer-folders-view');
      const root = tree.getByRole('treeitem', { name: inFolder, exact: true }).first();
      if ((await root.getAttribute('aria-expanded')) !== 'true') await root.click();
      await tree.getByRole('treeitem', { name }).first().dblclick();
      await workbench.page.locator(`.tab.active[data-resource-name="${name}"]`).waitFor();
    };
    const squiggles = (kind: 'info' | 'error') => workbench.page.locator(`.cdr.squiggly-${kind}`);

    /** The editor cancels a request for fixes when the findings change meanwhile, so the menu is opened until it has it. */
    const chooseFix = async (title: string): Promise<void> => {
      const fix = workbench.page.locator('.action-widget').getByText(title);
      for (let timeout = 5000; ; timeout *= 2) {
        await workbench.runCommand('Quick Fix...');
        try {
          await fix.waitFor({ timeout });
          break;
        } catch (error) {
          if (timeout > 40_000) throw error;
          await workbench.page.keyboard.press('Escape');
        }
      }
      await fix.click();
    };

    it('has the settings of each folder hold in it, and writes into the folder of the file', async () => {
      const { page } = workbench;
      await open('north', 'weavers.purpose.md');
      await squiggles('error').first().waitFor();
      await open('south', 'bakers.purpose.md');
      await squiggles('info').first().waitFor();
      await squiggles('error').first().waitFor({ state: 'detached' });

      await page.locator('.view-line', { hasText: 'We bake' }).getByText('many').first().click();
      await chooseFix('Accept “many” in the workspace');
      const settings = page
        .locator('.explorer-folders-view')
        .getByRole('treeitem', { name: '.purposerc.yml' });
      await settings.nth(1).waitFor();
      // The folder's own settings turn off the questions about `many` and about what changes.
      await squiggles('info').first().waitFor({ state: 'detached' });
      await open('north', 'weavers.purpose.md');
      await squiggles('error').first().waitFor();
    });

    it('offers the purposes of the other folder for `serves:`', async () => {
      const { page } = workbench;
      await open('south', 'bakers.purpose.md');
      await page.locator('.editor-instance .view-lines').first().click();
      await page.keyboard.press('ControlOrMeta+Home');
      await page.keyboard.type('---\nserves: ', { delay: 20 });
      await page
        .locator('.suggest-widget.visible .monaco-list-row', { hasText: '../north/weavers.purpose.md' })
        .waitFor();
      await page.keyboard.press('Escape');
      await workbench.runCommand('File: Revert File');
    });
  });
}
