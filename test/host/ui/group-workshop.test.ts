import assert from 'node:assert/strict';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Workbench } from '../harness/open-workbench';
import { PanelPage } from './support/panel-page';
import { QuickInput, save } from './support/quick-input';
import { folderOfSharedWindow } from './support/shared-window';

const NAME = 'street-bakery.purpose.md';
const BEFORE = 'We bake bread for sailors.';
const FIRST = 'We teach sailors to bake bread.';
const SECOND = 'We bake with each crew before it sails.';
const THIRD = 'We lend an oven to every crew.';
const SAID: Readonly<Record<string, string>> = {
  Dan: 'We keep one oven warm all night.',
  Eva: 'Nobody sails hungry from our quay.',
};
const VOTES = [
  ['Ana', FIRST],
  ['Bo', FIRST],
  ['Caro', THIRD],
  ['Dan', FIRST],
  ['Eva', SECOND],
] as const;
const BEGUN = `# Street bakery

## Purpose

> ${BEFORE}

## Voices

### Ana

> We bake.

### Bo

> We teach baking.

### Caro

> We lend our oven.

## Candidates

### Candidate 1

> ${FIRST}

- votes:

### Candidate 2

> ${SECOND}

- votes:
`;

const openFolder = folderOfSharedWindow('workshop', (folder) => writeFile(join(folder, NAME), BEGUN));

describe('a workshop of five people at one keyboard', () => {
  let workbench: Workbench;
  before(async () => {
    workbench = await openFolder();
  });

  it('keeps every voice, vote and wording where it belongs', async () => {
    const { page, workspace } = workbench;
    const quick = new QuickInput(page);
    const path = join(workspace, NAME);
    await workbench.openFile(NAME);
    // A command that is still at work must not meet the palette of the next one.
    const isWritten = (words: string) =>
      page
        .locator('.view-line', { hasText: new RegExp(words.replaceAll(' ', '\\s')) })
        .first()
        .waitFor();

    for (const [name, words] of Object.entries(SAID)) {
      await workbench.runCommand('Purpose: Add a Voice…');
      await quick.pick('Who speaks?', 'Another person');
      await quick.says('The name, as the others know it.');
      await quick.answer('Who speaks?', name);
      await quick.answer(`What does ${name} say?`, words);
      await isWritten(words);
    }
    await workbench.runCommand('Purpose: Add a Candidate…');
    await quick.answer('Which sentence should be a candidate?', THIRD);
    await isWritten(THIRD);
    for (const [name, candidate] of VOTES) {
      await workbench.runCommand('Purpose: Vote for a Candidate');
      await quick.pick('Which one do you vote for?', candidate);
      await quick.pick('Who votes?', name);
    }
    await page.locator('.codelens-decoration', { hasText: '1 vote: Eva' }).waitFor({ state: 'attached' });
    await save(page);
    const panel = await PanelPage.open(workbench, NAME);
    await panel.newest('First', 'not recorded', 1);
    for (const [at, candidate] of [FIRST, SECOND].entries()) {
      await workbench.runCommand('Purpose: Adopt Candidate');
      await quick.pick('Which one do you adopt?', candidate);
      await panel.newest('Adopted', '', at + 2);
    }

    await workbench.runCommand('Purpose: Note How It Fits…');
    await quick.pick('How does it fit?', 'Fits');
    await quick.asked('How does it fit? Fits');
    await quick.widget.locator('[aria-label*="Sign for somebody else"]').click();
    await quick.pick('Sign for', 'Caro');
    await quick.answer('(signed by Caro)', 'My crew says so.');

    await panel.newest('Fits', 'My crew says so.', 4);
    assert.deepEqual(await panel.kinds(), ['Fits', 'Adopted', 'Adopted', 'First']);

    const text = await readFile(path, 'utf8');
    const voices = { Ana: 'We bake.', Bo: 'We teach baking.', Caro: 'We lend our oven.', ...SAID };
    for (const [name, words] of Object.entries(voices))
      assert.ok(text.includes(`### ${name}\n\n> ${words}\n`), text);
    for (const [words, votes] of [
      [FIRST, 'Ana, Bo, Dan'],
      [SECOND, 'Eva'],
      [THIRD, 'Caro'],
    ] as const)
      assert.ok(text.includes(`> ${words}\n\n- votes: ${votes}\n`), text);
    assert.match(text, new RegExp(`## Purpose\\n\\n> ${SECOND}\\n`));

    const folder = join(workspace, '.purpose', 'street-bakery');
    const names = (await readdir(folder)).filter((name) => name.endsWith('.md'));
    const records = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
    const has = (...parts: readonly string[]) =>
      records.filter((record) => parts.every((part) => record.includes(part))).length;
    assert.equal(records.length, 4, records.join('\n'));
    assert.equal(has('found: file', `> ${BEFORE}`), 1);
    assert.equal(has('type: adopt', `> ${FIRST}`, 'Votes: Ana, Bo, Dan'), 1);
    assert.equal(has('type: adopt', `> ${SECOND}`, 'Votes: Eva'), 1);
    assert.equal(has('type: note', 'author: Caro', 'fit: fits', `> ${SECOND}`, 'My crew says so.'), 1);
  });
});
