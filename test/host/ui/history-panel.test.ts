import assert from 'node:assert/strict';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Frame } from 'playwright-core';
import { NodeFiles } from '../../../src/files/node-files';
import { HOSTILE, NOW, OLD, writeHistory } from '../../support/purpose-with-history';
import { type Theme, themes, type Workbench } from '../harness/open-workbench';
import { PanelPage } from './support/panel-page';
import { QuickInput } from './support/quick-input';
import { folderOfSharedWindow } from './support/shared-window';

// test/page/panel tests the page itself; this file tests that the editor loads it.

/** The styles that the editor gives to a webview, replayed by the page's tests. */
const LOOKS = resolve('test/page/webview-looks.json');

/** The editor's names for the kinds of themes. */
const KINDS: Readonly<Record<Theme, string>> = {
  light: 'vscode-light',
  dark: 'vscode-dark',
  'high-contrast': 'vscode-high-contrast',
  'high-contrast-light': 'vscode-high-contrast-light',
};

interface Looks {
  readonly defaultStyles: string;
  readonly themes: Readonly<Record<string, { bodyClass: string; variables: Record<string, string> }>>;
}

/**
 * The editor's own style sheet for webviews, and the values that the active theme gives the variables in it and in
 * panel.css.
 */
async function looksOf(frame: Frame, panelCss: string) {
  const { defaultStyles, bodyClass, all } = await frame.evaluate<{
    defaultStyles: string;
    bodyClass: string;
    all: Record<string, string>;
  }>(`({
    defaultStyles: document.getElementById('_defaultStyles').textContent,
    bodyClass: document.body.className,
    all: Object.fromEntries([...document.documentElement.style].map((name) =>
      [name, document.documentElement.style.getPropertyValue(name)])),
  })`);
  const used = [...`${defaultStyles}${panelCss}`.matchAll(/var\((--vscode-[\w-]+)/g)].map(
    ([, name = '']) => name,
  );
  const variables: Record<string, string> = {};
  for (const name of [...new Set(used)].sort()) {
    const value = all[name];
    // The font family depends on the system.
    if (value !== undefined && name !== '--vscode-font-family') variables[name] = value;
  }
  return { defaultStyles, theme: { bodyClass, variables } };
}

/** Each case has a purpose of its own. */
const openFolder = folderOfSharedWindow('panel', async (folder) => {
  for (const name of ['looks', 'restoring', 'noting', 'editing'])
    await writeHistory(new NodeFiles(), `${folder.replaceAll('\\', '/')}/${name}.purpose.md`);
});

describe('the panel Refinement history in the editor', () => {
  let workbench: Workbench;
  before(async () => {
    workbench = await openFolder();
  });

  it('is loaded under its policy, and looks in each theme as the tests of the page do', async () => {
    const problems: string[] = [];
    workbench.page.on('console', (message) => {
      if (/Content Security Policy/.test(message.text()) && /panel\.(js|css)/.test(message.text()))
        problems.push(message.text());
    });
    const { frame } = await PanelPage.open(workbench, 'looks.purpose.md');
    await frame.locator('.entry').first().waitFor();
    assert.equal(await frame.locator('.now').textContent(), NOW);
    assert.ok(
      (await frame.locator('.entry .statement').allTextContents()).some((text) => text.includes(HOSTILE)),
    );
    assert.equal(await frame.locator('main img, main script, main b').count(), 0);
    assert.equal(await frame.evaluate("getComputedStyle(document.querySelector('.kind')).fontWeight"), '600');

    const css = await readFile(resolve('dist/panel.css'), 'utf8');
    const seen: { -readonly [Key in keyof Looks]: Looks[Key] } = { defaultStyles: '', themes: {} };
    for (const theme of Object.keys(themes) as Theme[]) {
      await workbench.set({ 'workbench.colorTheme': themes[theme] });
      await frame.locator(`body[data-vscode-theme-kind="${KINDS[theme]}"]`).waitFor();
      const looks = await looksOf(frame, css);
      seen.defaultStyles = looks.defaultStyles;
      seen.themes = { ...seen.themes, [theme]: looks.theme };
    }
    // After an update of the editor or of panel.css: PURPOSE_WRITE_LOOKS=1 npm run test:ui -- --grep 'under its policy'
    if (process.env.PURPOSE_WRITE_LOOKS) await writeFile(LOOKS, `${JSON.stringify(seen, null, 2)}\n`);
    assert.deepEqual(JSON.parse(await readFile(LOOKS, 'utf8')), seen);
    assert.deepEqual(problems, []);
    await workbench.set({});
  });

  it('restores a wording as an edit that undo takes back', async () => {
    const { page } = workbench;
    const panel = await PanelPage.open(workbench, 'restoring.purpose.md');
    await panel.act(OLD, 'Restore');
    const line = page.locator('.editor-instance .view-line');
    const text = (words: string) => line.filter({ hasText: new RegExp(words.replaceAll(' ', '\\s')) });
    await text(OLD.slice(0, 30)).waitFor();
    await panel.frame.locator('.entry .badge', { hasText: 'not saved' }).waitFor();
    await page.keyboard.press('ControlOrMeta+Z');
    await text('with children in Leith').waitFor();
    await panel.frame.locator('.entry .badge').waitFor({ state: 'detached' });
  });

  it('copies a wording, takes a note and shows it, and keeps its place when it is hidden', async () => {
    const { page } = workbench;
    let panel = await PanelPage.open(workbench, 'noting.purpose.md');
    await panel.act('with children in Leith', 'Copy');
    await panel.frame.locator('[role=status]', { hasText: 'Copied.' }).waitFor();
    assert.match(await page.evaluate('navigator.clipboard.readText()'), /^We mend bicycles/);

    const quick = new QuickInput(page);
    await panel.frame.getByRole('button', { name: 'Note how it fits…' }).click();
    await quick.pick('How does it fit?', 'Too tight');
    await quick.answer('Too tight', 'The parents want to help.');
    await panel.newest('Too tight', 'The parents want to help.', 9);

    await panel.frame.locator('#filter').selectOption('pivots');
    await workbench.runCommand('View: Show Explorer');
    await page.locator('iframe.webview.ready').waitFor({ state: 'hidden' });
    panel = await PanelPage.open(workbench);
    await panel.frame.locator('.entry').first().waitFor();
    assert.equal(await panel.frame.locator('#filter').inputValue(), 'pivots');
  });

  it('follows records that are edited, added and deleted by hand', async () => {
    const { frame } = await PanelPage.open(workbench, 'editing.purpose.md');
    await frame.locator('.count', { hasText: '8' }).waitFor();
    const records = join(workbench.workspace, '.purpose/editing');
    const [note = '', , edited = '', gone = ''] = (await readdir(records)).sort().reverse();

    const text = await readFile(join(records, edited), 'utf8');
    await writeFile(join(records, edited), `${text}\nSaid later, by hand.\n`);
    await frame.locator('.entry .note', { hasText: 'Said later, by hand.' }).waitFor();

    await rm(join(records, gone));
    await frame.locator('.count', { hasText: '7' }).waitFor();

    const added = (await readFile(join(records, note), 'utf8')).replace(/^id: .*$/m, 'id: by-hand');
    await writeFile(join(records, note.replace(/-[^-]*$/, '-by-hand.md')), added);
    await frame.locator('.count', { hasText: '8' }).waitFor();

    await writeFile(join(records, 'broken.md'), 'no record');
    await frame.locator('.notice', { hasText: 'broken.md' }).waitFor();
  });
});
