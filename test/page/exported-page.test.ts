import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pictureHtml } from '../../src/editor/export/picture-html';
import { gatherPage } from '../../src/export/gather-page';
import { exportHtml } from '../../src/export/html-page';
import { exportSvg } from '../../src/export/picture';
import { parsePurpose } from '../../src/statement/document';
import { examples } from '../host/harness/paths';
import { axeFinds, blankPage } from './support/browser';

describe('the exported page', () => {
  for (const colorScheme of ['light', 'dark'] as const) {
    it(`passes axe, ${colorScheme}`, async () => {
      const path = join(examples, 'harbour/harbour.purpose.md');
      const story = {
        entries: [{ date: '2026-11-01T10:00:00Z', author: 'Zoë', kind: 'Trimmed', note: 'Shorter.' }],
        skipped: 0,
      };
      const content = gatherPage(parsePurpose(await readFile(path, 'utf8')), path, story, new Date(0));
      assert.ok(content);
      const page = await blankPage();
      await page.emulateMedia({ colorScheme });
      await page.setContent(exportHtml(content));
      assert.deepEqual(await axeFinds(page, 'html'), []);
    });
  }
});

describe('the page of an exported picture', () => {
  it('draws the picture as PNG, to save or to copy, under its own policy', async () => {
    const path = join(examples, 'harbour/harbour.purpose.md');
    const content = gatherPage(
      parsePurpose(await readFile(path, 'utf8')),
      path,
      { entries: [], skipped: 0 },
      new Date(0),
    );
    assert.ok(content);
    const html = pictureHtml(exportSvg(content), 'Harbour <office>');
    const page = await blankPage();
    const origin = 'https://preview.test';
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'], { origin });
    let receive = (_message: unknown) => {};
    await page.exposeFunction('said', (message: unknown) => receive(message));
    await page.addInitScript('window.acquireVsCodeApi = () => ({ postMessage: window.said });');
    const saidAfter = async (button: string): Promise<unknown> => {
      const said = new Promise<unknown>((resolve) => {
        receive = resolve;
      });
      await page.getByRole('button', { name: button }).click();
      return said;
    };
    await page.route(`${origin}/**`, (route) => route.fulfill({ contentType: 'text/html', body: html }));
    await page.goto(`${origin}/`);
    assert.equal(await page.title(), 'Harbour <office>');
    const saved = (await saidAfter('Save as PNG')) as { png: string };
    const bytes = Buffer.from(saved.png, 'base64');
    assert.equal(bytes.subarray(1, 4).toString(), 'PNG');
    const svg = page.locator('svg');
    const size = [await svg.getAttribute('width'), await svg.getAttribute('height')].map(Number);
    // The header of a PNG holds its size: twice that of the picture.
    assert.deepEqual(
      [bytes.readUInt32BE(16), bytes.readUInt32BE(20)],
      size.map((length) => length * 2),
    );
    assert.deepEqual(await saidAfter('Copy as Image'), { copied: true });
    assert.deepEqual(await axeFinds(page, 'html'), []);
  });
});
