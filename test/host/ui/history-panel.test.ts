import assert from 'node:assert/strict';
import type { Frame } from 'playwright-core';
import { openWorkbench, type Theme, themes, type Workbench } from '../harness/open-workbench';
import { HOSTILE, NOW, OLD, purposeWithHistory, purposeWithMany } from '../support/purpose-with-history';
import { axeFinds, overflows, widen } from './support/panel-looks';

async function openPanel(workbench: Workbench): Promise<Frame> {
  await workbench.openFile('team.purpose.md');
  await workbench.runCommand('Purpose: Show Refinement History');
  const frame = await workbench.webview();
  await frame.locator('.entry').first().waitFor();
  return frame;
}

/** What has the focus inside the panel, in a few words. */
function focused(frame: Frame): Promise<string> {
  return frame.evaluate<string>(`(() => {
    const element = document.activeElement;
    if (!element || element === document.body) return 'nothing';
    return element.getAttribute('role') ?? (element.className || element.localName);
  })()`);
}

describe('the panel Refinement history', () => {
  let folder: Awaited<ReturnType<typeof purposeWithHistory>>;
  let workbench: Workbench;
  let frame: Frame;

  before(async () => {
    folder = await purposeWithHistory();
    workbench = await openWorkbench({ workspace: folder.path, width: 1280, height: 900 });
    await workbench.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    frame = await openPanel(workbench);
  });
  after(async () => {
    await workbench?.close();
    await folder?.remove();
  });

  it('shows the statement, what it was, and what people said of it', async () => {
    assert.equal(await frame.locator('.now').textContent(), NOW);
    const kinds = await frame.locator('.entry .kind').allTextContents();
    assert.deepEqual(kinds, [
      'Reaffirmed',
      'Pinches',
      'Extend',
      'Pivot',
      'Let go',
      'Pivot',
      'Too loose',
      'First',
    ]);
    assert.equal(
      await frame.locator('.entry').nth(2).locator('ins').first().textContent(),
      ', so that they ride to school',
    );
  });

  it('takes no wording for markup', async () => {
    await frame.getByText('<img src=x onerror=alert(1)>').first().waitFor();
    const shown = await frame.locator('.entry .statement').allTextContents();
    assert.ok(
      shown.some((text) => text.includes(HOSTILE)),
      shown.join('\n'),
    );
    assert.equal(await frame.locator('main img, main script, main b').count(), 0);
    assert.equal(await frame.locator('.author', { hasText: 'Ben <b>Okafor</b>' }).count(), 1);
  });

  it('can be walked through by keyboard alone', async () => {
    const { page } = workbench;
    await frame.locator('h1 button').focus();
    const walked = [await focused(frame)];
    while (walked.at(-1) !== 'head' && walked.length < 15) {
      await page.keyboard.press('Tab');
      walked.push(await focused(frame));
    }
    assert.deepEqual(walked, [
      ...['link', 'action primary', 'action', 'action', 'slider', 'slider', 'slider'],
      ...['summary', 'select', 'head'],
    ]);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    assert.match((await frame.locator(':focus').textContent()) ?? '', /^Extend/);
    await page.keyboard.press('Enter');
    assert.equal(await frame.locator(':focus').getAttribute('aria-expanded'), 'true');
    await page.keyboard.press('Tab');
    assert.equal(await frame.locator(':focus').textContent(), 'Compare with before');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Enter');
    assert.equal(await frame.locator('.entry .actions').count(), 0);
  });

  it('reads the trend lines out point by point, and leads to their entries', async () => {
    const { page } = workbench;
    for (const name of ['Reading grade over time', 'Vague per 100 over time'])
      assert.equal(await frame.getByRole('slider', { name, exact: true }).count(), 1);
    const slider = frame.getByRole('slider', { name: 'Words over time', exact: true });
    await slider.focus();
    assert.equal(await slider.getAttribute('aria-valuenow'), '4');
    await page.keyboard.press('Home');
    assert.equal(await slider.getAttribute('aria-valuenow'), '1');
    assert.equal(await slider.getAttribute('aria-valuetext'), '8');
    assert.match(
      (await frame.locator('[aria-live=polite]').textContent()) ?? '',
      /2025: First by Ada Birch$/,
    );
    await page.keyboard.press('Enter');
    assert.match((await frame.locator(':focus').textContent()) ?? '', /^First/);
    await frame.locator('summary').press('Enter');
    await frame.locator('tbody tr').first().waitFor();
    assert.equal(await frame.locator('tbody tr').count(), 4);
    await frame.locator('summary').press('Enter');
  });

  it('offers each action of an entry to the keyboard, and what is pressed has the focus still', async () => {
    const { page } = workbench;
    const entry = frame.locator('.entry').nth(5);
    await entry.locator('.head').focus();
    await page.keyboard.press('Enter');
    const names: string[] = [];
    while (names.at(-1) !== 'Copy' && names.length < 8) {
      await page.keyboard.press('Tab');
      names.push((await entry.locator('.more :focus').textContent()) ?? '');
    }
    assert.deepEqual(names, ['Compare with now', 'Compare with before', 'Restore', 'Add a note…', 'Copy']);
    await page.keyboard.press('Enter');
    await frame.locator('[role=status]', { hasText: 'Copied.' }).waitFor();
    assert.equal(await frame.locator(':focus').textContent(), 'Copy');
    await entry.locator('.head').focus();
    await page.keyboard.press('Enter');
  });

  it('is narrowed by keyboard', async () => {
    const { page } = workbench;
    await frame.locator('#filter').focus();
    await page.keyboard.type('Reaff');
    await frame.locator('[role=status]', { hasText: '1 of 8' }).waitFor();
    assert.deepEqual(await frame.locator('.entry .kind').allTextContents(), ['Reaffirmed']);
    await page.keyboard.press('Home');
    await frame.locator('.count', { hasText: '8 entries' }).waitFor();
  });

  it('shows what one asks for only, and says how much that is', async () => {
    await frame.locator('#filter').selectOption('notes');
    assert.deepEqual(await frame.locator('.entry .kind').allTextContents(), ['Pinches', 'Too loose']);
    assert.equal(await frame.locator('[role=status]').textContent(), '2 of 8');
    await frame.locator('#filter').selectOption('all');
    assert.equal(await frame.locator('.entry').count(), 8);
  });

  it('restores a wording as an edit that undo takes back', async () => {
    const { page } = workbench;
    const first = frame.locator('.entry').last();
    if ((await first.locator('.head').getAttribute('aria-expanded')) !== 'true')
      await first.locator('.head').click();
    await first.getByRole('button', { name: 'Restore' }).click();
    const line = page.locator('.editor-instance .view-line');
    const text = (words: string) => line.filter({ hasText: new RegExp(words.replaceAll(' ', '\\s')) });
    await text(OLD.slice(0, 30)).waitFor();
    await frame.locator('.entry .badge', { hasText: 'not saved' }).waitFor();
    await page.keyboard.press('ControlOrMeta+Z');
    await text('with children in Leith').waitFor();
    await frame.locator('.entry .badge').waitFor({ state: 'detached' });
  });

  it('takes a note on how the purpose fits, and shows it', async () => {
    const { page } = workbench;
    await frame.getByRole('button', { name: 'Note how it fits…' }).click();
    await page.locator('.quick-input-list .monaco-list-row', { hasText: 'Too tight' }).click();
    await page.locator('.quick-input-widget input').first().fill('The parents want to help.');
    await page.keyboard.press('Enter');
    await frame.locator('.entry .note', { hasText: 'The parents want to help.' }).waitFor();
    assert.equal(await frame.locator('.entry .kind').first().textContent(), 'Too tight');
  });

  it('keeps its place when it is hidden', async () => {
    await frame.locator('#filter').selectOption('pivots');
    await workbench.runCommand('View: Show Explorer');
    await workbench.page.locator('iframe.webview.ready').waitFor({ state: 'hidden' });
    await workbench.runCommand('Purpose: Show Refinement History');
    frame = await workbench.webview();
    await frame.locator('.entry').first().waitFor();
    assert.equal(await frame.locator('#filter').inputValue(), 'pivots');
    await frame.locator('#filter').selectOption('all');
  });
});

