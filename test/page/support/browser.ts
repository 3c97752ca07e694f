import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { findChromium, launchChromium } from '../../host/harness/chromium';

let browser: Promise<Browser> | undefined;

/** The pages of the running case, and the errors that they reported. */
const open = new Set<{ page: Page; errors: string[] }>();

/**
 * A fresh page in the one browser of this process. It is closed after the case, which fails if the page reports an
 * error.
 */
export async function blankPage(viewport = { width: 1280, height: 800 }): Promise<Page> {
  browser ??= findChromium().then(launchChromium);
  const page = await (await browser).newPage({ viewport, reducedMotion: 'reduce' });
  const errors: string[] = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  open.add({ page, errors });
  return page;
}

afterEach(async () => {
  const errors = [...open].flatMap((one) => one.errors);
  for (const { page } of open) await page.close();
  open.clear();
  if (errors.length > 0) throw new Error(`The page reports errors:\n${errors.join('\n')}`);
});

after(async () => {
  await (await browser)?.close();
  browser = undefined;
});

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Violations that axe finds in the element `selector`, one line each. */
export async function axeFinds(page: Pick<Page, 'evaluate'>, selector: string): Promise<string[]> {
  await page.evaluate(axe);
  const { violations } = await page.evaluate<{
    violations: readonly { id: string; nodes: readonly { html: string }[] }[];
  }>(`axe.run(document.querySelector(${JSON.stringify(selector)}))`);
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join('; ')}`);
}
