import assert from 'node:assert/strict';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openWorkbench } from '../harness/open-workbench';
import { purposeWithMany } from '../support/purpose-with-history';

it('the panel Refinement history follows records that are edited, added and deleted by hand, and keeps its place', async () => {
  const source = await purposeWithMany(100);
  const workbench = await openWorkbench({ workspace: source.path });
  try {
    await workbench.openFile('team.purpose.md');
    await workbench.runCommand('Purpose: Show Refinement History');
    const frame = await workbench.webview();
    await frame.locator('.count', { hasText: '100' }).waitFor();
    const folder = join(workbench.workspace, '.purpose/team');
    const newest = (await readdir(folder)).sort().reverse();
    const [note = '', , , edited = '', gone = ''] = newest;

    await frame.locator('.head').nth(20).click();
    await frame.evaluate('document.documentElement.scrollTop = 400');
    // The same element afterwards: what did not change was not drawn anew.
    await frame.evaluate("document.querySelectorAll('.entry')[20].dataset.mark = 'same'");
    const place = await frame.evaluate<number>('document.documentElement.scrollTop');
    assert.ok(place > 0);

    const text = await readFile(join(folder, edited), 'utf8');
    await writeFile(join(folder, edited), `${text}\nSaid later, by hand.\n`);
    await frame.locator('.entry .note', { hasText: 'Said later, by hand.' }).waitFor();

    await rm(join(folder, gone));
    await frame.locator('.count', { hasText: '99' }).waitFor();

    const added = (await readFile(join(folder, note), 'utf8')).replace(/^id: .*$/m, 'id: by-hand');
    await writeFile(join(folder, note.replace(/-[^-]*$/, '-by-hand.md')), added);
    await frame.locator('.count', { hasText: '100' }).waitFor();

    await writeFile(join(folder, 'broken.md'), 'no record');
    await frame.locator('.notice', { hasText: 'broken.md' }).waitFor();

    assert.equal(await frame.locator('[data-mark=same]').count(), 1);
    assert.equal(await frame.locator('[data-mark=same] .head').getAttribute('aria-expanded'), 'true');
    // What comes above it moves the page's content, and the browser holds what is in sight where it is.
    assert.ok((await frame.evaluate<number>('document.documentElement.scrollTop')) > 0);
  } finally {
    await workbench.close();
    await source.remove();
  }
}).timeout(120_000);
