import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openWorkbench, type Theme, themes, type Workbench } from '../harness/open-workbench';
import { examples } from '../harness/paths';

/** What contrast WCAG 2.2 asks of text (1.4.3, AA). */
const READABLE = 4.5;

/** These functions run in the page. */
declare const getComputedStyle: (
  element: unknown,
  pseudo?: string,
) => { readonly color: string; readonly backgroundColor: string; readonly content: string };
const colorOf = (element: unknown): string => getComputedStyle(element).color;
const backgroundOf = (element: unknown): string => getComputedStyle(element).backgroundColor;
/** The badge of a file stands behind its name, made by its style. */
const badgeOf = (element: unknown): string => getComputedStyle(element, '::after').content;

/** The relative luminance of a colour as a page computes it, `rgb(1, 2, 3)`, after WCAG 2.2. */
function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = (color.match(/[\d.]+/g) ?? []).map((written) => {
    const part = Number(written) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

for (const theme of Object.keys(themes) as Theme[]) {
  describe(`a statement in the theme ${theme}`, () => {
    let workbench: Workbench;
    before(async () => {
      workbench = await openWorkbench({ workspace: examples, theme });
    });
    after(() => workbench?.close());

    it('has who, what and change in colours of their own, each readable on its background', async () => {
      const { page } = workbench;
      await workbench.openFile('repair-cafe.purpose.md');
      const colored = page.locator('.view-lines [class*="TextEditorDecorationType"]');
      await colored.filter({ hasText: 'mend' }).first().waitFor();
      const colors = await colored.evaluateAll((spans) =>
        spans.map((span) => [span.textContent ?? '', getComputedStyle(span).color] as const),
      );
      const background: string = await page
        .locator('.editor-instance .monaco-editor-background')
        .first()
        .evaluate(backgroundOf);
      const plain: string = await page
        .locator('.view-line', { hasText: 'Nine people' })
        .locator('span span')
        .first()
        .evaluate(colorOf);
      const of = (words: string) =>
        colors.find(([text]) => text?.replaceAll('\u00a0', ' ').includes(words))?.[1];
      const parts = [of('neighbours'), of('mend'), of('go home')];
      assert.equal(new Set([...parts, plain]).size, 4, JSON.stringify(colors));
      for (const color of parts) {
        assert.ok(
          color !== undefined && contrast(color, background) >= READABLE,
          `${color} on ${background}`,
        );
      }
    });

    it('has a mark in the explorer when its review is due', async () => {
      const { page, workspace } = workbench;
      await writeFile(
        join(workspace, 'late.purpose.md'),
        '---\nreview: 2020-01-01\n---\nWe mend bicycles.\n',
      );
      const label = page
        .locator('.explorer-folders-view .monaco-list-row', { hasText: 'late.purpose.md' })
        .locator('.monaco-icon-label');
      const badge = (): Promise<string> => label.first().evaluate(badgeOf);
      const end = Date.now() + 20_000;
      while (!(await badge()).includes('↻') && Date.now() < end) await page.waitForTimeout(50);
      assert.match(await badge(), /↻/);
      const fine = page
        .locator('.explorer-folders-view .monaco-list-row', { hasText: 'maya.purpose.md' })
        .locator('.monaco-icon-label');
      assert.doesNotMatch(await fine.first().evaluate(badgeOf), /↻/);
    });
  });
}
