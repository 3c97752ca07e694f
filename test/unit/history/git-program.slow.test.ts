import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { NodeFiles } from '../../../src/files/node-files';
import { GitProgram } from '../../../src/history/git-program';
import type { RunGit } from '../../../src/history/git-reader';
import { openHistory, type PurposeHistory } from '../../../src/history/history';
import { readRecords } from '../../../src/history/read-records';
import { statementOf } from '../../../src/history/statement-of';
import { fold } from '../../../src/text/fold';
import { describeWithGit, GitBox, runGit } from '../support/git-box';
import { recordEntry, recordRefinement } from '../support/recording';

const FIXTURE = 'test/fixtures/history/bicycle-kitchen.jsonl';
const BODY =
  '\n\n## How\n\nWe meet on Thursdays.\nTools stay in the red box.\nNobody has to know anything.\n';
const purpose = (statement: string) => `# Team\n\n> ${statement}${BODY}`;
const figuresOf = (text: string) => ({ grade: 0, vague: 0, words: text.split(' ').length });

async function historyOf(path: string, run: RunGit = runGit): Promise<PurposeHistory> {
  const history = await openHistory({ files: new NodeFiles(), git: new GitProgram(run), figuresOf }, path);
  await history.more(Number.POSITIVE_INFINITY);
  return history;
}

/** Oldest first: the subject of each entry's commit, and the statement. */
const told = (history: PurposeHistory) =>
  history.entries.map(({ commit, statement }) => [commit?.subject, statement]).reverse();

describe('the git program', () => {
  it('prints some hundred texts in one run, within the length of a command line', async () => {
    const runs: string[][] = [];
    const git = new GitProgram(async (args, _cwd, _signal, input = '') => {
      runs.push([...args]);
      const mark = args
        .find((arg) => arg.startsWith('--batch='))
        ?.slice('--batch='.length)
        .split(' ')[0];
      const names = input.trimEnd().split('\n');
      return names.map((name) => `${mark} ${name} blob\ntext of ${name}\n\n`).join('');
    });
    const id = (at: number, first: string) => first + String(at).padStart(39, '0');
    const versions = Array.from({ length: 1000 }, (_, at) => ({
      commit: id(at, 'c'),
      path: 'team.purpose.md',
      blob: id(at, 'b'),
    }));
    const texts = await git.texts('/a/team.purpose.md', versions);
    assert.deepEqual(
      texts,
      versions.map(({ blob }) => `text of ${blob}\n`),
    );
    assert.equal(runs.length, 1);
  });
});

