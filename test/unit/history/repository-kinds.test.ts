import assert from 'node:assert/strict';
import { pathToFileURL } from 'node:url';
import { NodeFiles } from '../../../src/files/node-files';
import { GitProgram } from '../../../src/history/git-program';
import { openHistory } from '../../../src/history/history';
import { statementFigures } from '../../../src/lint/statement-figures';
import { describeWithGit, GitBox, runGit } from '../support/git-box';
import { A, grown, purposeText } from '../support/grown-repository';

const B = 'We mend bicycles with children and parents in Leith.';
const C = 'We lend tools to neighbours.';

/** A folder with repositories of every kind, side by side. */
function everyKind(): GitBox {
  const box = new GitBox();
  const url = (below: string) => pathToFileURL(box.path(below)).href;
  grown(box, 'plain');
  box.write('plain/team.purpose.md', purposeText(C));
  grown(box, 'detached');
  box.git(['checkout', '--quiet', '--detach', 'HEAD~1'], 'detached');
  box.git(['clone', '--quiet', '--depth', '1', url('plain'), 'shallow']);
  box.init('super');
  box.git(['-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', url('plain'), 'sub'], 'super');
  box.commit('Add the submodule', 'super');
  box.git(['worktree', 'add', '--quiet', '-b', 'side', '../worktree', 'HEAD~1'], 'plain');
  box.write('worktree/team.purpose.md', purposeText(B, 'On the side.'));
  box.commit('Add parents on the side', 'worktree');
  box.init('unborn');
  box.write('unborn/team.purpose.md', purposeText(A));
  box.init('ignoring');
  box.write('ignoring/.gitignore', '*.purpose.md\n');
  box.commit('Ignore', 'ignoring');
  box.write('ignoring/team.purpose.md', purposeText(A));
  return box;
}

describeWithGit('a repository of any kind', () => {
  let box: GitBox;
  before(() => {
    box = everyKind();
  });
  after(() => box.remove());

  for (const [below, expected, older] of [
    ['plain', ['pivot, not committed', 'extend, Add parents', 'start, Begin'], 'none'],
    ['detached', ['start, Begin'], 'none'],
    ['shallow', ['as it was, Add parents'], 'shallow'],
    ['super/sub', ['extend, Add parents', 'start, Begin'], 'none'],
    ['worktree', ['extend, Add parents on the side', 'start, Begin'], 'none'],
    ['unborn', ['start, not committed'], 'none'],
    ['ignoring', ['start, not committed'], 'none'],
  ] as const) {
    it(`has its history read: ${below}`, async () => {
      const history = await openHistory(
        { files: new NodeFiles(), git: new GitProgram(runGit), figuresOf: statementFigures },
        box.path(below, 'team.purpose.md'),
      );
      const found = history.entries.map(({ change, commit, uncommitted }) =>
        [change?.kind ?? 'as it was', uncommitted ? 'not committed' : commit?.subject].join(', '),
      );
      assert.deepEqual(found, expected);
      assert.equal(history.older, older);
      assert.ok(history.entries.every(({ record }) => record === undefined));
      assert.notEqual(history.git?.kind, 'unavailable');
    });
  }
});