for (const theme of Object.keys(themes) as Theme[]) {
  it(`the panel Refinement history passes axe, ${theme}, narrow and wide`, async () => {
    const folder = await purposeWithHistory();
    const workbench = await openWorkbench({ workspace: folder.path, theme, width: 1280, height: 900 });
    try {
      const frame = await openPanel(workbench);
      await frame.locator('.entry .head').nth(2).click();
      await frame.locator('summary').click();
      for (const width of [250, 600]) {
        await widen(workbench, frame, width);
        assert.deepEqual(await axeFinds(frame), []);
        assert.equal(await overflows(frame), false, `It scrolls sideways at ${width} pixels.`);
      }
    } finally {
      await workbench.close();
      await folder.remove();
    }
  });
}

it('the panel Refinement history draws no more of 1,000 entries than of 100 until one goes there', async () => {
  const drawn: number[] = [];
  for (const count of [100, 1000]) {
    const folder = await purposeWithMany(count);
    const workbench = await openWorkbench({ workspace: folder.path });
    try {
      const frame = await openPanel(workbench);
      await frame.locator('.count', { hasText: String(count) }).waitFor();
      drawn.push(await frame.locator('.entry').count());
      await frame.locator('#filter').selectOption('notes');
      assert.equal(await frame.locator('[role=status]').textContent(), `${count / 10} of ${count}`);
      await frame.locator('#filter').selectOption('all');
      await frame.locator('.head').first().focus();
      await workbench.page.keyboard.press('End');
      assert.match((await frame.locator(':focus').textContent()) ?? '', /^First|^Tuck|^As it was/);
      assert.equal(await frame.locator('.entry').count(), count);
    } finally {
      await workbench.close();
      await folder.remove();
    }
  }
  assert.equal(drawn[1], drawn[0]);
});
