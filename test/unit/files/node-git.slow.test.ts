import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { NodeFiles } from '../../../src/files/node-files';
import { runGit as startGit } from '../../../src/files/node-git';
import { guardedArgs, guardedEnv } from '../../../src/files/node-git-guard';
import { findProgram } from '../../../src/files/node-program';
import { GitProgram } from '../../../src/history/git-program';
import { openHistory } from '../../../src/history/history';
import { describeWithGit, GitBox, runGit } from '../support/git-box';

const PAGE = (words: string) => `# Team\n\n> We run ${words} so that engineers can ship.\n`;
const figuresOf = () => ({ grade: 0, vague: 0, words: 0 });

/** All calls to git that Purpose makes for a file. */
async function askAll(path: string, run = runGit): Promise<void> {
  const git = new GitProgram(run);
  const history = await openHistory({ files: new NodeFiles(), git, figuresOf }, path).catch(() => undefined);
  await history?.more(Number.POSITIVE_INFINITY);
  await git.isCommitted(path);
  await run(['config', 'user.name'], join(path, '..')).catch(() => '');
  await run(['diff', '--name-only', '-z', 'HEAD~1', 'HEAD'], join(path, '..')).catch(() => '');
}

/** A way in which a repository could make git run a program. */
interface Trap {
  /** The name in docs/SECURITY-MODEL.md. */
  readonly name: string;
  readonly settings?: (program: string) => readonly (readonly [string, string])[];
  readonly attributes?: string;
  /** A git command that triggers the trap, which proves that it works. Omitted if no reading command can reach it. */
  readonly springs?: readonly string[];
}

const TRAPS: readonly Trap[] = [
  {
    name: '`core.fsmonitor`',
    settings: (program) => [['core.fsmonitor', program]],
    springs: ['status'],
  },
  {
    name: '`core.hooksPath` and hooks',
    settings: (program) => [['core.hooksPath', join(program, '..', 'hooks')]],
    springs: ['checkout', '--quiet', '-B', 'another'],
  },
  {
    name: '`diff.external`, `diff.*.command`',
    settings: (program) => [
      ['diff.external', program],
      ['diff.evil.command', program],
    ],
    attributes: '* diff=evil\n',
    springs: ['diff', 'HEAD~1', 'HEAD'],
  },
  {
    name: '`diff.*.textconv`',
    settings: (program) => [['diff.evil.textconv', program]],
    attributes: '* diff=evil\n',
    springs: ['log', '-p'],
  },
  {
    name: '`filter.*.clean`, `.smudge`, `.process`',
    settings: (program) => [
      ['filter.evil.clean', program],
      ['filter.evil.smudge', program],
    ],
    attributes: '* filter=evil\n',
    springs: ['-c', 'core.fsmonitor=', 'hash-object', 'x.purpose.md'],
  },
  {
    name: '`gpg.program`, `gpg.*.program` with `log.showSignature`',
    settings: (program) => [
      ['gpg.program', program],
      ['log.showSignature', 'true'],
    ],
    springs: ['log'],
  },
  {
    name: '`core.pager`, `pager.*`',
    settings: (program) => [
      ['core.pager', program],
      ['pager.log', program],
      ['pager.show', program],
    ],
  },
  {
    name: '`alias.*`',
    settings: (program) => [
      ['alias.log', `!${program}`],
      ['alias.rev-parse', `!${program}`],
      ['alias.evil', `!${program}`],
    ],
    springs: ['evil'],
  },
  {
    name: '`core.sshCommand`, `core.gitProxy`',
    settings: (program) => [
      ['core.sshCommand', program],
      ['core.gitProxy', program],
      ['remote.origin.url', 'ssh://host/x'],
    ],
    springs: ['fetch'],
  },
  {
    name: '`remote.*.url` with `ext::`, `remote.*.vcs`',
    settings: (program) => [
      ['protocol.ext.allow', 'always'],
      ['remote.origin.url', `ext::${program}`],
    ],
    springs: ['fetch'],
  },
  {
    name: '`remote.*.uploadpack`, `uploadpack.packObjectsHook`',
    settings: (program) => [
      ['remote.origin.url', '.'],
      ['remote.origin.uploadpack', program],
      ['uploadpack.packObjectsHook', program],
    ],
    springs: ['fetch'],
  },
  {
    name: '`credential.helper`, `core.askPass`',
    settings: (program) => [
      ['credential.helper', `!${program}`],
      ['core.askPass', program],
    ],
  },
  { name: '`core.alternateRefsCommand`', settings: (program) => [['core.alternateRefsCommand', program]] },
  {
    name: '`include.path`, `includeIf.*`, `config.worktree`',
    settings: (program) => [['include.path', join(program, '..', 'included')]],
    springs: ['status'],
  },
  {
    name: '`core.editor`, `sequence.editor`, `merge.*.driver`, `submodule.*.update`',
    settings: (program) => [
      ['core.editor', program],
      ['sequence.editor', program],
      ['merge.evil.driver', program],
      ['submodule.x.update', `!${program}`],
    ],
    attributes: '* merge=evil\n',
  },
];

