import assert from 'node:assert/strict';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openWorkbench, type Theme, themes, type Workbench } from '../harness/open-workbench';
import { examples } from '../harness/paths';
import { backgroundOf, badgeOf, colorOf, colorsOf, contrast, READABLE } from './support/colors';
import { QuickInput } from './support/quick-input';
import { typeInto } from './support/typing';

/** The CSS class of the window in each theme. */
const KINDS: Readonly<Record<Theme, string>> = {
  light: 'vs:not(.hc-light)',
  dark: 'vs-dark',
  'high-contrast': 'hc-black',
  'high-contrast-light': 'hc-light',
};

const pictures = process.env.PURPOSE_PICTURES;

// One window on a copy of examples/. The cases are independent: each opens its files itself.
describe('a window on the examples', () => {
  let workbench: Workbench;
  before(async () => {
    workbench = await openWorkbench({ workspace: examples });
  });
  after(() => workbench?.close());

  it('lists the extension as activated, a purpose file as Markdown, and takes typing', async () => {
    await typeInto(workbench, 'harbour/night-watch.purpose.md', 'Night watch');
    assert.match(await workbench.waitForActivation(), /Activation: \d+ms/);
  });

  it('colours who, what and change differently, each readable in every theme', async () => {
    const { page } = workbench;
    const text =
      '# Build crew\n\n> We run the build machines for the product engineers in Porto, so that they ship a tested change within the hour.\n\nNine people.\n';
    await writeFile(join(workbench.workspace, 'colours.purpose.md'), text);
    await workbench.openFile('colours.purpose.md');
    const colored = page.locator('.view-lines [class*="TextEditorDecorationType"]');
    const background = page.locator('.editor-instance .monaco-editor-background').first();
    const plain = page.locator('.view-line', { hasText: 'Nine people' }).locator('span span').first();
    await colored.filter({ hasText: 'run' }).first().waitFor();
    for (const theme of Object.keys(themes) as Theme[]) {
      await workbench.set({ 'workbench.colorTheme': themes[theme] });
      await page.locator(`.monaco-workbench.${KINDS[theme]}`).waitFor();
      const colors = await colorsOf(colored);
      const of = (words: string) => colors.find(([text]) => text.includes(words))?.[1];
      const parts = [of('engineers'), of('run'), of('ship')];
      const all = [...parts, await plain.evaluate(colorOf)];
      assert.equal(new Set(all).size, 4, `${theme}: ${JSON.stringify(colors)}`);
      const behind = await background.evaluate(backgroundOf);
      for (const color of parts) {
        assert.ok(
          color !== undefined && contrast(color, behind) >= READABLE,
          `${theme}: ${color} on ${behind}`,
        );
      }
    }
  });

  it('has a mark in the explorer when a review is due', async () => {
    const { page, workspace } = workbench;
    await workbench.openFile('maya.purpose.md');
    await workbench.runCommand('View: Show Explorer');
    await writeFile(join(workspace, 'late.purpose.md'), '---\nreview: 2020-01-01\n---\nWe mend bicycles.\n');
    const labelOf = (name: string) =>
      page
        .locator('.explorer-folders-view .monaco-list-row', { hasText: name })
        .locator('.monaco-icon-label')
        .first();
    const late = labelOf('late.purpose.md');
    await late.waitFor();
    await page.waitForFunction(
      `[...document.querySelectorAll('.explorer-folders-view .monaco-icon-label')].some((label) =>
        label.textContent.includes('late.purpose.md') && getComputedStyle(label, '::after').content.includes('↻'))`,
    );
    assert.doesNotMatch(await labelOf('maya.purpose.md').evaluate(badgeOf), /↻/);
    await rm(join(workspace, 'late.purpose.md'));
  });

  it('puts a copy into README by keyboard alone, and one undo takes it out', async () => {
    const { page } = workbench;
    await workbench.openFile('harbour/harbour.purpose.md');
    await workbench.runCommand('Purpose: Share Into File…');
    await page.locator('.quick-input-list .monaco-list-row', { hasText: 'README.md' }).first().waitFor();
    await page.keyboard.type('README');
    await page.keyboard.press('Enter');
    await page.locator('.quick-input-list .monaco-list-row', { hasText: 'Quote' }).waitFor();
    await page.keyboard.press('Enter');
    await page.locator('.tab.active[data-resource-name="README.md"]').waitFor();
    await page.locator('.view-line', { hasText: 'purpose:begin harbour/harbour.purpose.md' }).waitFor();
    await page.keyboard.press('ControlOrMeta+Z');
    await page.locator('.view-line', { hasText: 'purpose:begin' }).waitFor({ state: 'detached' });
    await workbench.runCommand('File: Revert File');
  });

  it('shows the exported page before it is saved', async () => {
    const { page } = workbench;
    await workbench.openFile('harbour/harbour.purpose.md');
    await workbench.runCommand('Purpose: Export…');
    await page.locator('.quick-input-list .monaco-list-row', { hasText: 'Page' }).first().waitFor();
    await page.keyboard.press('Enter');
    const frame = await workbench.webview();
    await frame.locator('blockquote.statement').waitFor();
    await page.locator('.editor-actions [aria-label*="Save Exported Page As"]').first().waitFor();
    assert.equal(await frame.locator('script:not([src])').count(), 0);
    if (pictures) {
      await workbench.settle();
      await mkdir(pictures, { recursive: true });
      await page.screenshot({ path: join(pictures, 'export.png') });
    }
    await workbench.runCommand('View: Close All Editors');
  });

  describe('in the tree of purposes', () => {
    beforeEach(() => workbench.runCommand('Focus on Purposes View'));

    const row = (name: string | RegExp) =>
      workbench.page.locator('.pane-body .monaco-list').getByRole('treeitem', { name });

    it('nests what serves what, follows the disk, and is gone through by keyboard', async () => {
      const { page, workspace } = workbench;
      await row(/^Harbour/i)
        .and(page.locator('[aria-level="1"]'))
        .waitFor();
      await row(/^Night watch/i)
        .and(page.locator('[aria-level="2"]'))
        .waitFor();

      await mkdir(join(workspace, 'new'), { recursive: true });
      await writeFile(
        join(workspace, 'new', 'choir.purpose.md'),
        '---\nstatus: worn\nserves: gone.purpose.md\n---\n# Aa choir\n\nWe sing.\n',
      );
      await row(/^Aa choir, worn, There is no purpose file at "gone.purpose.md"/).waitFor();
      await row(/^Aa choir/).click();
      await page.locator('.tab.active[data-resource-name="choir.purpose.md"]').waitFor();
      await rm(join(workspace, 'new'), { recursive: true });
      await row(/^Aa choir/).waitFor({ state: 'detached' });
      await workbench.runCommand('Focus on Purposes View');
      const tree = page.locator('.tree-explorer-viewlet-tree-view .monaco-list');
      await tree.and(page.locator(':focus')).waitFor();
      await page.keyboard.press('Home');
      await page.keyboard.type('night');
      await tree.locator('.monaco-list-row.focused', { hasText: 'Night watch' }).waitFor();
      await page.keyboard.press('Enter');
      await page.locator('.tab.active[data-resource-name="night-watch.purpose.md"]').waitFor();
    });

    it('shows what a filter lets through, below what it serves, and all again', async () => {
      const quick = new QuickInput(workbench.page);
      await workbench.runCommand('Purpose: Filter Purposes…');
      await quick.pick('Which purposes should be shown?', 'NIGHT');
      await workbench.page
        .locator('.tree-explorer-viewlet-tree-view', { hasText: 'Shown: “NIGHT” (1 of' })
        .waitFor();
      await row(/^Harbour/i).waitFor();
      await row(/^Repair café/).waitFor({ state: 'detached' });
      await workbench.runCommand('Purpose: Show All Purposes');
      await row(/^Repair café/).waitFor();
    });
  });
});
