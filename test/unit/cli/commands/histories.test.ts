import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { env } from 'node:process';
import { NodeFiles } from '../../../../src/files/node-files';
import { GitProgram } from '../../../../src/history/git-program';
import { openHistory } from '../../../../src/history/history';
import { statementOf } from '../../../../src/history/statement-of';
import { statementFigures } from '../../../../src/lint/statement-figures';
import { fold } from '../../../../src/text/fold';
import { runIn } from '../../support/cli';
import { describeWithGit, GitBox, runGit } from '../../support/git-box';
import { MemoryFiles } from '../../support/memory-files';

/** A folder with more histories to test, in the format of `test/rebuild-history.mjs`. */
const MORE = env.PURPOSE_HISTORIES;
const FILES = [
  'test/fixtures/history/bicycle-kitchen.jsonl',
  ...(MORE === undefined
    ? []
    : readdirSync(MORE)
        .filter((name) => name.endsWith('.jsonl'))
        .map((name) => join(MORE, name))),
];

/** Which commits changed the statement, newest first, from the versions alone: hash and new wording. */
function expectedOf(versions: readonly string[], hashes: readonly string[]): string[] {
  let last = '';
  return versions
    .flatMap((line, at) => {
      const now = fold(statementOf((JSON.parse(line) as { text: string }).text)?.plain ?? '');
      if (now === last) return [];
      last = now;
      return [`${hashes[at]} ${now}`];
    })
    .reverse();
}

describeWithGit('a history written down', () => {
  for (const file of FILES) {
    it(`is read change by change, each at its commit, for the panel as on the command line: ${basename(file)}`, async () => {
      const box = new GitBox();
      try {
        box.rebuild(file, 'kitchen');
        const name = box.git(['ls-files', '-z'], 'kitchen').split('\0')[0] ?? '';
        if (name !== 'team.purpose.md') {
          box.git(['mv', name, 'team.purpose.md'], 'kitchen');
          box.git(
            ['-c', 'user.name=A', '-c', 'user.email=a@example.org', 'commit', '-qm', 'Rename'],
            'kitchen',
          );
        }
        const versions = readFileSync(file, 'utf8')
          .split('\n')
          .filter((line) => line.trim() !== '');
        const hashes = box.git(['log', '--reverse', '--format=%H'], 'kitchen').trim().split('\n');
        const expected = expectedOf(versions, hashes.slice(0, versions.length));
        assert.ok(expected.length > 1);

        let printed = '';
        const { err } = await runIn(
          new MemoryFiles(),
          ['history', 'team.purpose.md', '--format', 'json'],
          '',
          {
            files: new NodeFiles(),
            cwd: box.path('kitchen'),
            git: runGit,
            out: (text) => {
              printed += text;
            },
          },
        );
        assert.equal(err, '');
        const { entries } = JSON.parse(printed) as {
          entries: { statement: string; commit: { hash: string } }[];
        };
        assert.deepEqual(
          entries.map(({ commit, statement }) => `${commit.hash} ${statement}`),
          expected,
        );

        const history = await openHistory(
          { files: new NodeFiles(), git: new GitProgram(runGit), figuresOf: statementFigures },
          box.path('kitchen/team.purpose.md'),
        );
        while (history.older === 'more') await history.more(40);
        assert.deepEqual(
          history.entries.map(({ commit, statement }) => `${commit?.hash} ${statement}`),
          expected,
        );
      } finally {
        box.remove();
      }
    });
  }
});
