import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FileError } from '../../../src/files/file-access';
import { BLOCKING, NodeFiles } from '../../../src/files/node-files';
import { leadsOut } from '../../../src/files/regular-file';
import { MemoryFiles } from '../support/memory-files';

for (const [how, files] of [
  ['what is read', new NodeFiles()],
  ['what is read while the thread waits', new NodeFiles(BLOCKING)],
] as const)
  describe(how, () => {
    let folder: string;
    const at = (name: string) => join(folder, name);
    const why = async (name: string, largest?: number): Promise<[string, string]> => {
      try {
        await files.read(at(name), largest);
      } catch (error) {
        assert.ok(error instanceof FileError);
        return [error.code, error.message.replace(`${at(name)}: `, '')];
      }
      return ['read', ''];
    };
    before(function () {
      if (process.platform === 'win32') this.skip();
      folder = realpathSync(mkdtempSync(join(tmpdir(), 'purpose-read-')));
      writeFileSync(at('text'), 'We mend nets.\n');
      writeFileSync(at('empty'), '');
      mkdirSync(at('below'));
      execFileSync('mkfifo', [at('pipe')]);
      for (const [name, target] of [
        ['to-text', 'text'],
        ['to-zero', '/dev/zero'],
        ['to-pipe', 'pipe'],
        ['loop', 'loop'],
        ['to-nowhere', 'nowhere'],
        ['below/out', '../text'],
      ] as const)
        symlinkSync(target, at(name));
    });
    after(() => folder && rmSync(folder, { recursive: true, force: true }));

    it('is regular files, at once and with a plain reason otherwise', async () => {
      assert.equal(new TextDecoder().decode(await files.read(at('to-text'))), 'We mend nets.\n');
      assert.equal((await files.read(at('empty'))).length, 0);
      assert.deepEqual(await why('below'), ['not-a-file', 'this is a folder, not a file.']);
      assert.deepEqual(await why('pipe'), ['not-a-file', 'this is a named pipe, not a file.']);
      assert.deepEqual(await why('to-pipe'), ['not-a-file', 'this is a named pipe, not a file.']);
      assert.deepEqual(await why('to-zero'), ['not-a-file', 'this is a device, not a file.']);
      assert.deepEqual(await why('loop'), ['not-a-file', 'this link leads back to itself.']);
      assert.deepEqual(await why('to-nowhere'), ['not-a-file', 'this link leads nowhere.']);
      assert.deepEqual(await why('missing'), ['missing', 'there is no such file or folder.']);
      assert.deepEqual(await why('text/x'), ['not-a-folder', 'this is not a folder.']);
    });

    it('is not a socket', async () => {
      const server = createServer().listen(at('socket'));
      await new Promise((resolve) => server.once('listening', resolve));
      try {
        assert.deepEqual(await why('socket'), ['not-a-file', 'this is a socket, not a file.']);
      } finally {
        server.close();
      }
    });

    it('is limited in size, even if the system reports a wrong size', async () => {
      const text = 'We mend nets.\n';
      assert.equal((await why('text', text.length))[0], 'read');
      assert.match((await why('text', text.length - 1))[1], /this file has 0\.0 MB/);
      await assert.rejects(new MemoryFiles({ '/a': text }).read('/a', text.length - 1), /this file has/);
      if (process.platform !== 'linux') return;
      // The system reports its size as 0.
      assert.ok((await files.read('/proc/self/status')).length > 100);
      await assert.rejects(files.read('/proc/self/status', 100), /this file has/);
    });

    it('distinguishes a broken or circular link from a missing file', async () => {
      assert.equal(await files.stat(at('missing')), undefined);
      await assert.rejects(files.stat(at('to-nowhere')), /leads nowhere/);
      await assert.rejects(files.stat(at('loop')), /leads back to itself/);
    });

    it('detects links that lead out of a folder', async () => {
      assert.equal(await leadsOut(files, at('below'), at('below/out')), true);
      assert.equal(await leadsOut(files, folder, at('below/out')), false);
      assert.equal(await leadsOut(files, at('below'), at('below/missing/x')), false);
      assert.equal(await leadsOut(files, folder, at('to-zero')), true);
      assert.equal(await leadsOut(new MemoryFiles(), '/a', '/b'), false);
    });
  });
