import assert from 'node:assert/strict';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compileCacheFolder } from '../../../src/cli/compile-cache';

describe('The folder of the compile cache', () => {
  let home = '';
  const user = process.getuid?.();
  const folder = (env: Record<string, string> = { HOME: home }, platform = 'linux', who = user) =>
    compileCacheFolder({ env, platform, user: who });

  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), 'purpose-home-'));
  });
  afterEach(() => rmSync(home, { recursive: true, force: true }));

  it('is in the cache folder of the user, never in the temporary folder of the system', () => {
    assert.equal(folder(), join(home, '.cache', 'purpose-md'));
    assert.equal(folder({ HOME: '/elsewhere', XDG_CACHE_HOME: home }), join(home, 'purpose-md'));
    assert.equal(folder({ LOCALAPPDATA: home }, 'win32', undefined), join(home, 'purpose-md'));
    mkdirSync(join(home, 'Library'));
    assert.equal(folder({ HOME: home }, 'darwin'), join(home, 'Library', 'Caches', 'purpose-md'));
  });

  it('is none if the user has no cache folder, or only a relative one', () => {
    assert.equal(folder({}), undefined);
    assert.equal(folder({ HOME: home, XDG_CACHE_HOME: 'caches' }), undefined);
    assert.equal(folder({ HOME: join(home, 'missing') }), undefined);
    assert.ok(!existsSync(join(home, 'missing')), 'no home is made');
  });

  if (user !== undefined) {
    it('is one that only the user can write to', () => {
      const own = folder() ?? '';
      assert.equal(statSync(own).mode & 0o777, 0o700);
      assert.equal(folder({ HOME: home }, 'linux', user + 1), undefined);
      for (const path of [own, join(home, '.cache')]) {
        chmodSync(path, 0o777);
        assert.equal(folder(), undefined, path);
        chmodSync(path, 0o700);
        assert.equal(folder(), own);
      }
    });

    it('is not one that a link leads to', () => {
      const elsewhere = join(home, 'elsewhere');
      mkdirSync(elsewhere);
      mkdirSync(join(home, '.cache'), { mode: 0o700 });
      symlinkSync(elsewhere, join(home, '.cache', 'purpose-md'));
      assert.equal(folder(), undefined);
    });
  }
});
