import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Frame } from 'playwright-core';
import type { Workbench } from '../../harness/open-workbench';

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds, as far as a case tells it. */
interface Found {
  readonly violations: readonly {
    readonly id: string;
    readonly nodes: readonly { readonly html: string }[];
  }[];
}

/** What axe finds wrong in the panel, a line each. */
export async function axeFinds(frame: Frame): Promise<string[]> {
  await frame.evaluate(axe);
  const { violations } = await frame.evaluate<Found>("axe.run(document.querySelector('main'))");
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join('; ')}`);
}

/** Whether the panel scrolls sideways. */
export function overflows(frame: Frame): Promise<boolean> {
  return frame.evaluate<boolean>(
    'document.documentElement.scrollWidth > document.documentElement.clientWidth',
  );
}

/** Draws the edge of the side bar until the panel is so many pixels wide. */
export async function widen({ page }: Workbench, frame: Frame, wanted: number): Promise<void> {
  for (let tries = 0; tries < 4; tries++) {
    const width = await frame.evaluate<number>('innerWidth');
    if (Math.abs(width - wanted) <= 2) return;
    const part = await page.locator('.part.sidebar').boundingBox();
    assert.ok(part);
    const edge = part.x + part.width;
    await page.mouse.move(edge, 500);
    await page.mouse.down();
    await page.mouse.move(edge + wanted - width, 500, { steps: 4 });
    await page.mouse.up();
    await page.mouse.move(edge + 200, 300);
  }
  assert.fail(`The panel cannot be made ${wanted} pixels wide.`);
}
