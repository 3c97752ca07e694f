import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { env } from 'node:process';
import { fold, statementOf } from '../../../src/history/statement-of';
import { GitBox } from '../../unit/support/git-box';
import { openWorkbench, type Workbench } from '../harness/open-workbench';
import { project } from '../harness/paths';
import { PanelPage } from './support/panel-page';

/** A folder of further histories, in the form that `test/rebuild-history.mjs` reads, to be tried as well. */
const MORE = env.PURPOSE_HISTORIES;
const FILES = [
  'test/fixtures/history/bicycle-kitchen.jsonl',
  ...(MORE === undefined
    ? []
    : readdirSync(MORE)
        .filter((name) => name.endsWith('.jsonl'))
        .map((name) => join(MORE, name))),
];

/** Which commits changed the statement, newest first, told from the versions alone: hash and the words from then on. */
function expectedOf(history: string, hashes: readonly string[]): string[] {
  let last = '';
  const versions = readFileSync(history, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '');
  assert.equal(versions.length, hashes.length);
  return versions
    .flatMap((line, at) => {
      const now = fold(statementOf((JSON.parse(line) as { text: string }).text)?.plain ?? '');
      if (now === last) return [];
      last = now;
      return [`${hashes[at]} ${now}`];
    })
    .reverse();
}

describe('a history written down', () => {
  let box: GitBox;
  let workbench: Workbench;
  /** Below the box: one repository a history, its file under a purpose file's name in the end. */
  const names = FILES.map((file) => basename(file, '.jsonl'));

  before(async () => {
    box = new GitBox();
    for (const [at, file] of FILES.entries()) {
      const below = names[at] ?? '';
      box.rebuild(file, below);
      const last = box.git(['ls-files', '-z'], below).split('\0')[0] ?? '';
      for (const [key, value] of [
        ['user.name', 'A'],
        ['user.email', 'a@example.org'],
      ] as const)
        box.git(['config', key, value], below);
      if (last !== 'team.purpose.md') {
        box.git(['mv', last, 'team.purpose.md'], below);
        box.git(['commit', '--quiet', '-m', 'Make it a purpose file'], below);
      }
    }
    workbench = await openWorkbench({ workspace: box.folder });
  });
  after(async () => {
    await workbench?.close();
    box?.remove();
  });

  for (const [at, file] of FILES.entries()) {
    it(`is shown change by change, each at its commit, in the panel as on the command line: ${names[at]}`, async () => {
      const below = names[at] ?? '';
      const versions = readFileSync(file, 'utf8')
        .split('\n')
        .filter((line) => line.trim() !== '').length;
      const hashes = box
        .git(['log', '--reverse', '--format=%H'], below)
        .trim()
        .split('\n')
        .slice(0, versions);
      const expected = expectedOf(file, hashes);
      assert.ok(expected.length > 1);

      const printed = execFileSync(
        process.execPath,
        [join(project, 'dist/cli.cjs'), 'history', 'team.purpose.md', '--format', 'json'],
        { cwd: box.path(below), encoding: 'utf8', maxBuffer: 2 ** 26 },
      );
      const { entries } = JSON.parse(printed) as {
        entries: {
          statement: string;
          previous: string | null;
          change: { kind: string } | null;
          commit: { hash: string };
        }[];
      };
      assert.deepEqual(
        entries.map(({ commit, statement }) => `${commit.hash} ${statement}`),
        expected,
      );

      const panel = await PanelPage.open(workbench, `${below}/team.purpose.md`);
      const further = panel.frame.getByRole('button', { name: /^(Show more|Look further back)$/ });
      for (let pages = 0; pages < 100 && (await further.isVisible()); pages++) {
        await further.click();
        await panel.frame.locator('progress').waitFor({ state: 'detached' });
      }
      const shown = await panel.frame.evaluate<string[]>(
        `[...document.querySelectorAll('.entry')].map((entry) => {
          // The words that went are struck out: without them, what is there reads as the statement did.
          const words = entry.querySelector('.statement')?.cloneNode(true);
          for (const gone of words?.querySelectorAll('del') ?? []) gone.remove();
          return entry.dataset.key + ' ' + (words?.textContent ?? '');
        })`,
      );
      const close = (words: string) => words.replace(/\s+/g, '');
      assert.deepEqual(shown.map(close), expected.map(close));
    });
  }
});
