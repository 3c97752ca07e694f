import assert from 'node:assert/strict';
import { FileError, type FileStat } from '../../../../src/files/file-access';
import { runIn } from '../../support/cli';
import { MemoryFiles } from '../../support/memory-files';

const copy = (source: string, words: string) =>
  `<!-- purpose:begin ${source} -->\n${words}\n<!-- purpose:end -->\n`;

const world = () => ({
  '/w/.git/HEAD': '',
  '/w/team.purpose.md': '# Team\n\n> We run the machines.\n',
  '/w/README.md': `# A\n\n${copy('team.purpose.md', '> We ran.')}`,
  '/w/docs/a.md': copy('../team.purpose.md', '> We run the machines.'),
  '/w/docs/b.markdown': copy('../team.purpose.md', 'old').replaceAll('\n', '\r\n'),
  '/w/docs/plain.md': 'Nothing here.\n',
  '/w/notes.txt': copy('team.purpose.md', 'old'),
  '/w/.gitignore': 'out/',
  '/w/out/c.md': copy('../team.purpose.md', 'old'),
});

/** Runs `purpose share` on files that stay the same between runs. */
async function share(args: readonly string[], files: MemoryFiles, cwd = '/w') {
  const { code, out, err } = await runIn(files, ['share', ...args], '', { cwd });
  return { code, out, err };
}

