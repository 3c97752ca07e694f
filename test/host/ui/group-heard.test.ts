import assert from 'node:assert/strict';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Workbench } from '../harness/open-workbench';
import { QuickInput } from './support/quick-input';
import { folderOfSharedWindow } from './support/shared-window';

const OTHERS = 'We fix up bikes together.';

const round = new Date().toISOString().slice(0, 7);

const openFolder = folderOfSharedWindow('heard', async (folder) => {
  const answers = join(folder, '.purpose', 'team', 'heard', round);
  await mkdir(answers, { recursive: true });
  await writeFile(
    join(folder, 'team.purpose.md'),
    '# Bicycle kitchen\n\n> We mend bicycles with teenagers so that they can get to work.\n',
  );
  const answer = `---\nversion: 1\ndate: ${round}-01\nname: "Zed"\n---\n\n${OTHERS}\n`;
  await writeFile(join(answers, '0001.md'), answer);
});

describe('what they heard', () => {
  let workbench: Workbench;
  let quick: QuickInput;
  const heard = () => join(workbench.workspace, '.purpose', 'team', 'heard', round);

  before(async () => {
    workbench = await openFolder();
    quick = new QuickInput(workbench.page);
  });

  it('is asked behind a page without the statement, and other answers stay folded after it', async () => {
    const { page } = workbench;
    const shown = page
      .frameLocator('iframe.webview.ready[src*="extensionId=purpose-md.purpose-md"]')
      .frameLocator('iframe#active-frame');
    await workbench.openFile('team.purpose.md');
    await workbench.runCommand('Purpose: Ask What They Heard…');
    await quick.asked('What they heard');
    await shown.locator('h1', { hasText: 'What is Bicycle kitchen for?' }).waitFor();
    const waiting = (await shown.locator('main').textContent()) ?? '';
    assert.match(waiting, /1 person has answered\./);
    assert.ok(!waiting.includes('mend') && !waiting.includes(OTHERS), waiting);
    await quick.pick('What they heard', 'Without a name');
    await quick.answer('From memory', 'We teach teenagers to repair bicycles.');
    await shown.locator('h1', { hasText: 'What was heard of Bicycle kitchen' }).waitFor();
    const cells = await shown.locator('tbody tr').first().textContent();
    assert.match(cells ?? '', /1 of 2/);
    await shown.locator('summary', { hasText: 'What people wrote (2)' }).waitFor();
    assert.equal(await shown.locator('details li', { hasText: OTHERS }).isVisible(), false);
    const names = await readdir(heard());
    assert.equal(names.length, 2);
    const own = names.find((name) => name !== '0001.md') ?? '';
    const written = await readFile(join(heard(), own), 'utf8');
    assert.match(written, /\nWe teach teenagers to repair bicycles\.\n$/);
    assert.ok(!written.includes('name:'), written);
  });

  it('keeps nothing when it is left', async () => {
    await workbench.openFile('team.purpose.md');
    const before = await readdir(heard());
    await workbench.runCommand('Purpose: Ask What They Heard…');
    await quick.asked('What they heard');
    await quick.escape();
    assert.deepEqual(await readdir(heard()), before);
  });
});
