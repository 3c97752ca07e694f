import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { GitBox } from '../../unit/support/git-box';
import type { Workbench } from '../harness/open-workbench';
import { project } from '../harness/paths';
import { PanelPage } from './support/panel-page';
import { QuickInput, save } from './support/quick-input';
import { folderOfSharedWindow } from './support/shared-window';

const FIRST = 'We mend bicycles with teenagers in Leith so that they can get to work.';
const SECOND = 'We mend bicycles with teenagers in Leith so that they get to school and work.';
const EVERYBODY = ['Ana', 'Bo', 'Caro', 'Dee', 'Edo'];
const AGREE = 'It is good enough for now';
const OBJECTION = 'most of them are still at school';
const RESERVATION = 'who teaches in winter?';
/** How long a case waits for the disk, in milliseconds. */
const PATIENCE = 80_000;

const [year = '', month = ''] = new Date().toISOString().split('-');
const LAST_YEAR = `${Number(year) - 1}-${month}`;
const NEXT_YEAR = `${Number(year) + 1}-${month}`;

/** Waits until a fact of the disk holds, which no event reports. */
async function until(holds: () => boolean, otherwise: () => string): Promise<void> {
  const end = Date.now() + PATIENCE;
  while (!holds()) {
    if (Date.now() > end) throw new Error(otherwise());
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

const openFolder = folderOfSharedWindow('year', (folder) => {
  const box = new GitBox(folder);
  box.init('ours');
  for (const name of ['objection', 'term', 'hearing'])
    box.write(`ours/${name}.purpose.md`, `# Kitchen\n\n> ${FIRST}\n`);
  box.commit('Begin', 'ours');
  box.git(['clone', '--quiet', 'ours', 'theirs']);
  box.init('theirs');
});

/** Ana and Bo use the editor in the clone `ours`; Caro, Dee and Edo use the command line in the clone `theirs`. */
describe('a year of a group of five, in the editor of one clone and the command line of another', () => {
  let box: GitBox;
  let workbench: Workbench;
  let quick: QuickInput;
  const path = (clone: string, ...parts: string[]) => join(workbench.workspace, clone, ...parts);
  const git = (clone: string, ...args: string[]) => box.git(args, clone);

  before(async () => {
    workbench = await openFolder();
    box = new GitBox(workbench.workspace);
    quick = new QuickInput(workbench.page);
  });

  /** One purpose file in both clones: open in the editor of `ours`, changed by commands in `theirs`. */
  class Shared {
    readonly file: string;
    constructor(readonly name: string) {
      this.file = `${name}.purpose.md`;
    }

    open(): Promise<void> {
      return workbench.openFile(`ours/${this.file}`);
    }

    text(clone: string): string {
      return readFileSync(path(clone, this.file), 'utf8');
    }

    /** Runs our program in `theirs`. */
    command(name: string, ...args: string[]): string {
      const cli = join(project, 'dist', 'cli.cjs');
      return execFileSync(process.execPath, [cli, name, this.file, ...args], {
        cwd: path('theirs'),
        encoding: 'utf8',
      });
    }

    async asks(): Promise<void> {
      await workbench.runCommand('Purpose: Ask for Consent…');
      await quick.answer('Ask for consent', EVERYBODY.join(', '));
      await this.has('- Edo:');
    }

    async answers(name: string, answer: string, reason?: string): Promise<void> {
      await workbench.runCommand('Purpose: Answer…');
      await quick.pick('Who answers?', name);
      await quick.pick(`What does ${name} answer?`, answer);
      if (reason !== undefined) await quick.answer(`${name}: with reservations`, reason);
    }

    /** Waits until the file of the editor's clone contains the words, on disk and in the editor. */
    async has(words: string): Promise<void> {
      await until(
        () => this.text('ours').includes(words),
        () => `${words} is not in ${this.text('ours')}`,
      );
      const line = new RegExp(words.replaceAll(/[^\w ]/g, '.').replaceAll(' ', '\\s'));
      await workbench.page.locator('.view-line', { hasText: line }).first().waitFor();
      await workbench.page.locator('.tab.active:not(.dirty)').waitFor();
    }

    /** How often the records of the editor's clone contain a statement. */
    recorded(statement: string): number {
      const folder = path('ours', '.purpose', this.name);
      const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.md')) : [];
      // A record that is merged into a newer one can disappear between listing and reading.
      const texts = names.map((name) => join(folder, name)).filter((file) => existsSync(file));
      return (
        texts
          .map((file) => readFileSync(file, 'utf8'))
          .join('')
          .split(`> ${statement}\n`).length - 1
      );
    }

    /** Replaces the statement in the editor, saves, and waits for the record. */
    async becomes(statement: string): Promise<void> {
      const { page } = workbench;
      const before = this.recorded(statement);
      await page.locator('.view-line', { hasText: 'teenagers' }).first().click();
      await page.keyboard.press('End');
      await page.keyboard.press('Shift+Home');
      await page.keyboard.insertText(`> ${statement}`);
      await save(page);
      await this.has(`> ${statement}`);
      await until(
        () => this.recorded(statement) > before,
        () => `${statement} is not recorded`,
      );
    }

    /** Commits in both clones and merges each into the other. It fails on any conflict. */
    merge(subject: string): void {
      for (const clone of ['ours', 'theirs']) {
        git(clone, 'add', '--all');
        git(clone, 'commit', '--quiet', '--allow-empty', '-m', `${subject}, ${clone}`);
      }
      git('ours', 'pull', '--quiet', '--no-edit', '--no-rebase', '../theirs', 'main');
      git('theirs', 'pull', '--quiet', '--no-edit', '--no-rebase', '../ours', 'main');
      assert.equal(this.text('ours'), this.text('theirs'));
    }
  }

  /** Waits until the view of problems shows a finding, or no longer shows it. */
  async function problem(words: string, state: 'visible' | 'hidden' = 'visible'): Promise<void> {
    if (state === 'visible') await workbench.runCommand('Problems: Focus on Problems View');
    await workbench.page.locator('.markers-panel .monaco-list-row', { hasText: words }).waitFor({ state });
  }

  it('merges the answers, does not ratify over an objection, and asks again about other words', async () => {
    const { page } = workbench;
    const shared = new Shared('objection');
    await shared.open();
    await shared.asks();
    shared.merge('Ask');
    await shared.answers('Ana', AGREE);
    await shared.has('- Ana: agree');
    await shared.answers('Bo', 'Agree with reservations', RESERVATION);
    await shared.has(`- Bo: with reservations: ${RESERVATION}`);
    shared.command('consent', '--as', 'Caro', '--object', OBJECTION);
    for (const name of ['Dee', 'Edo']) shared.command('consent', '--as', name, '--agree');
    shared.merge('Answer');
    await shared.has(`- Caro: object: ${OBJECTION}`);
    await problem(`Caro objects: ${OBJECTION}`);
    await workbench.runCommand('Purpose: Ratify…');
    await workbench.runCommand('Notifications: Show Notifications');
    const refused = 'An objection is open (Caro): it is answered once that person writes another answer.';
    await page.locator('.notifications-center .notification-list-item', { hasText: refused }).waitFor();
    await workbench.runCommand('Notifications: Clear All Notifications');

    await shared.becomes(SECOND);
    await workbench.runCommand('Purpose: Ask for Consent…');
    await quick.asked('Ask for consent');
    assert.equal(await quick.value(), EVERYBODY.join(', '));
    await quick.answer('Ask for consent', EVERYBODY.join(', '));
    await shared.has('### Round 2');
    await problem(`Caro objects: ${OBJECTION}`, 'hidden');
    shared.merge('Ask again');
    for (const clone of ['ours', 'theirs'])
      for (const line of [`Bo: with reservations: ${RESERVATION}`, `Caro: object: ${OBJECTION}`])
        assert.ok(shared.text(clone).includes(`- ${line}\n`), shared.text(clone));
  });

  it('ratifies with a term, asks about a change after it, and says when the term has ended', async () => {
    const shared = new Shared('term');
    await shared.open();
    await shared.asks();
    shared.merge('Ask');
    await shared.answers('Ana', AGREE);
    await shared.has('- Ana: agree');
    for (const name of ['Bo', 'Caro', 'Dee', 'Edo']) shared.command('consent', '--as', name, '--agree');
    shared.merge('Agree');
    await shared.has('- Edo: agree');
    await workbench.runCommand('Purpose: Ratify…');
    await quick.answer('Ratify', NEXT_YEAR);
    await shared.has('status: ratified');
    const panel = await PanelPage.open(workbench, `ours/${shared.file}`);
    await panel.newest('Ratified', '5 of 5 agree');
    // The tree tells files of equal titles apart.
    const tree = workbench.page.locator('.part.sidebar');
    await tree.getByRole('treeitem', { name: `Kitchen, year/ours/${shared.file} · ratified` }).waitFor();
    shared.merge('Ratify');

    await shared.becomes(SECOND);
    await problem('The statement has changed since it was ratified on');
    await shared.becomes(FIRST);
    await problem('The statement has changed since it was ratified on', 'hidden');

    // The clock of the editor cannot be changed, so the term is.
    writeFileSync(path('theirs', shared.file), shared.text('theirs').replaceAll(NEXT_YEAR, LAST_YEAR));
    shared.merge('A year later');
    await shared.has(`until ${LAST_YEAR}`);
    await problem('The term of this statement ended on');
    const story = shared.command('history', '--format', 'markdown');
    for (const told of [FIRST, SECOND, ': ratify', '- Edo: agree'])
      assert.ok(story.includes(told), `${told} is not in ${story}`);
  });

  it('hears everybody twice, the second round beside the first', async () => {
    const shared = new Shared('hearing');
    const folder = ['.purpose', shared.name, 'heard'] as const;
    // The clock of the program cannot be changed either, so last year's answers are written as it wrote them.
    mkdirSync(path('theirs', ...folder, LAST_YEAR), { recursive: true });
    for (const name of EVERYBODY)
      writeFileSync(
        path('theirs', ...folder, LAST_YEAR, `${name}.md`),
        `---\nversion: 1\ndate: ${LAST_YEAR}-02\nname: "${name}"\n---\n\nWe mend bikes, says ${name}.\n`,
      );
    for (const name of ['Caro', 'Dee', 'Edo'])
      shared.command(
        'heard',
        '--as',
        name,
        '-m',
        'We mend bicycles with teenagers so that they get to work.',
      );
    shared.merge('Hear');
    await shared.open();
    await workbench.runCommand('Purpose: Ask What They Heard…');
    await quick.pick('What they heard', 'Another person');
    await quick.answer('What they heard', 'Ana');
    await quick.answer('From memory: Ana', 'We mend bicycles with teenagers in Leith.');
    const shown = workbench.page
      .frameLocator('iframe.webview.ready[src*="extensionId=purpose-md"]:not([src*="purpose=webviewView"])')
      .frameLocator('iframe#active-frame[title="What they heard"]');
    await shown.locator('h1', { hasText: 'What was heard of Kitchen' }).waitFor();
    const heads = await shown.locator('thead th').allTextContents();
    assert.deepEqual(heads, [`${LAST_YEAR}5 answered`, `${year}-${month}4 answered`]);
    shared.merge('Hear Ana');
    for (const clone of ['ours', 'theirs'])
      assert.deepEqual(
        readdirSync(path(clone, ...folder)).map((round) => readdirSync(path(clone, ...folder, round)).length),
        [5, 4],
      );
  });
});