describeWithGit('the start of git', () => {
  let box: GitBox;
  beforeEach(() => {
    box = new GitBox();
  });
  afterEach(() => box.remove());

  /** A program that creates a file beside itself when it runs. */
  function canary(): { program: string; ran: () => boolean; reset: () => void } {
    const [program, mark] = [box.path('canary'), box.path('ran')];
    box.write('canary', `#!/bin/sh\ntouch '${mark}'\nexit 0\n`);
    chmodSync(program, 0o755);
    box.write('hooks/post-checkout', readFileSync(program, 'utf8'));
    chmodSync(box.path('hooks/post-checkout'), 0o755);
    box.write('included', `[core]\n\tfsmonitor = ${program}\n`);
    return { program, ran: () => existsSync(mark), reset: () => rmSync(mark, { force: true }) };
  }

  function signed(): void {
    const commit = box.git(['cat-file', 'commit', 'HEAD'], 'repo');
    const text = commit.replace(
      /\n\n/,
      '\ngpgsig -----BEGIN PGP SIGNATURE-----\n \n -----END PGP SIGNATURE-----\n\n',
    );
    const input = { cwd: box.path('repo'), input: text, encoding: 'utf8' } as const;
    const hash = execFileSync('git', ['hash-object', '-t', 'commit', '-w', '--stdin'], input).trim();
    box.git(['update-ref', 'HEAD', hash], 'repo');
  }

  function repository(): void {
    box.init('repo');
    for (const words of ['machines', 'build machines']) {
      box.write('repo/x.purpose.md', PAGE(words));
      box.commit(words, 'repo');
    }
    signed();
    box.git(['mv', 'x.purpose.md', 'y.purpose.md'], 'repo');
    box.write('repo/x.purpose.md', PAGE('other machines'));
  }

  for (const { name, settings, attributes, springs } of TRAPS) {
    it(`runs no program of ${name}`, async function () {
      if (process.platform === 'win32') this.skip();
      repository();
      const { program, ran, reset } = canary();
      if (attributes) box.write('repo/.gitattributes', attributes);
      for (const [key, value] of settings?.(program) ?? []) box.git(['config', '--add', key, value], 'repo');
      await askAll(box.path('repo/x.purpose.md'));
      await askAll(box.path('repo/y.purpose.md'));
      assert.equal(ran(), false);
      if (!springs) return;
      reset();
      try {
        box.git(springs, 'repo');
      } catch {
        // git cannot use the program's output.
      }
      assert.ok(ran(), 'git alone runs it');
    });
  }

  it('names each of these ways in the security model', () => {
    const page = readFileSync('docs/SECURITY-MODEL.md', 'utf8');
    const named = [...page.matchAll(/^\| (`[^|]*?) +\|/gm)].map(([, name]) => name);
    assert.deepEqual(
      TRAPS.map(({ name }) => name).filter((name) => !named.includes(name)),
      [],
    );
  });

  it('asks no server for what a partial clone lacks, and invents no change from the gap', async function () {
    if (process.platform === 'win32') this.skip();
    box.init('source');
    for (const words of ['old machines', 'machines', 'build machines']) {
      box.write('source/x.purpose.md', PAGE(words));
      box.commit(words, 'source');
    }
    box.git(['config', 'uploadpack.allowFilter', 'true'], 'source');
    box.git(['clone', '--quiet', '--filter=blob:none', `file://${box.path('source')}`, 'part']);
    const { program, ran } = canary();
    box.git(['config', 'remote.origin.url', 'ssh://host/x'], 'part');
    box.git(['config', 'core.sshCommand', program], 'part');
    const git = new GitProgram(runGit);
    const history = await openHistory(
      { files: new NodeFiles(), git, figuresOf },
      box.path('part/x.purpose.md'),
    );
    assert.equal(ran(), false);
    assert.deepEqual(
      history.entries.map(({ kind, change, uncommitted }) => [kind, change, uncommitted]),
      [['working', undefined, false]],
    );
    assert.equal(history.commitsLeftOut, 3);
  });

  it('takes no folder that only looks like a bare repository for one', async function () {
    if (process.platform === 'win32') this.skip();
    box.init('source');
    box.write('source/x.purpose.md', PAGE('machines'));
    box.commit('machines', 'source');
    const { program, ran, reset } = canary();
    box.git(['config', 'core.fsmonitor', program], 'source');
    box.git(['config', 'core.bare', 'true'], 'source');
    box.init('host');
    box.git(['clone', '--quiet', '--bare', box.path('source'), 'host/team']);
    box.write('host/team/config', readFileSync(box.path('source/.git/config'), 'utf8'));
    for (const below of ['host/team', 'host/team/refs']) {
      const path = box.path(below, 'x.purpose.md');
      box.write(`${below}/x.purpose.md`, PAGE('machines'));
      await askAll(path);
      assert.equal(ran(), false);
      const state = await new GitProgram(runGit).state(path);
      assert.equal(state.kind, 'unavailable');
      assert.match(state.kind === 'unavailable' ? state.reason : '', /looks like a bare git repository/);
    }
    reset();
  });

  it('is not led to another repository by the environment', async () => {
    repository();
    box.init('other');
    const env = {
      ...process.env,
      GIT_CONFIG_GLOBAL: '/dev/null',
      GIT_DIR: box.path('other/.git'),
      GIT_WORK_TREE: box.path('other'),
      GIT_INDEX_FILE: box.path('other/.git/index'),
      GIT_OBJECT_DIRECTORY: box.path('other/.git/objects'),
      GIT_COMMON_DIR: box.path('other/.git'),
      GIT_NAMESPACE: 'x',
      GIT_CEILING_DIRECTORIES: box.folder,
      GIT_EXTERNAL_DIFF: 'false',
      GIT_CONFIG_COUNT: '1',
      GIT_CONFIG_KEY_0: 'log.showSignature',
      GIT_CONFIG_VALUE_0: 'true',
      GIT_LITERAL_PATHSPECS: '0',
    };
    const log = await new GitProgram((args, cwd, signal) => startGit(args, cwd, { signal, env })).log(
      box.path('repo/y.purpose.md'),
    );
    assert.equal(log.length, 2);
  });

  it('passes only the environment variables that locate git and its settings', () => {
    const kept = guardedEnv({
      HOME: '/h',
      GIT_DIR: 'x',
      git_trace: '1',
      GIT_CONFIG_GLOBAL: '/g',
      GIT_SSH: 'x',
    });
    assert.deepEqual(
      Object.keys(kept).filter((name) => /^(?:HOME$|GIT_(?:DIR|TRACE|CONFIG|SSH))/i.test(name)),
      ['HOME', 'GIT_CONFIG_GLOBAL'],
    );
  });

  it('runs only commands that read', async () => {
    assert.throws(() => guardedArgs(['-c', 'x=log', 'push']), /does not run git push/);
    assert.throws(() => guardedArgs(['constructor']), /does not run/);
    assert.throws(() => guardedArgs([]), /does not run/);
    box.init();
    await assert.rejects(startGit(['fetch'], box.folder), /does not run git fetch/);
  });

  it('starts no process without a repository, and reports that', async () => {
    await assert.rejects(
      startGit(['log'], box.folder, { program: '/no/such/git' }),
      /^Error: This is not a git repository\.$/,
    );
    box.init();
    await assert.rejects(
      startGit(['log'], box.folder, { program: '/no/such/git' }),
      /git is not on this machine/,
    );
  });
});

describe('findProgram', () => {
  it('finds a program in absolute folders of PATH alone', async function () {
    if (process.platform === 'win32') this.skip();
    const box = new GitBox();
    try {
      for (const folder of ['bin', 'node_modules/.bin', 'folder/tool']) {
        mkdirSync(box.path(folder), { recursive: true });
        if (folder === 'folder/tool') continue;
        box.write(`${folder}/tool`, '#!/bin/sh\n');
        chmodSync(box.path(folder, 'tool'), 0o755);
      }
      box.write('plain/tool', 'no program');
      symlinkSync(box.path('bin'), box.path('linked'));
      const find = (...folders: readonly string[]) => findProgram('tool', { PATH: folders.join(delimiter) });
      const here = box.path('node_modules/.bin');
      assert.equal(
        await find('', '.', 'bin', here, `${here}/`, box.path('folder'), box.path('plain')),
        undefined,
      );
      assert.equal(await find('', here, box.path('bin')), box.path('bin/tool'));
      assert.equal(await find(box.path('linked')), box.path('linked/tool'));
      assert.equal(await findProgram('tool', {}), undefined);
    } finally {
      box.remove();
    }
  });
});