describeWithGit('history from the git program', () => {
  let box: GitBox;
  beforeEach(() => {
    box = new GitBox();
  });
  afterEach(() => box.remove());

  it('shows every change of a rebuilt history at its commit, across its renames', async () => {
    box.rebuild(FIXTURE, 'kitchen');
    const versions = readFileSync(FIXTURE, 'utf8')
      .trim()
      .split('\n')
      .map(
        (line) =>
          JSON.parse(line) as { date: string; subject: string; path: string; text: string; author: string },
      );
    const hashes = box.git(['log', '--reverse', '--format=%H'], 'kitchen').trim().split('\n');
    let before = '';
    const expected = versions.flatMap(({ date, subject, path, text, author }, at) => {
      const statement = fold(statementOf(text)?.plain ?? '');
      const changed = statement !== before;
      before = statement;
      const time = new Date(date).toISOString();
      return changed ? [[hashes[at], time, subject, path, author.replace(/ <.*/, ''), statement]] : [];
    });
    assert.equal(expected.length, 5);
    const history = await historyOf(box.path('kitchen/docs/kitchen.purpose.md'));
    const found = history.entries.map(({ commit, time, author, statement }) => [
      commit?.hash,
      time,
      commit?.subject,
      commit?.path,
      author,
      statement,
    ]);
    assert.deepEqual(found.reverse(), expected);
    assert.deepEqual(
      history.entries.map(({ change }) => change?.kind),
      ['pivot', 'reword', 'reword', 'trim', 'start'],
    );
    assert.equal(history.older, 'none');
  });

  describe('the new name of a missing file', () => {
    const program = new GitProgram(runGit);
    const file = (name: string) => box.path(name);

    it('knows a rename in the index, a committed one, and none', async () => {
      box.init();
      box.write('team.purpose.md', purpose('We run the machines.'));
      box.write('old/guild.purpose.md', purpose('We teach each other to weld.'));
      box.write('crew.purpose.md', purpose('We row.'));
      box.commit('start');
      assert.equal(await program.movedTo(file('team.purpose.md')), undefined);
      box.git(['mv', 'team.purpose.md', 'machines.purpose.md']);
      assert.equal(await program.movedTo(file('team.purpose.md')), file('machines.purpose.md'));
      box.commit('rename');
      box.write('more.md', 'More.\n');
      box.commit('more');
      assert.equal(await program.movedTo(file('team.purpose.md')), file('machines.purpose.md'));
      box.git(['rm', '--quiet', 'crew.purpose.md']);
      assert.equal(await program.movedTo(file('crew.purpose.md')), undefined);
      box.commit('delete');
      assert.equal(await program.movedTo(file('crew.purpose.md')), undefined);
      assert.equal(await program.movedTo(file('never.purpose.md')), undefined);
    });

    it('is found for a missing folder, in a folder below the top, and through a merge', async () => {
      box.init();
      box.write('a/old/guild.purpose.md', purpose('We teach each other to weld.'));
      box.commit('start');
      box.git(['checkout', '--quiet', '-b', 'side']);
      box.git(['mv', 'a/old', 'a/new']);
      box.commit('rename');
      box.git(['checkout', '--quiet', 'main']);
      box.write('more.md', 'More.\n');
      box.commit('more');
      box.git(['merge', '--quiet', '--no-edit', 'side']);
      assert.equal(await program.movedTo(file('a/old/guild.purpose.md')), file('a/new/guild.purpose.md'));
    });

    it('knows nothing without a commit, and outside a repository', async () => {
      assert.equal(await program.movedTo(file('team.purpose.md')), undefined);
      box.init();
      box.write('team.purpose.md', purpose('We run the machines.'));
      assert.equal(await program.movedTo(file('crew.purpose.md')), undefined);
    });
  });

  it('shows the changes of both sides of a merge, the merge itself only if it wrote something new', async () => {
    box.init();
    const commit = (subject: string, text: string) => {
      box.write('team.purpose.md', text);
      box.commit(subject);
    };
    commit('start', purpose('We run the machines.'));
    box.git(['checkout', '--quiet', '-b', 'side']);
    commit('side', purpose('We run the build machines.'));
    box.git(['checkout', '--quiet', 'main']);
    commit('elsewhere', `${purpose('We run the machines.')}\nMore.\n`);
    box.git(['merge', '--quiet', '--no-edit', 'side']);
    assert.deepEqual(told(await historyOf(box.path('team.purpose.md'))), [
      ['start', 'We run the machines.'],
      ['side', 'We run the build machines.'],
    ]);

    box.git(['checkout', '--quiet', '-b', 'other']);
    commit('other', purpose('We run the old build machines.'));
    box.git(['checkout', '--quiet', 'main']);
    commit('main', purpose('We run the new build machines.'));
    assert.throws(() => box.git(['merge', '--quiet', 'other']));
    commit('settled', purpose('We run all build machines.'));
    assert.deepEqual(told(await historyOf(box.path('team.purpose.md'))).slice(2), [
      ['other', 'We run the old build machines.'],
      ['main', 'We run the new build machines.'],
      ['settled', 'We run all build machines.'],
    ]);
  });

  it('reports the end of a shallow clone, and does not call it the start', async () => {
    box.rebuild(FIXTURE, 'kitchen');
    box.git(['clone', '--quiet', '--depth', '4', `file://${box.path('kitchen')}`, 'shallow']);
    const history = await historyOf(box.path('shallow/docs/kitchen.purpose.md'));
    assert.equal(history.older, 'shallow');
    assert.deepEqual(
      history.entries.map(({ commit, change, previous }) => [commit?.subject, change?.kind, previous]),
      [
        [
          'Pivot: lend instead of repair',
          'pivot',
          'We show anybody in the quarter how to repair their own bicycle, so that nobody has to take the bus for want of a tyre.',
        ],
        [
          'Name who it is for and what changes for them',
          'reword',
          'We offer people in the quarter a place where they repair their own bicycles.',
        ],
        ['Give it the name that the tool knows', undefined, undefined],
      ],
    );
  });

  it('reads the history of a file in a submodule from the submodule', async () => {
    box.rebuild(FIXTURE, 'kitchen');
    box.init('house');
    const allow = ['-c', 'protocol.file.allow=always'];
    box.git([...allow, 'submodule', '--quiet', 'add', box.path('kitchen'), 'kitchen'], 'house');
    box.commit('Take the kitchen in', 'house');
    const history = await historyOf(box.path('house/kitchen/docs/kitchen.purpose.md'));
    assert.equal(history.entries.length, 5);
    assert.equal(history.git?.kind === 'repository' && history.git.root, box.path('house/kitchen'));
  });

  it('reads files of any name', async () => {
    box.init();
    for (const name of ['größe – 世界', ':(top)*', '-n', 'a "b"', "it's [x]"]) {
      const file = `a b/${name}.purpose.md`;
      box.write(file, purpose(`We run ${name}.`));
      box.commit(name);
      assert.deepEqual((await historyOf(box.path(file))).entries[0]?.commit?.path, file);
    }
  });

  it('puts uncommitted work on top, whether recorded or not', async () => {
    box.init();
    const path = box.path('team.purpose.md');
    box.write('team.purpose.md', purpose('We run.'));
    const kinds = (history: PurposeHistory) =>
      history.entries.map(({ kind, uncommitted, commit }) => [kind, uncommitted, commit?.subject]);
    assert.deepEqual(kinds(await historyOf(path)), [['working', true, undefined]]);
    box.commit('start');
    box.write('other.md', 'x');
    box.commit('elsewhere');
    assert.deepEqual(kinds(await historyOf(path)), [['refine', false, 'start']]);
    box.write('team.purpose.md', purpose('We run fast.'));
    assert.deepEqual(kinds(await historyOf(path)), [
      ['working', true, undefined],
      ['refine', false, 'start'],
    ]);
    const writing = { author: 'Zoë', now: new Date('2024-02-01'), figuresOf };
    const statement = { plain: 'We run fast.', markdown: 'We run fast.' };
    await recordRefinement(new NodeFiles(), path, { ...writing, statement });
    assert.deepEqual(kinds(await historyOf(path)), [
      ['refine', true, undefined],
      ['refine', false, 'start'],
    ]);
    box.git(['add', '--all']);
    box.git(['commit', '--quiet', '-m', 'faster']);
    const committed = await historyOf(path);
    assert.deepEqual(kinds(committed), [
      ['refine', false, 'faster'],
      ['refine', false, 'start'],
    ]);
    assert.ok(committed.entries[0]?.record, 'a commit and its record are one entry');
    assert.equal(committed.entries[0]?.time, '2024-02-01T00:00:00.000Z');
  });

  it('shows the removal of the statement and of the file', async () => {
    box.init();
    box.write('team.purpose.md', purpose('We run.'));
    box.commit('start');
    box.write('team.purpose.md', '# Team\n');
    box.commit('empty');
    box.write('team.purpose.md', purpose('We run again.'));
    box.commit('again');
    box.git(['rm', '--quiet', 'team.purpose.md']);
    box.commit('gone');
    const kinds = (await historyOf(box.path('team.purpose.md'))).entries.map(({ change }) => change?.kind);
    assert.deepEqual(kinds, ['removed', 'again', 'removed', 'start']);
  });

  it('has only records without a repository, a commit or git', async () => {
    box.write('team.purpose.md', purpose('We run.'));
    const path = box.path('team.purpose.md');
    const outside = await historyOf(path);
    assert.deepEqual(
      [outside.git?.kind, outside.entries.length, outside.older],
      ['no-repository', 1, 'none'],
    );
    box.init();
    assert.equal((await historyOf(path)).entries.length, 1);
    const none: RunGit = () => Promise.reject(new Error('The program git is not on this machine.'));
    const without = await historyOf(path, none);
    assert.deepEqual(without.git, {
      kind: 'unavailable',
      reason: 'The program git is not on this machine.',
    });
    assert.equal(without.entries[0]?.uncommitted, false);
  });

  it('is not led astray by the settings of a user', async () => {
    box.rebuild(FIXTURE, 'kitchen');
    const path = box.path('kitchen/docs/kitchen.purpose.md');
    const plain = (await historyOf(path)).entries;
    for (const setting of [
      'color.ui=always',
      'log.showSignature=true',
      'diff.external=false',
      'diff.renames=false',
      'diff.relative=true',
      'log.date=relative',
      'format.pretty=oneline',
      'core.quotePath=true',
      'log.follow=false',
      'log.decorate=full',
      'log.diffMerges=first-parent',
    ]) {
      box.git(['config', ...setting.split('=')], 'kitchen');
    }
    assert.deepEqual((await historyOf(path)).entries, plain);
  });

  it('reads texts one by one if reading many at once fails', async () => {
    box.rebuild(FIXTURE, 'kitchen');
    const path = box.path('kitchen/docs/kitchen.purpose.md');
    const plain = (await historyOf(path)).entries;
    const spoils = [
      () => Promise.reject(new Error('Too long.')),
      async (text: string) => `${text}!`,
      async (text: string) => text.slice(text.indexOf('\npurpose-') + 1),
      async (text: string) => text.replace(/^(\S+ )./, '$1x'),
    ];
    for (const spoil of spoils) {
      let spoilt = 0;
      const run: RunGit = async (args, cwd, signal, input) => {
        const output = await runGit(args, cwd, signal, input);
        if (!args.some((word) => word.startsWith('--batch='))) return output;
        spoilt++;
        return spoil(output);
      };
      assert.deepEqual((await historyOf(path, run)).entries, plain);
      assert.ok(spoilt > 0);
    }
  });

  it('merges two branches that both recorded without a conflict, and loses nothing', async () => {
    box.init();
    const path = box.path('team.purpose.md');
    const files = new NodeFiles();
    const git = new GitProgram(runGit);
    const save = (minute: number, plain: string) =>
      recordRefinement(files, path, {
        statement: { plain, markdown: plain },
        author: 'Zoë',
        now: new Date(Date.UTC(2026, 10, 22, 12, minute)),
        figuresOf,
        isCommitted: (record) => git.isCommitted(record),
      });
    await save(0, 'We run.');
    box.commit('start');
    // The same author on both branches, within the ten minutes of an edit session: the hardest case for git.
    for (const branch of ['one', 'two']) {
      box.git(['checkout', '--quiet', '-b', branch, 'main']);
      await save(4, `We run ${branch}.`);
      await save(5, `We run ${branch}, again.`);
      await recordEntry(
        files,
        path,
        { type: 'note', fit: 'fits', note: branch },
        {
          statement: { plain: `We run ${branch}, again.`, markdown: `We run ${branch}, again.` },
          author: 'Zoë',
          now: new Date(Date.UTC(2026, 10, 22, 12, 6)),
          figuresOf,
        },
      );
      box.commit(branch);
    }
    box.git(['merge', '--quiet', '--no-edit', 'one']);
    assert.equal(box.git(['status', '--porcelain']), '');
    const { records, unreadable } = await readRecords(files, path);
    assert.deepEqual(unreadable, []);
    assert.deepEqual(records.map(({ statement }) => statement).sort(), [
      'We run one, again.',
      'We run one, again.',
      'We run two, again.',
      'We run two, again.',
      'We run.',
    ]);
  });
});
