import assert from 'node:assert/strict';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { GitBox } from '../../unit/support/git-box';
import { openWorkbench } from '../harness/open-workbench';
import { axeFinds, overflows, widen } from './support/panel-looks';
import { PanelPage } from './support/panel-page';
import { QuickInput } from './support/quick-input';

const STATEMENT = '> We mend bicycles with children in Leith.\n';
const LONG_WORD = 'Donaudampfschifffahrtsgesellschaftskapitänskajütenschlüsselanhängerherstellerverband';
const WORDINGS = [
  'We <img src=x onerror=alert(1)> and </script><script>alert(2)</script> mend.',
  `${LONG_WORD.repeat(3)} https://example.org/${'a'.repeat(300)} done.`,
  'אנחנו מתקנים אופניים עם ילדים בלית, كي يركبوا إلى المدرسة.',
  'We 🚲👩‍👩‍👧‍👦 mend 🏴󠁧󠁢󠁳󠁣󠁴󠁿 bikes with kids.',
  `We mend ${'bicycles with children, '.repeat(1666)}and rest.`,
];

/** A record of a wording, a day after the one before. */
function record(at: number, wording: string): { name: string; text: string } {
  const id = `2025-01-0${at + 1}T000000Z-reword-000${at}`;
  const lines = [
    'version: 1',
    `id: ${id}`,
    `time: 2025-01-0${at + 1}T00:00:00Z`,
    `author: ${LONG_WORD}`,
    'type: refine',
  ];
  return {
    name: `${id}.md`,
    text: `---\n${lines.join('\n')}\nchange: ${at === 0 ? 'start' : 'reword'}\n---\n\n> ${wording.replaceAll('<', '\\<')}\n`,
  };
}

it('the history panel tells where there is nothing to show, or not all', async () => {
  const box = new GitBox();
  const sound = record(0, 'We mend bicycles with children in Leith.');
  box.write('nothing/team.purpose.md', '# Title only\n');
  box.write('damaged/team.purpose.md', STATEMENT);
  box.write('damaged/.purpose/team/2024-01-01T000000Z-start-0000.md', '---\nversion: 1\n: [\n');
  box.write(`damaged/.purpose/team/${sound.name}`, sound.text);
  box.write('closed/team.purpose.md', STATEMENT);
  box.write('README.md', '# Hello\n');
  const workbench = await openWorkbench({ workspace: box.folder, height: 900 });
  try {
    const { page } = workbench;
    // Other files are in front: no purpose is shown yet.
    await workbench.openFile('README.md');
    const none = await PanelPage.open(workbench);
    await none.frame.locator('h1', { hasText: 'No purpose is open' }).waitFor();
    await none.frame.getByRole('button', { name: 'Open a purpose…' }).click();
    await page.locator('.quick-input-list .monaco-list-row', { hasText: 'nothing' }).click();

    await none.isOf('team.purpose.md');
    await none.frame.getByText('There is no statement in this file yet.').waitFor();
    await none.says('The history begins with the first change that you save.');
    await none.frame.getByRole('button', { name: 'Write it' }).waitFor();

    const damaged = await PanelPage.open(workbench, 'damaged/team.purpose.md');
    await damaged.says(
      /^\.purpose\/team\/2024-01-01T000000Z-start-0000\.md: .* cannot be read .* left as it is\.$/,
    );
    await damaged.newest('First', LONG_WORD, 1);

    // Where a folder should be, there is a file: as good as a folder in which nobody may write.
    const closed = await PanelPage.open(workbench, 'closed/team.purpose.md');
    await closed.newest('First', 'not recorded', 1);
    await writeFile(join(workbench.workspace, 'closed', '.purpose'), 'not a folder\n');
    const quick = new QuickInput(page);
    await workbench.runCommand('Purpose: Reaffirm…');
    await quick.answer('Reaffirm', 'It holds.');
    await page.locator('.statusbar-item .codicon-bell-dot').waitFor();
    await workbench.runCommand('Notifications: Show Notifications');
    await page.locator('.notification-list-item', { hasText: 'Nothing was recorded.' }).waitFor();
    assert.equal(await readFile(join(workbench.workspace, 'closed', '.purpose'), 'utf8'), 'not a folder\n');
  } finally {
    await workbench.close();
    box.remove();
  }
});

it('the history panel shows all again when its records could not be read for a while', async () => {
  const box = new GitBox();
  for (const [at, wording] of ['We mend.', 'We mend bicycles.'].entries()) {
    const { name, text } = record(at, wording);
    box.write(`.purpose/team/${name}`, text);
  }
  box.write('team.purpose.md', '> We mend bicycles.\n');
  const workbench = await openWorkbench({ workspace: box.folder, height: 900 });
  try {
    const panel = await PanelPage.open(workbench, 'team.purpose.md');
    await panel.newest('', LONG_WORD, 2);
    const records = join(workbench.workspace, '.purpose', 'team');
    await rename(records, `${records}-away`);
    await writeFile(records, 'no folder\n');
    await panel.frame.locator('h1', { hasText: 'The history cannot be read' }).waitFor();
    await rm(records);
    await rename(`${records}-away`, records);
    const again = panel.frame.getByRole('button', { name: 'Try again' });
    // It is read anew when the records are back; who is faster than that asks for it.
    await again.click({ timeout: 2000 }).catch(() => undefined);
    await panel.newest('', LONG_WORD, 2);
  } finally {
    await workbench.close();
    box.remove();
  }
});

for (const theme of ['dark', 'high-contrast-light'] as const) {
  it(`the history panel shows any statement as text, narrow, ${theme}`, async () => {
    const box = new GitBox();
    for (const [at, wording] of WORDINGS.entries()) {
      const { name, text } = record(at, wording);
      box.write(`.purpose/team/${name}`, text);
    }
    box.write('team.purpose.md', `> ${WORDINGS.at(-1)}\n`);
    const workbench = await openWorkbench({ workspace: box.folder, theme, height: 1000 });
    try {
      const panel = await PanelPage.open(workbench, 'team.purpose.md');
      await panel.newest('Pivot', '', WORDINGS.length);
      await widen(workbench, panel.frame, 250);
      assert.equal(await overflows(panel.frame), false);
      assert.equal(await panel.frame.locator('main img, main script').count(), 0);
      // However long the statement, what can be done stands beside it on one screen.
      assert.ok(await panel.frame.getByRole('button', { name: 'Pivot…' }).isVisible());
      const { bottom } = await panel.frame.getByRole('button', { name: 'Pivot…' }).evaluate((button) => {
        const { bottom } = (
          button as unknown as { getBoundingClientRect(): { bottom: number } }
        ).getBoundingClientRect();
        return { bottom };
      });
      assert.ok(bottom < 700, `The actions of the card end at ${bottom} pixels.`);
      for (let at = 0; at < WORDINGS.length; at++) {
        const head = panel.entries.nth(at).locator('.head');
        await head.focus();
        await workbench.page.keyboard.press('Enter');
        await panel.entries.nth(at).locator('.actions').waitFor();
        assert.equal(await overflows(panel.frame), false);
      }
      await panel.entries
        .last()
        .getByText(WORDINGS[0] ?? '')
        .waitFor();
      assert.deepEqual(await axeFinds(panel.frame), []);
    } finally {
      await workbench.close();
      box.remove();
    }
  });
}
