import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { NodeFiles } from '../../../src/files/node-files';
import { runIn } from '../support/cli';
import { describeWithGit, GitBox, runGit } from '../support/git-box';
import { MemoryFiles } from '../support/memory-files';

const NETS = '> We mend nets for fishers so that they can sail.\n';
const HOST = (source: string) => `# R\n\n<!-- purpose:begin ${source} -->\n<!-- purpose:end -->\n`;

describeWithGit('folders from other people', () => {
  let box: GitBox;
  beforeEach(function () {
    if (process.platform === 'win32') this.skip();
    box = new GitBox().init('w');
    box.write('private.txt', '> SECRET of another folder for nobody.\n');
    box.write('w/team.purpose.md', NETS);
  });
  afterEach(() => box?.remove());

  const run = async (...args: readonly string[]) => {
    let [out, err] = ['', ''];
    const { code } = await runIn(new MemoryFiles(), args, '', {
      files: new NodeFiles(),
      cwd: box.path('w'),
      git: runGit,
      env: { USER: 'zoe' },
      out: (text) => {
        out += text;
      },
      err: (text) => {
        err += text;
      },
    });
    return { code, out, err };
  };

  it('cannot lead a copy out of the workspace through a link', async () => {
    symlinkSync('../private.txt', box.path('w/x.purpose.md'));
    symlinkSync('..', box.path('w/up'));
    box.write('y.purpose.md', '> SECRET, too.\n');
    symlinkSync('team.purpose.md', box.path('w/inside.purpose.md'));
    for (const source of ['x.purpose.md', 'up/y.purpose.md']) {
      box.write('w/README.md', HOST(source));
      const { code, out } = await run('share');
      assert.equal(code, 1);
      assert.match(out, /is a link out of the workspace/);
      assert.equal(readFileSync(box.path('w/README.md'), 'utf8'), HOST(source));
    }
    box.write('w/README.md', HOST('inside.purpose.md'));
    assert.equal((await run('share')).code, 0);
    assert.match(readFileSync(box.path('w/README.md'), 'utf8'), /We mend nets/);
  });

  it('cannot lead share to write outside the workspace', async () => {
    box.write('outside.md', HOST('w/team.purpose.md'));
    symlinkSync('../outside.md', box.path('w/host.md'));
    const { code, err } = await run('share', 'host.md');
    assert.equal(code, 2);
    assert.match(err, /a link leads this file out of the workspace/);
    assert.equal(readFileSync(box.path('outside.md'), 'utf8'), HOST('w/team.purpose.md'));
  });

  it('cannot show a text from outside as a purpose, nor take records from there', async () => {
    symlinkSync('../private.txt', box.path('w/x.purpose.md'));
    for (const args of [['lint'], ['history'], ['export'], ['note', '--fit', 'fits']]) {
      const { code, out, err } = await run(...args, 'x.purpose.md');
      assert.equal(code, 2, args[0]);
      assert.match(err, /a link leads this file out of the workspace/);
      assert.doesNotMatch(out, /SECRET/);
    }
    box.write('elsewhere/keep', '');
    box.write('w/.purpose/keep', '');
    symlinkSync('../../elsewhere', box.path('w/.purpose/team'));
    assert.equal((await run('note', 'team.purpose.md', '--fit', 'fits')).code, 2);
    assert.deepEqual(readdirSync(box.path('elsewhere')), ['keep']);
  });

  it('cannot show files from outside through a link to their folder, only those of a folder inside', async () => {
    box.write('y.purpose.md', '> SECRET, too.\n');
    box.write('w/real/a.purpose.md', '> We mend nets.\n');
    box.write('w/real/b.purpose.md', '> We mend sails.\n');
    symlinkSync('..', box.path('w/up'));
    symlinkSync('real', box.path('w/docs'));
    const outside = await run('lint', 'up');
    assert.equal(outside.code, 2);
    assert.match(outside.err, /y\.purpose\.md: a link leads this file out of the workspace/);
    assert.doesNotMatch(outside.out, /SECRET/);
    const inside = await run('lint', 'docs', '--format', 'json');
    assert.equal(inside.code, 0);
    const { files } = JSON.parse(inside.out) as { files: readonly { path: string }[] };
    assert.deepEqual(
      files.map(({ path }) => path),
      ['docs/a.purpose.md', 'docs/b.purpose.md'],
    );
  });

  it('prints one line if the settings are not a regular file, and exits with a failure', async () => {
    const settings = box.path('w/.purposerc.yml');
    for (const [make, told] of [
      [() => box.write('w/.purposerc.yml/keep', ''), 'this is a folder, not a file.'],
      [() => execFileSync('mkfifo', [settings]), 'this is a named pipe, not a file.'],
      [() => symlinkSync('/dev/zero', settings), 'this is a device, not a file.'],
      [() => symlinkSync('.purposerc.yml', settings), 'this link leads back to itself.'],
      [() => symlinkSync('nowhere', settings), 'this link leads nowhere.'],
    ] as const) {
      make();
      const { code, err } = await run('lint');
      assert.deepEqual([code, err], [2, `.purposerc.yml:1:1: ${told}\n`]);
      rmSync(settings, { recursive: true });
    }
  });

  it('cannot keep a command waiting with a pipe or a device', async () => {
    symlinkSync('/dev/zero', box.path('w/x.purpose.md'));
    box.write('w/.purpose/team/keep', '');
    symlinkSync('/dev/zero', box.path('w/.purpose/team/2026-01-01T000000Z-note-abcd.md'));
    execFileSync('mkfifo', [box.path('w/.purpose/team/2026-01-02T000000Z-note-abcd.md')]);
    box.write('w/.purpose/templates/keep', '');
    execFileSync('mkfifo', [box.path('w/.purpose/templates/a.md')]);
    execFileSync('mkfifo', [box.path('w/z.purpose.md')]);
    execFileSync('mkfifo', [box.path('w/.gitignore')]);
    box.write('w/team.purpose.md', `---\nreview: every 1 month\n---\n${NETS}`);
    box.write('w/README.md', HOST('z.purpose.md'));
    assert.equal((await run('lint')).code, 0);
    assert.match((await run('lint', 'z.purpose.md')).err, /this is a named pipe, not a file/);
    assert.match((await run('share')).out, /"z.purpose.md" cannot be read/);
    const history = await run('history', 'team.purpose.md');
    assert.match(history.err, /abcd\.md: this is a device, not a file/);
    assert.match(history.err, /abcd\.md: this is a named pipe, not a file/);
    assert.match((await run('templates')).err, /a\.md: this is a named pipe, not a file/);
  });

  it('keeps the records of oddly named files apart from others', async () => {
    for (const name of [
      '...purpose.md',
      '..purpose.md',
      '.purpose.md',
      'templates.purpose.md',
      'a\\b.purpose.md',
    ]) {
      box.write(`w/${name}`, NETS);
      const { code, out } = await run('note', `./${name}`, '--fit', 'fits', '-m', name);
      assert.equal(code, 0);
      const folder = name.startsWith('a') ? 'a\\b' : name;
      assert.ok(out.startsWith(`Noted in .purpose/${folder}/`), out);
      assert.match((await run('history', `./${name}`)).out, /note: it fits/);
    }
    const { out, err } = await run('history', 'team.purpose.md');
    assert.doesNotMatch(out + err, /note|cannot/);
    assert.equal((await run('templates')).err, '');
  });
});
