import type { Frame } from 'playwright-core';
import { openWorkbench, type Workbench } from '../../host/harness/open-workbench';
import { median } from './core';

/** The longest frame delays of the panel in ms, and how many exceeded 50 ms. */
export interface Smoothness {
  readonly entries: number;
  readonly scroll: { readonly longest: number; readonly pauses: number };
  readonly filter: { readonly longest: number; readonly pauses: number };
}

/** From the command to the first entry on screen, in ms of wall time; the panel is reopened each time. */
export async function measureFirstEntries(workspace: string, rounds: number): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const workbench = await openWorkbench({ workspace });
    try {
      await openPurpose(workbench);
      times.push(await timedOpening(workbench));
    } finally {
      await workbench.close();
    }
  }
  return median(times);
}

/** Scrolls through the timeline and changes its filter; the page itself reports each long frame. */
export async function measureSmoothness(workspace: string): Promise<Smoothness> {
  const workbench = await openWorkbench({ workspace });
  try {
    await openPurpose(workbench);
    const frame = await open(workbench);
    const entries = Number(/\d+/.exec((await frame.locator('.count').textContent()) ?? '')?.[0]);
    const filter = await watched(frame, async () => {
      for (const kind of ['notes', 'changes', 'hurts', 'all', 'other', 'all']) {
        await frame.locator('#filter').selectOption(kind);
        await twoFrames(frame);
      }
    });
    const scroll = await watched(frame, async () => {
      await frame.locator('.entry').first().hover();
      const drawn = () => frame.locator('.entry').count();
      for (let turn = 0; turn < 400 && (await drawn()) < entries; turn++) {
        await workbench.page.mouse.wheel(0, 2000);
        await twoFrames(frame);
      }
      if ((await drawn()) < entries)
        throw new Error(`Scrolled to ${await drawn()} of ${entries} entries only.`);
      for (let turn = 0; turn < 40; turn++) {
        await workbench.page.mouse.wheel(0, -4000);
        await twoFrames(frame);
      }
    });
    return { entries, filter, scroll };
  } finally {
    await workbench.close();
  }
}

/** Opens the purpose file from the tree, and waits until the extension shows its findings. */
async function openPurpose({ page }: Workbench): Promise<void> {
  await page.getByRole('treeitem', { name: 'team.purpose.md' }).first().click();
  await page.locator('.codelens-decoration', { hasText: 'Note the fit' }).first().waitFor();
}

async function open(workbench: Workbench): Promise<Frame> {
  await workbench.runCommand('Purpose: Show Refinement History');
  const frame = await workbench.webview();
  await frame.locator('.entry').first().waitFor();
  return frame;
}

/** Tasks of the page longer than 50 ms are what a browser calls long (W3C Long Tasks). */
async function watched(
  frame: Frame,
  task: () => Promise<void>,
): Promise<{ longest: number; pauses: number }> {
  await frame.evaluate(`
    globalThis.longTasks = [];
    globalThis.longTaskObserver = new PerformanceObserver((list) =>
      globalThis.longTasks.push(...list.getEntries().map(({ duration }) => duration)));
    globalThis.longTaskObserver.observe({ type: 'longtask' });
  `);
  await task();
  const found = await frame.evaluate<number[]>(`(() => {
    const rest = globalThis.longTaskObserver.takeRecords().map(({ duration }) => duration);
    globalThis.longTaskObserver.disconnect();
    return [...globalThis.longTasks, ...rest];
  })()`);
  return { longest: Math.max(0, ...found), pauses: found.length };
}

function twoFrames(frame: Frame): Promise<unknown> {
  return frame.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))');
}

/** Starts the clock with the user's key press in the command palette. */
async function timedOpening(workbench: Workbench): Promise<number> {
  const { page } = workbench;
  await page.keyboard.press('F1');
  await page.locator('.quick-input-widget input').first().fill('>Purpose: Show Refinement History');
  const row = page
    .locator('.quick-input-list .monaco-list-row', { hasText: 'Show Refinement History' })
    .first();
  await row.waitFor();
  const begin = performance.now();
  await row.click();
  const frame = await workbench.webview();
  await frame.locator('.entry').first().waitFor();
  return performance.now() - begin;
}
