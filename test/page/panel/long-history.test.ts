import assert from 'node:assert/strict';
import { DOCUMENT, type Entries, historyMessage, manyEntries, messages } from '../support/panel-messages';
import { PanelPage } from '../support/panel-page';

/** An entry far down, which the cases scroll to. */
const SEEN = '51 bicycles';

/** Distance from the window's upper edge to the head of the open entry, in CSS pixels. */
async function top({ page }: PanelPage): Promise<number> {
  return page.evaluate<number>(
    `new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(() =>
      resolve(document.querySelector('.entry.open').getBoundingClientRect().top)))))`,
  );
}

async function stillAt(panel: PanelPage, before: number): Promise<void> {
  await panel.locator('.entry.open', { hasText: SEEN }).waitFor();
  const now = await top(panel);
  assert.ok(Math.abs(now - before) < 4, `The entry was at ${before}, and is at ${now} pixels.`);
}

describe('a long history', () => {
  let hundred: Entries;
  let thousand: Entries;
  before(async () => {
    hundred = await manyEntries(100);
    thousand = await manyEntries(1000);
  });

  /** The panel with one entry open, far down. */
  async function openAtSeen(): Promise<PanelPage> {
    const panel = await PanelPage.open();
    await panel.send(historyMessage(hundred.slice(1)), messages.idle());
    await panel.locator('.count', { hasText: '99' }).waitFor();
    const seen = panel.locator('.entry', { hasText: SEEN }).first();
    while ((await seen.count()) === 0) await panel.page.keyboard.press('End');
    await seen.locator('.head').click();
    await panel.locator('.entry.open').waitFor();
    return panel;
  }

  it('renders no more of 1,000 entries than of 100 until the user scrolls there', async () => {
    const drawn: number[] = [];
    for (const entries of [hundred, thousand]) {
      const panel = await PanelPage.open();
      await panel.send(historyMessage(entries), messages.idle());
      await panel.locator('.count', { hasText: String(entries.length) }).waitFor();
      drawn.push(await panel.entries.count());
      await panel.locator('#filter').selectOption('notes');
      const count = entries.length;
      assert.equal(await panel.locator('[role=status]').textContent(), `${count / 10} of ${count}`);
      await panel.locator('#filter').selectOption('all');
      await panel.locator('.head').first().focus();
      await panel.page.keyboard.press('End');
      assert.match(await panel.focusedText(), /^First|^Tuck|^As it was/);
      assert.equal(await panel.entries.count(), count);
    }
    assert.equal(drawn[1], drawn[0]);
  });

  it('keeps its place when an entry arrives', async () => {
    const panel = await openAtSeen();
    const before = await top(panel);
    await panel.send(historyMessage(hundred, { known: hundred.slice(1) }), messages.idle());
    await panel.locator('.count', { hasText: '100' }).waitFor();
    await stillAt(panel, before);
  });

  it('keeps its place when it is hidden, and behind another purpose', async () => {
    const panel = await openAtSeen();
    const before = await top(panel);
    const other = historyMessage(hundred.slice(90), {
      document: '/work/other.purpose.md',
      name: 'other.purpose.md',
    });
    await panel.send(other);
    await panel.locator('h1', { hasText: 'other.purpose.md' }).waitFor();
    await panel.send(historyMessage(hundred.slice(1)), messages.idle());
    await stillAt(panel, before);
    const again = await PanelPage.open({ state: await panel.kept() });
    await again.send(historyMessage(hundred.slice(1)), messages.idle());
    await stillAt(again, before);
  });

  it('requests older commits when scrolled to its end, stops on request and continues on request', async () => {
    const panel = await PanelPage.open();
    await panel.send(historyMessage(hundred.slice(0, 20), { older: 'more' }), messages.progress(3, 80));
    await panel.page.getByRole('button', { name: 'Stop' }).click();
    await panel.posts({ type: 'cancel', document: DOCUMENT });
    assert.equal(await panel.locator('progress').getAttribute('value'), '3');
    await panel.send(messages.idle());
    await panel.locator('progress').waitFor({ state: 'detached' });
    // After Stop, only the button continues, not scrolling.
    await panel.locator('.head').first().focus();
    await panel.page.keyboard.press('End');
    await panel.page.getByRole('button', { name: 'Look further back' }).click();
    await panel.posts({ type: 'more', document: DOCUMENT });
  });
});
