import assert from 'node:assert/strict';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Workbench } from '../../harness/open-workbench';
import type { BrowserHost } from '../../harness/page-setup';
import { PanelPage } from './panel-page';
import { QuickInput, save } from './quick-input';

const TEXT = `# Bikes

> We mend bicycles with *children* in Leith,
> so that they ride to school.

More about Leith.
`;
/** One for each case. */
const CASES = ['reaffirmed', 'noted', 'pinching', 'let-go', 'undone', 'begun-anew'];
const PLAIN = 'We mend bicycles with children in Leith, so that they ride to school.';

/** Writes a purpose for each case, and one to type in. */
export async function writeMoments(folder: string): Promise<void> {
  for (const name of [...CASES, 'typed']) await writeFile(join(folder, `${name}.purpose.md`), TEXT);
}

/** The cases, in a window with what `writeMoments` writes. */
export function momentsIn(host: BrowserHost, openFolder: () => Promise<Workbench>): void {
  describe('what one says of a purpose', () => {
    let workbench: Workbench;
    let panel: PanelPage;
    let quick: QuickInput;
    /** The name of the current case's purpose. */
    let own = '';
    let nextCase = 0;

    /** The records on disk, oldest first; empty in the web host, which has no disk. */
    async function records(): Promise<string[]> {
      const at = join(workbench.workspace, '.purpose', own);
      const names = (await readdir(at).catch(() => [])).filter((name) => /^[^.].*\.md$/.test(name));
      const texts = await Promise.all(names.map((name) => readFile(join(at, name), 'utf8')));
      const timeOf = (text: string) => /^time: (.*)$/m.exec(text)?.[1] ?? '';
      return texts.sort((a, b) => (timeOf(a) < timeOf(b) ? -1 : 1));
    }

    /** Selects a range of the file in the editor, by keyboard. */
    async function select(line: number, column: number, characters: number): Promise<void> {
      const { page } = workbench;
      await page.locator('.editor-instance .view-lines').first().click();
      await page.keyboard.press('ControlOrMeta+Home');
      for (let at = 1; at < line; at++) await page.keyboard.press('ArrowDown');
      for (let at = 1; at < column; at++) await page.keyboard.press('ArrowRight');
      for (let at = 0; at < characters; at++) await page.keyboard.press('Shift+ArrowRight');
    }

    before(async () => {
      workbench = await openFolder();
      quick = new QuickInput(workbench.page);
    });
    beforeEach(async () => {
      own = CASES[nextCase++] ?? '';
      panel = await PanelPage.open(workbench, `${own}.purpose.md`);
      await panel.newest('First', 'not recorded', 1);
    });

    it('asks why it still holds, and takes no empty answer', async () => {
      if (host === 'web')
        await panel.says('There is no git here: only records are shown. Set purpose.author to sign them.');
      await workbench.runCommand('Purpose: Reaffirm…');
      await quick.asked('Reaffirm');
      await workbench.page.keyboard.press('Enter');
      await quick.says('Please give a reason');
      await quick.escape();
      assert.equal((await records()).length, 0);
      await workbench.runCommand('Purpose: Reaffirm…');
      await quick.answer('Reaffirm', 'We read it aloud.');
      await quick.pick('Questions of a review', 'What would a camera see?');
      await quick.answer('Your answer', 'Oil on hands.');
      await quick.pick('Questions of a review', 'Record it');
      await panel.newest('Reaffirmed', 'We read it aloud.', 2);
      await panel.newest('Reaffirmed', 'What a camera would see', 2);
    });

    it('notes how it fits, each kind, and nothing after Escape', async () => {
      const { page } = workbench;
      let count = 1;
      for (const [kind, note] of [
        ['Fits', 'It does.'],
        ['Too tight', 'Adults come, too.'],
        ['Too loose', ''],
      ] as const) {
        await workbench.runCommand('Purpose: Note How It Fits…');
        await quick.pick('How does it fit?', kind);
        await quick.answer(kind, note);
        await panel.newest(kind, note, ++count);
      }
      await workbench.runCommand('Purpose: Note How It Fits…');
      await quick.asked('How does it fit?');
      await quick.escape();
      await workbench.runCommand('Purpose: Note How It Fits…');
      await quick.pick('How does it fit?', 'Fits');
      await quick.asked('Fits');
      await quick.escape();
      await page.locator('.codelens-decoration', { hasText: 'Too loose, this minute' }).waitFor();
      if (host === 'server') assert.equal((await records()).length, count);
    });

    it('takes the words that pinch from the selection in the statement, and asks without one', async () => {
      const { page } = workbench;
      // `*children* in Leith,` and the first words of the next line of the quote.
      await select(3, 25, 30);
      await workbench.runCommand('Purpose: Note How It Fits…');
      await quick.pick('How does it fit?', 'Pinches here');
      await quick.answer('Pinches here: “children in Leith, so that”', 'Why only there?');
      await panel.newest('Pinches', '“children in Leith, so that”', 2);
      await page
        .locator('.codelens-decoration', { hasText: 'It pinches: “children in Leith, so that”, this minute' })
        .waitFor();
      // The same word below the statement does not belong to it.
      await select(6, 12, 5);
      await workbench.runCommand('Purpose: Note How It Fits…');
      await quick.pick('How does it fit?', 'Pinches here');
      await quick.asked('Where does it pinch?');
      assert.equal(await quick.value(), PLAIN);
      await quick.type('Where does it pinch?', 'elephants');
      await quick.says('does not contain these words');
      await quick.answer('Where does it pinch?', 'ride to school');
      await quick.answer('Pinches here: “ride to school”', 'In summer there is none.');
      await panel.newest('Pinches', '“ride to school”', 3);
    });

    it('keeps the old statement of a pivot, and links it with the new one', async () => {
      const { page } = workbench;
      await workbench.runCommand('Purpose: Pivot…');
      await quick.asked('Pivot');
      await quick.escape();
      await workbench.runCommand('Purpose: Pivot…');
      await quick.answer('Pivot', 'The children are grown.');
      await quick.asked('How do you want to go on?');
      // Escape at the last question also writes nothing, whereas Later is an answer.
      await quick.escape();
      if (host === 'server') assert.deepEqual(await records(), []);
      await workbench.runCommand('Purpose: Pivot…');
      await quick.answer('Pivot', 'The children are grown.');
      await quick.pick('How do you want to go on?', 'Later');
      await panel.newest('Let go', PLAIN, 2);
      assert.equal(await page.locator('.tab.active.dirty').count(), 0);
      await workbench.runCommand('Purpose: Pivot…');
      await quick.answer('Pivot', 'And we have a workshop.');
      await quick.pick('How do you want to go on?', 'Write the new one now');
      await panel.newest('Let go', 'And we have a workshop.', 3);
      await page.keyboard.type('We lend tools to neighbours.');
      await save(page);
      await panel.newest('Pivot', 'neighbours.', 4);
      await panel.entries
        .first()
        .getByRole('button', { name: /^Why the old one went/ })
        .click();
      assert.match((await panel.frame.locator(':focus').textContent()) ?? '', /^Let go/);
      await panel.entries
        .nth(1)
        .getByRole('button', { name: /^What came instead/ })
        .click();
      assert.match((await panel.frame.locator(':focus').textContent()) ?? '', /^Pivot/);
      if (host === 'server') {
        const [old = '', now = ''] = (await records()).slice(-2);
        assert.match(old, /^type: pivot$/m);
        assert.match(
          old,
          /\n> We mend bicycles with \*children\* in Leith,\n> so that they ride to school\.\n/,
        );
        assert.match(old, /\nAnd we have a workshop\.\n/);
        const id = /^id: (.*)$/m.exec(old)?.[1];
        assert.ok(id !== undefined && now.includes(`\npivot: ${id}\n`), now);
        assert.ok(
          (await records()).some((text) => text.includes(`id: ${/^previous: (.*)$/m.exec(old)?.[1]}\n`)),
        );
      }
    });

    it('brings the old words back by undo', async () => {
      const { page } = workbench;
      await workbench.runCommand('Purpose: Pivot…');
      await quick.answer('Pivot', 'The children are grown.');
      await quick.pick('How do you want to go on?', 'Write the new one now');
      await panel.newest('Let go', 'The children are grown.', 2);
      await page.keyboard.type('We lend tools.');
      await save(page);
      await panel.newest('Pivot', 'tools.', 3);
      const line = page.locator('.editor-instance .view-line', { hasText: /mend\sbicycles/ });
      // The editor undoes typed words one by one.
      for (let tries = 0; tries < 40 && !(await line.isVisible()); tries++) {
        await page.keyboard.press('ControlOrMeta+Z');
      }
      await page.locator('.editor-instance .view-line', { hasText: /so\sthat\sthey\sride/ }).waitFor();
      await save(page);
      // The undone wordings are kept in the same entry.
      await panel.newest('Tried', '1 wording on the way', 3);
    });

    it('starts from a template beside the old file', async () => {
      await workbench.runCommand('Purpose: Pivot…');
      await quick.answer('Pivot', 'Once more.');
      await quick.pick('How do you want to go on?', 'Start from a template');
      await quick.asked('New purpose');
      await quick.escape();
      await panel.newest('Let go', 'Once more.', 2);
    });
  });
}
