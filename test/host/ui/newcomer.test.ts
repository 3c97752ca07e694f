import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { GitBox } from '../../unit/support/git-box';
import { openWorkbench } from '../harness/open-workbench';
import { PanelPage } from './support/panel-page';
import { QuickInput, save } from './support/quick-input';

// A newcomer in an empty folder: guided.test.ts.

const README = '# Repair café\n\nOpen on Saturdays.\n';
const mission = (statement: string) =>
  `# Repair café\n\nOpen since 2018.\n\n## Mission\n\n${statement}\n\n## Members\n\nMany people.\n`;
const NOW =
  'We mend lamps and radios with our neighbours in Leith so that they can do it themselves next time.';
const HISTORY = [
  ['2018-04-02', 'Write down why', 'docs/about.md', 'We help people mend things.'],
  ['2019-09-14', 'Move the mission', 'MISSION.md', 'We help people mend things.'],
  ['2021-01-30', 'Say what we mend', 'MISSION.md', 'We help our neighbours in Leith mend lamps and radios.'],
  ['2023-05-06', 'List the members', 'MISSION.md', 'We help our neighbours in Leith mend lamps and radios.'],
  ['2024-11-23', 'Say what for', 'MISSION.md', NOW],
] as const;

it('a newcomer in a clone gets from MISSION.md of several years to a linted, recorded, shared purpose', async () => {
  const box = new GitBox();
  const versions = HISTORY.map(([date, subject, path, statement]) =>
    JSON.stringify({
      date: `${date}T10:00:00Z`,
      subject,
      path,
      text: mission(statement),
      author: 'Ada <a@x.org>',
    }),
  );
  box.write('history.jsonl', versions.join('\n'));
  box.rebuild(box.path('history.jsonl'), 'cafe');
  box.write('cafe/README.md', README);
  const workbench = await openWorkbench({ workspace: box.path('cafe') });
  try {
    const { page, workspace } = workbench;
    const quick = new QuickInput(page);
    const onDisk = (name: string) => readFile(join(workspace, name), 'utf8');
    await workbench.openFile('MISSION.md');
    await workbench.runCommand('Purpose: Adopt a File…');
    await quick.asked('Which text is the statement?');
    await quick.widget.locator('.monaco-list-row.focused', { hasText: NOW }).waitFor();
    await quick.pick('Which text is the statement?', NOW);

    // Its life since 2018 is there at once, each change with its commit.
    const panel = await PanelPage.open(workbench);
    await panel.isOf('MISSION.md');
    await panel.newest('Reword', 'Say what for', 3);
    assert.deepEqual(await panel.kinds(), ['Reword', 'Extend', 'First']);
    assert.match((await panel.entries.last().textContent()) ?? '', /2018/);
    await panel.entries.first().locator('.head').click();
    await panel.entries.first().getByRole('button', { name: 'Open commit' }).waitFor();

    await page.locator('.codelens-decoration a', { hasText: '0 vague' }).waitFor();
    await workbench.runCommand('Purpose: Note How It Fits…');
    await quick.pick('How does it fit?', 'Fits');
    await quick.answer('Fits', 'Nine of ten come back with a mended lamp.');
    await panel.newest('Fits', 'Nine of ten', 4);
    const records = await readdir(join(workspace, '.purpose', 'MISSION.md'));
    // The wording that git knows, on its own day, and the note.
    assert.match(records.sort().join(' '), /^2024-11-23\S+-start-\w+\.md \S+-note-\w+\.md$/);

    await workbench.runCommand('Purpose: Share Into File…');
    await quick.pick('Share into a file (1/2)', 'README.md');
    await quick.pick('Share into a file (2/2)', 'Quote');
    await page.locator('.view-line', { hasText: 'purpose:begin' }).waitFor();
    await save(page);

    assert.equal(await onDisk('MISSION.md'), mission(`<!-- purpose:statement -->\n${NOW}`));
    assert.equal(await onDisk('.purposerc.yml'), 'files:\n  - MISSION.md\n');
    assert.match(await onDisk('README.md'), /<!-- purpose:begin MISSION\.md -->\s+> We mend lamps/);
  } finally {
    await workbench.close();
    box.remove();
  }
});
