import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openWorkbench, type Workbench } from '../harness/open-workbench';
import { QuickInput, save } from './support/quick-input';
import { writtenRecords } from './support/records';

describe('writing a purpose together, by keyboard', () => {
  let workbench: Workbench;
  before(async () => {
    workbench = await openWorkbench({ height: 1400 });
  });
  after(() => workbench?.close());

  it('goes from two voices to an adopted, recorded statement, undone as one', async () => {
    const { page, workspace } = workbench;
    const quick = new QuickInput(page);
    // It may be below the visible part of the window.
    const lens = (hasText: string) =>
      page.locator('.codelens-decoration', { hasText }).first().waitFor({ state: 'attached' });
    await writeFile(join(workspace, 'bakers.purpose.md'), '# Bakers\n\n> We bake bread for sailors.\n');
    await workbench.runCommand('Purpose: Co-create…');
    await quick.asked('which words do you start from?');
    // The first row is for typed sentences, the second is the purpose of the bakers.
    await quick.widget.locator('.monaco-list-row', { hasText: 'Bakers' }).waitFor();
    for (const key of ['ArrowDown', 'Space', 'ArrowDown', 'Space', 'Enter']) await page.keyboard.press(key);
    await quick.answer('What does the first of you say?', 'Bo: We teach many sailors to bake.');
    await quick.answer('Sentence 2', '');
    await quick.answer('Whose purpose is this?', 'Street bakery');
    await quick.asked('File name');
    assert.equal(await quick.value(), 'street-bakery');
    await page.keyboard.press('Enter');

    await page.locator('.tab.active[data-resource-name="street-bakery.purpose.md"]').waitFor();
    const path = join(workspace, 'street-bakery.purpose.md');
    const begun = await readFile(path, 'utf8');
    assert.match(
      begun,
      /### Bakers\n\n> We bake bread for sailors\.\n\n### Bo\n\n> We teach many sailors to bake\./,
    );
    assert.match(begun, /- sailors \(Bakers, Bo\)/);
    assert.match(begun, /### Candidate 2\n\n> We teach many sailors to bake\.\n\n- votes:/);

    await lens('6 words · 1 vague · no votes yet');
    await workbench.runCommand('Purpose: Vote for a Candidate');
    await quick.pick('Which one do you vote for?', 'We teach many sailors to bake.');
    await quick.pick('Who votes?', 'Another person');
    await quick.says('The name, as the others know it.');
    await quick.answer('Who votes?', 'Ana');
    await lens('1 vote: Ana');
    // The next vote asks again, and now offers Bo as a voice.
    await workbench.runCommand('Purpose: Vote for a Candidate');
    await quick.pick('Which one do you vote for?', 'We teach many sailors to bake.');
    await quick.pick('Who votes?', 'Bo');
    await lens('2 votes: Ana, Bo');
    await save(page);
    await workbench.runCommand('Purpose: Adopt Candidate');
    await quick.pick('Which one do you adopt?', 'We teach many sailors to bake.');
    await lens('Adopted');
    await page.locator('.tab.active:not(.dirty)').waitFor();

    const adopted = await readFile(path, 'utf8');
    assert.equal(
      adopted,
      begun
        .replace('> {{the purpose we adopt}}', '> We teach many sailors to bake.')
        .replace(/- votes:\n$/, '- votes: Ana, Bo\n'),
    );
    const [record = '', ...more] = await writtenRecords(join(workspace, '.purpose', 'street-bakery'));
    assert.deepEqual(more, []);
    assert.match(record, /^type: adopt$/m);
    assert.match(record, /^> We teach many sailors to bake\.$/m);
    assert.match(record, /Votes: Ana, Bo/);

    await page.locator('.editor-instance .view-lines').first().click();
    await page.keyboard.press('ControlOrMeta+Z');
    await page.locator('.view-line', { hasText: '{{the purpose we adopt}}' }).waitFor();
  });
});