describe('purpose share', () => {
  it('updates every copy below the folder and nothing else', async () => {
    const files = new MemoryFiles(world());
    const ran = await share([], files);
    assert.deepEqual(ran, {
      code: 0,
      err: '',
      out: 'README.md:3:1: updated the copy of team.purpose.md\ndocs/b.markdown:1:1: updated the copy of ../team.purpose.md\n3 copies in 3 files: 2 updated.\n',
    });
    assert.equal(files.text('/w/README.md'), `# A\n\n${copy('team.purpose.md', '> We run the machines.')}`);
    assert.equal(
      files.text('/w/docs/b.markdown'),
      copy('../team.purpose.md', '> We run the machines.').replaceAll('\n', '\r\n'),
    );
    for (const path of ['/w/notes.txt', '/w/out/c.md', '/w/docs/a.md', '/w/team.purpose.md'] as const) {
      assert.equal(files.text(path), world()[path]);
    }
    assert.match((await share(['--check'], files)).out, /^3 copies in 3 files: all up to date\.\n$/);
  });

  it('leaves a copy that a comment keeps', async () => {
    const kept = (comment: string) =>
      `<!-- purpose ${comment} -->\n\n${copy('team.purpose.md', '> We ran.')}`;
    for (const comment of ['ignore stale-copy: as in 2019', 'disable stale-copy', 'ignore']) {
      const text = `# A\n\n${kept(comment)}`;
      const files = new MemoryFiles({ ...world(), '/w/README.md': text });
      assert.match(
        (await share(['--check', 'README.md'], files)).out,
        /^1 copy in 1 file: all up to date\.\n$/,
      );
      assert.equal((await share(['README.md'], files)).code, 0);
      assert.equal(files.text('/w/README.md'), text);
    }
    const other = new MemoryFiles({ ...world(), '/w/README.md': kept('ignore hedge') });
    assert.match((await share(['README.md'], other)).out, /1 updated/);
  });

  it('leaves the copies of a file with conflict markers, and says so', async () => {
    const sides = '<<<<<<< HEAD\n> We ran.\n=======\n> We run.\n>>>>>>> theirs';
    for (const text of [
      copy('team.purpose.md', sides),
      `${sides}\n\n${copy('team.purpose.md', '> We ran.')}`,
    ]) {
      const files = new MemoryFiles({ ...world(), '/w/README.md': text });
      for (const args of [['--check', 'README.md'], ['README.md']]) {
        const { code, out } = await share(args, files);
        assert.equal(code, 1);
        assert.match(
          out,
          /README\.md:\d+:1: This file has conflict markers: the copy is left as it is until/,
        );
      }
      assert.equal(files.text('/w/README.md'), text);
    }
  });

  /** Files that an editor saves just before `share` writes, this many times. */
  class Edited extends MemoryFiles {
    saves = 0;
    constructor(readonly most: number) {
      super(world());
    }
    override async write(path: string, content: Uint8Array, was?: Uint8Array): Promise<void> {
      if (path === '/w/README.md' && this.saves < this.most) {
        const saved = `${super.text(path)}Saved ${++this.saves}.\n`;
        await super.write(path, new TextEncoder().encode(saved));
      }
      return super.write(path, content, was);
    }
  }

  it('rereads a file that changed meanwhile, and keeps the saved text', async () => {
    const files = new Edited(2);
    const ran = await share(['README.md'], files);
    const line = 'README.md:3:1: updated the copy of team.purpose.md\n';
    assert.deepEqual(ran, { code: 0, err: '', out: `${line}1 copy in 1 file: 1 updated.\n` });
    const updated = copy('team.purpose.md', '> We run the machines.');
    assert.equal(files.text('/w/README.md'), `# A\n\n${updated}Saved 1.\nSaved 2.\n`);
  });

  it('leaves a file alone that changes again and again, and says so', async () => {
    const files = new Edited(Number.POSITIVE_INFINITY);
    const ran = await share(['README.md'], files);
    assert.equal(ran.code, 2);
    assert.match(ran.err, /^\S*README\.md: another program changed this file meanwhile\.\n$/);
    assert.equal(ran.out, '1 copy in 1 file: 0 updated.\n');
    assert.match(files.text('/w/README.md'), /We ran\.[\s\S]*Saved 1\.[\s\S]*Saved 5\.\n$/);
  });

  it('reports an update after the write, and not if the write fails', async () => {
    class Full extends MemoryFiles {
      override async write(path: string, content: Uint8Array): Promise<void> {
        if (path === '/w/README.md') throw new FileError('unwritable', path, `${path}: the disk is full.`);
        return super.write(path, content);
      }
    }
    const ran = await share([], new Full(world()));
    assert.equal(ran.code, 2);
    assert.match(ran.err, /^\S*README\.md: the disk is full\.\n$/);
    assert.equal(
      ran.out,
      'docs/b.markdown:1:1: updated the copy of ../team.purpose.md\n3 copies in 3 files: 1 updated.\n',
    );
  });

  it('reports the temporary file of an interrupted write', async () => {
    const left = 'docs/.a.md.1f2e3d4c.purpose-tmp';
    const ran = await share(
      ['--check', 'docs/a.md', 'docs'],
      new MemoryFiles({ ...world(), [`/w/${left}`]: '' }),
    );
    assert.ok(ran.err.startsWith(`${left}: a write was interrupted`), ran.err);
    assert.equal(ran.code, 1);
  });

  it('checks without writing, and agrees with the update on what differs', async () => {
    const files = new MemoryFiles(world());
    const ran = await share(['--check'], files);
    assert.equal(ran.code, 1);
    assert.equal(
      ran.out,
      'README.md:3:1: this copy differs from team.purpose.md\ndocs/b.markdown:1:1: this copy differs from ../team.purpose.md\n3 copies in 3 files: 2 to update with `purpose share`.\n',
    );
    for (const [path, text] of Object.entries(world())) assert.equal(files.text(path), text);
  });

  it('takes files and folders by name, each once', async () => {
    const files = new MemoryFiles(world());
    const ran = await share(['docs/b.markdown', 'docs', './docs'], files);
    assert.match(ran.out, /2 copies in 2 files: 1 updated/);
    assert.equal(files.text('/w/README.md'), world()['/w/README.md']);
    assert.match((await share(['notes.txt'], files)).out, /1 updated/);
  });

  it('names what it cannot serve and does the rest', async () => {
    const files = new MemoryFiles({
      ...world(),
      '/w/bad.md': `${copy('../../etc/x.purpose.md', 'x')}<!-- purpose:end -->\n${copy('gone.purpose.md', 'x')}`,
    });
    const ran = await share([], files);
    assert.equal(ran.code, 1);
    assert.match(ran.out, /bad\.md:1:1: .*leads out of the workspace/);
    assert.match(ran.out, /bad\.md:4:1: This end belongs to no copy/);
    assert.match(ran.out, /bad\.md:5:1: There is no file "gone\.purpose\.md"/);
    assert.match(ran.out, /5 copies in 4 files: 2 updated, 3 markers left as found\.\n$/);
  });

  it('says in one line which file it cannot read, and does the rest', async () => {
    class Odd extends MemoryFiles {
      override async read(path: string): Promise<Uint8Array> {
        if (path === '/w/locked.md') throw new FileError('unreadable', path, `${path}: it cannot be read.`);
        const bytes = await super.read(path);
        return path === '/w/latin.md' ? new Uint8Array([0xe9, ...bytes]) : bytes;
      }
      override async stat(path: string): Promise<FileStat | undefined> {
        const found = await super.stat(path);
        return found && path === '/w/huge.md' ? { ...found, size: 1e9 } : found;
      }
    }
    const files = new Odd({
      ...world(),
      '/w/locked.md': '',
      '/w/latin.md': copy('team.purpose.md', 'x'),
      '/w/binary.md': `\0${copy('team.purpose.md', 'x')}`,
      '/w/huge.md': '',
    });
    const ran = await share(['.', 'none.md'], files);
    assert.equal(ran.code, 2);
    assert.deepEqual(
      ran.err.split('\n').map((line) => line.split(':')[0]),
      ['none.md', 'binary.md', 'huge.md', 'latin.md', '/w/locked.md', ''],
    );
    assert.match(ran.out, /3 copies in 3 files: 2 updated/);
  });

  it('keeps a byte-order mark', async () => {
    const files = new MemoryFiles({ ...world(), '/w/README.md': `\uFEFF${copy('team.purpose.md', 'x')}` });
    await share(['README.md'], files);
    assert.equal(files.text('/w/README.md'), `\uFEFF${copy('team.purpose.md', '> We run the machines.')}`);
  });

  it('settles purpose files that copy from each other before the files that copy from them', async () => {
    const files = new MemoryFiles({
      '/w/a.purpose.md': copy('b.purpose.md', '> old a'),
      '/w/b.purpose.md': copy('c.purpose.md', '> old b'),
      '/w/c.purpose.md': '> New.\n',
      '/w/README.md': copy('a.purpose.md', '> old'),
    });
    const ran = await share([], files);
    assert.equal(ran.code, 0);
    assert.equal(files.text('/w/README.md'), copy('a.purpose.md', '> New.'));
    assert.equal((await share(['--check'], files)).code, 0);
  });

  it('lets a copy come from anywhere in the repository, called from anywhere in it', async () => {
    const files = new MemoryFiles(world());
    assert.match((await share(['--check'], files, '/w/docs')).out, /1 to update/);
    const bare = new MemoryFiles({
      '/x/team.purpose.md': '> We.',
      '/x/docs/a.md': copy('../team.purpose.md', 'x'),
    });
    const ran = await share([], bare, '/x/docs');
    assert.match(ran.out, /leads out of the workspace/);
  });

  it('reports that there is no copy, and refuses unknown options', async () => {
    const files = new MemoryFiles({ '/w/a.md': '' });
    assert.deepEqual(await share([], files), {
      code: 0,
      out: 'There is no shared copy here.\n',
      err: '',
    });
    const wrong = await share(['--chekc'], files);
    assert.equal(wrong.code, 2);
    assert.match(wrong.err, /--chekc/);
  });
});
