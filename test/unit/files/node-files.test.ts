import assert from 'node:assert/strict';
import {
  chmodSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import promises from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NodeFiles } from '../../../src/files/node-files';
import { isTemporary } from '../../../src/files/temporary-file';

const bytes = (text: string) => new TextEncoder().encode(text);

describe('files on disk', () => {
  const files = new NodeFiles();
  const isRoot = process.getuid?.() === 0;
  const hasModes = process.platform !== 'win32';
  let folder: string;
  let at: (name: string) => string;
  beforeEach(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'purpose-files-')));
    at = (name) => join(folder, name);
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const leaveNoTemporaryFile = () => assert.deepEqual(readdirSync(folder).filter(isTemporary), []);

  it('says of a name that is not UTF-8 that it cannot be opened', async function () {
    if (process.platform !== 'linux') this.skip();
    writeFileSync(Buffer.concat([Buffer.from(at('caf')), Buffer.from([0xe9])]), 'text');
    const [listed] = await files.list(folder);
    await assert.rejects(files.read(at(listed?.name ?? '')), /its name is not UTF-8; rename it\.$/);
    await assert.rejects(files.read(at('other')), /there is no such file/);
    rmSync(Buffer.concat([Buffer.from(at('caf')), Buffer.from([0xe9])]) as unknown as string);
  });

  describe('write', () => {
    it('replaces what was there and makes folders above', async () => {
      writeFileSync(at('a.md'), 'a longer text than the next one');
      await files.write(at('a.md'), bytes('new'));
      await files.write(at('b/c/d.md'), bytes('deep'));
      assert.equal(readFileSync(at('a.md'), 'utf8'), 'new');
      assert.equal(readFileSync(at('b/c/d.md'), 'utf8'), 'deep');
      leaveNoTemporaryFile();
    });

    it('puts another file in its place: a reader of the old one reads on', async () => {
      writeFileSync(at('a.md'), 'old');
      const reader = await promises.open(at('a.md'));
      await files.write(at('a.md'), bytes('new'));
      assert.equal(await reader.readFile('utf8'), 'old');
      await reader.close();
    });

    it('keeps permissions', async function () {
      if (!hasModes) this.skip();
      writeFileSync(at('a.md'), 'old');
      for (const mode of [0o600, 0o640, 0o755, 0o666]) {
        chmodSync(at('a.md'), mode);
        await files.write(at('a.md'), bytes('new'));
        assert.equal(statSync(at('a.md')).mode & 0o777, mode);
      }
    });

    it('keeps a link and replaces its target', async function () {
      if (!hasModes) this.skip();
      mkdirSync(at('far'));
      writeFileSync(at('far/a.md'), 'old');
      symlinkSync('far/a.md', at('a.md'));
      symlinkSync('a.md', at('b.md'));
      await files.write(at('b.md'), bytes('new'));
      assert.equal(readFileSync(at('far/a.md'), 'utf8'), 'new');
      assert.ok(lstatSync(at('a.md')).isSymbolicLink() && lstatSync(at('b.md')).isSymbolicLink());
      assert.deepEqual(readdirSync(at('far')), ['a.md']);
    });

    it('refuses a dangling or circular link, a folder, and a file in place of a folder', async function () {
      if (!hasModes) this.skip();
      symlinkSync('nowhere.md', at('a.md'));
      symlinkSync('b.md', at('b.md'));
      mkdirSync(at('c.md'));
      writeFileSync(at('d'), '');
      await assert.rejects(files.write(at('a.md'), bytes('')), {
        code: 'unwritable',
        message: /leads nowhere/,
      });
      await assert.rejects(files.write(at('b.md'), bytes('')), { code: 'unwritable' });
      await assert.rejects(files.write(at('c.md'), bytes('')), { code: 'not-a-file' });
      await assert.rejects(files.write(at('d/e.md'), bytes('')), { code: 'not-a-folder' });
      assert.ok(!existsSync(at('nowhere.md')));
      leaveNoTemporaryFile();
    });

    it('refuses a read-only file, which a move could replace', async function () {
      if (!hasModes || isRoot) this.skip();
      writeFileSync(at('a.md'), 'old', { mode: 0o444 });
      await assert.rejects(files.write(at('a.md'), bytes('new')), {
        code: 'unwritable',
        message: /does not allow/,
      });
      assert.equal(readFileSync(at('a.md'), 'utf8'), 'old');
    });

    it('does not replace a file that has changed since it was read', async () => {
      writeFileSync(at('a.md'), 'saved meanwhile');
      const writing = files.write(at('a.md'), bytes('ours'), bytes('as we read it'));
      await assert.rejects(writing, { code: 'changed' });
      await assert.rejects(files.write(at('b.md'), bytes('ours'), bytes('')), { code: 'changed' });
      assert.equal(readFileSync(at('a.md'), 'utf8'), 'saved meanwhile');
      assert.deepEqual(readdirSync(folder), ['a.md']);
      await files.write(at('a.md'), bytes('ours'), bytes('saved meanwhile'));
      assert.equal(readFileSync(at('a.md'), 'utf8'), 'ours');
    });
  });

  describe('create', () => {
    it('makes a file whole, and never in the place of anything', async () => {
      await files.create(at('x/a.md'), bytes('one'));
      await assert.rejects(files.create(at('x/a.md'), bytes('two')), { code: 'exists' });
      await assert.rejects(files.create(at('x'), bytes('two')), { code: 'exists' });
      assert.equal(readFileSync(at('x/a.md'), 'utf8'), 'one');
      assert.deepEqual(readdirSync(at('x')), ['a.md']);
    });

    it('counts a link as existing, even a broken one', async function () {
      if (!hasModes) this.skip();
      symlinkSync('nowhere.md', at('a.md'));
      await assert.rejects(files.create(at('a.md'), bytes('one')), { code: 'exists' });
      assert.deepEqual(readdirSync(folder), ['a.md']);
    });

    it('lets one of many at once win', async () => {
      const all = Array.from({ length: 20 }, (_, index) => files.create(at('a.md'), bytes(`${index}`)));
      const done = await Promise.allSettled(all);
      const won = done.flatMap(({ status }, index) => (status === 'fulfilled' ? [index] : []));
      assert.equal(won.length, 1);
      assert.equal(readFileSync(at('a.md'), 'utf8'), `${won[0]}`);
      assert.deepEqual(readdirSync(folder), ['a.md']);
    });

    it('shows no file before it is whole', async () => {
      const text = 'x'.repeat(2_000_000);
      const creating = files.create(at('a.md'), bytes(text));
      let done = false;
      creating.then(() => {
        done = true;
      });
      while (!done) {
        const size = statSync(at('a.md'), { throwIfNoEntry: false })?.size;
        assert.ok(size === undefined || size === text.length, `${size} of ${text.length} bytes`);
        await new Promise(setImmediate);
      }
    });
  });

  describe('when the system fails', () => {
    const real = { ...promises };
    afterEach(() => {
      Object.assign(promises, real);
      syncBuiltinESMExports();
    });

    /** Makes a function of `node:fs/promises` fail with this code from now on. */
    function breakPart(part: 'link' | 'open' | 'realpath' | 'mkdir', code: string): void {
      Object.assign(promises, { [part]: () => Promise.reject(Object.assign(new Error(code), { code })) });
      syncBuiltinESMExports();
    }

    /** Makes a method of every file opened for writing fail with this code, after half of the work. */
    function breakMethod(method: 'writeFile' | 'sync' | 'chmod', code: string): void {
      Object.assign(promises, {
        open: async (path: string, flags: string, mode?: number) => {
          const file = await real.open(path, flags, mode);
          const write = file.writeFile.bind(file);
          if (flags !== 'r') {
            Object.assign(file, {
              [method]: async () => {
                if (method === 'writeFile') await write('hal');
                throw Object.assign(new Error(code), { code });
              },
            });
          }
          return file;
        },
      });
      syncBuiltinESMExports();
    }

    for (const code of ['ENOSPC', 'EIO', 'EDQUOT', 'EACCES', 'EMFILE', 'EROFS']) {
      it(`leaves everything as it was and says so: ${code}`, async () => {
        writeFileSync(at('a.md'), 'old');
        const breaks = [
          () => breakMethod('writeFile', code),
          () => breakMethod('sync', code),
          () => breakPart('open', code),
          () => breakPart('mkdir', code),
        ];
        for (const breakIt of breaks) {
          breakIt();
          const refused = { code: 'unwritable', message: new RegExp(`${code}\\)\\.$`) };
          await assert.rejects(files.write(at('a.md'), bytes('new')), refused);
          await assert.rejects(files.create(at('b.md'), bytes('new')), refused);
          Object.assign(promises, real);
          syncBuiltinESMExports();
          assert.equal(readFileSync(at('a.md'), 'utf8'), 'old');
          assert.deepEqual(readdirSync(folder), ['a.md']);
        }
      });
    }

    for (const code of ['EPERM', 'ENOTSUP', 'EXDEV', 'EISDIR']) {
      it(`creates without hard links if the system answers ${code}`, async () => {
        breakPart('link', code);
        const both = [files.create(at('a.md'), bytes('one')), files.create(at('a.md'), bytes('one'))];
        const done = await Promise.allSettled(both);
        assert.deepEqual(done.map(({ status }) => status).sort(), ['fulfilled', 'rejected']);
        await assert.rejects(files.create(at('a.md'), bytes('two')), { code: 'exists' });
        assert.equal(readFileSync(at('a.md'), 'utf8'), 'one');
        assert.deepEqual(readdirSync(folder), ['a.md']);
      });
    }

    it('creates no file if the name cannot be reserved', async () => {
      breakPart('link', 'ENOSPC');
      await assert.rejects(files.create(at('a.md'), bytes('one')), { code: 'unwritable' });
      assert.deepEqual(readdirSync(folder), []);
    });
  });

  it('leaves the other names of a file with its old content', async function () {
    if (!hasModes) this.skip();
    writeFileSync(at('a.md'), 'old');
    linkSync(at('a.md'), at('b.md'));
    await files.write(at('a.md'), bytes('new'));
    assert.equal(readFileSync(at('b.md'), 'utf8'), 'old');
  });
});
