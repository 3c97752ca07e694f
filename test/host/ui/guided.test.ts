import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openWorkbench, type Workbench } from '../harness/open-workbench';
import { QuickInput, save } from './support/quick-input';
import { writtenRecords } from './support/records';

const find = 'Purpose: Find Your Purpose…';
const begin = 'Find your purpose: what do you begin with?';

describe('a newcomer in an empty folder, by keyboard', () => {
  let workbench: Workbench;
  let quick: QuickInput;
  before(async () => {
    workbench = await openWorkbench();
    quick = new QuickInput(workbench.page);
  });
  after(() => workbench?.close());

  it('gets from Find Your Purpose… to a written, linted, recorded, shared purpose', async () => {
    await workbench.runCommand(find);
    await quick.pick(begin, 'Help me choose');
    await quick.pick('Who is the purpose for?', 'For a team');
    await quick.asked('which one is nearest?');
    await quick.back();
    await quick.asked('Who is the purpose for?');
    await quick.back();
    await quick.pick(begin, 'To … so that …');
    // Skipped, so it stays open in the file.
    await quick.answer('On which day did it work?', '');
    await quick.type('What did you give, and to whom?', 'lend many tools to cyclists in Leith');
    await quick.says(/“many”: .*How many/);
    await quick.answer('What did you give, and to whom?', 'lend 40 tools to cyclists in Leith');
    await quick.type('What happens because of that?', 'they mend their own bikes');
    // The sentence from the answers so far.
    await quick.says(/So far: “To lend 40 tools to cyclists in Leith, so that they mend their own bikes\.”/);
    await quick.back();
    await quick.asked('What did you give, and to whom?');
    assert.equal(await quick.value(), 'lend 40 tools to cyclists in Leith');
    await workbench.page.keyboard.press('Enter');
    await quick.asked('What happens because of that?');
    assert.equal(await quick.value(), 'they mend their own bikes');
    await workbench.page.keyboard.press('Enter');
    await quick.answer('What is it called?', 'Bicycle kitchen');
    await quick.asked('Where should it live?');
    assert.equal(await quick.value(), 'bicycle-kitchen');
    await workbench.page.keyboard.press('Enter');

    const { page, workspace } = workbench;
    await page.locator('.tab.active[data-resource-name="bicycle-kitchen.purpose.md"]').waitFor();
    // The first open blank is selected, so that typing replaces it.
    await page.locator('.statusbar-item', { hasText: '(29 selected)' }).waitFor();
    await page.keyboard.type('Ruth came in with a flat tyre.');
    await page.locator('.view-line', { hasText: 'Ruth came in with a flat tyre.' }).waitFor();
    await save(page);
    assert.equal(
      await readFile(join(workspace, 'bicycle-kitchen.purpose.md'), 'utf8'),
      [
        '---\nstatus: draft\n---\n\n# Bicycle kitchen\n',
        '> To lend 40 tools to cyclists in Leith, so that they mend their own bikes.\n',
        '## A story that shows it\n\nRuth came in with a flat tyre.\n',
      ].join('\n'),
    );
    const [record, ...more] = await writtenRecords(join(workspace, '.purpose', 'bicycle-kitchen'));
    assert.match(record ?? '', /> To lend 40 tools to cyclists in Leith/);
    assert.deepEqual(more, []);

    await workbench.runCommand('Purpose: Share Into File…');
    await quick.pick('Share into a file (1/2)', 'a new file');
    await quick.pick('Share into a file (2/2)', 'Quote');
    await page.locator('.tab.active[data-resource-name="README.md"]').waitFor();
    await page.locator('.view-line', { hasText: 'purpose:begin bicycle-kitchen.purpose.md' }).waitFor();
    await save(page);
    assert.match(await readFile(join(workspace, 'README.md'), 'utf8'), /^> To lend 40 tools to cyclists/m);
  });

  it('can be left at any step without losing a word, and continues with the draft', async () => {
    await workbench.runCommand(find);
    await quick.pick(begin, 'Personal purpose');
    await workbench.page.locator('.quick-input-titlebar', { hasText: '1/' }).waitFor();
    await workbench.page.keyboard.type('Maya’s');
    await workbench.page.keyboard.press('Enter');
    await workbench.page.locator('.quick-input-titlebar', { hasText: '2/' }).waitFor();
    await workbench.page.keyboard.type('half an answ');
    await quick.escape();
    await workbench.page.locator('.statusbar-item', { hasText: 'kept as a draft' }).waitFor();

    await workbench.runCommand(find);
    await quick.pick(begin, 'Go on with your draft: Personal purpose');
    await workbench.page.locator('.quick-input-titlebar', { hasText: '2/' }).waitFor();
    assert.equal(await quick.value(), 'half an answ');
    await quick.back();
    await workbench.page.locator('.quick-input-titlebar', { hasText: '1/' }).waitFor();
    assert.equal(await quick.value(), 'Maya’s');
    await quick.escape();
  });

  it('looks at a purpose again and has it changed as one', async () => {
    const { page, workspace } = workbench;
    await writeFile(
      join(workspace, 'choir.purpose.md'),
      '# Choir\n\n> We sing for the ward\n> on Sundays.\n\n## Who it serves\n\nPatients.\n',
    );
    await workbench.openFile('choir.purpose.md');
    await workbench.runCommand('Purpose: Rediscover…');
    await quick.pick('Do you still go by this name?', 'Still fits');
    await quick.pick('Read the statement aloud.', 'Pinches…');
    await quick.answer('what pinches?', 'we sing on Tuesdays, too');
    await quick.asked('How would you say it today?');
    assert.equal(await quick.value(), 'We sing for the ward on Sundays.');
    await quick.answer('How would you say it today?', 'We sing for the ward on Sundays and Tuesdays.');
    await quick.pick('“Who it serves”: does it still fit?', 'Still fits');
    await page.locator('.view-line', { hasText: 'on Sundays and Tuesdays.' }).waitFor();
    await save(page);
    assert.equal(
      await readFile(join(workspace, 'choir.purpose.md'), 'utf8'),
      '# Choir\n\n> We sing for the ward\n> on Sundays and Tuesdays.\n\n## Who it serves\n\nPatients.\n',
    );
    const folder = join(workspace, '.purpose', 'choir');
    const notes = await writtenRecords(folder, '-note-');
    assert.equal(notes.length, 1);
    assert.match(notes[0] ?? '', /Statement: we sing on Tuesdays, too/);
  });
});
