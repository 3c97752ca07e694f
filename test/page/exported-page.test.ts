import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gatherPage } from '../../src/export/gather';
import { exportHtml } from '../../src/export/page';
import { parsePurpose } from '../../src/statement/parse';
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
