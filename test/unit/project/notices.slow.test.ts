import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { build } from 'esbuild';

const require = createRequire(join(process.cwd(), 'package.json'));
const { shipped, library } = require('./esbuild.js');
const { NOTICES, bundledPackages, noticeOf, noticesOf } = require('./scripts/build/notices.js');

describe('third-party notices', () => {
  it('hold each package that esbuild bundles, with the text of its licence', async () => {
    const options = [...shipped, library].map((one) => ({ ...one, metafile: true, write: false }));
    const built = await Promise.all(options.map((one) => build(one)));
    const bundled: string[] = bundledPackages(built.map(({ metafile }) => metafile));
    assert.ok(bundled.length > 50, `${bundled.length} packages`);
    if (!existsSync(NOTICES)) execFileSync(process.execPath, ['esbuild.js']);
    const notices = readFileSync(NOTICES, 'utf8');
    for (const folder of bundled) {
      const { name, version, license, text } = noticeOf(folder);
      assert.ok(notices.includes(`\n${name} ${version} (${license})\n\n${text}\n`), folder);
      assert.match(text, /copyright|permission|licen[cs]e/i, folder);
    }
    assert.equal(notices, noticesOf(bundled));
  });

  it('go with the extension and with the npm package', () => {
    assert.match(readFileSync('.vscodeignore', 'utf8'), /^!dist\/THIRD-PARTY-NOTICES\.txt$/m);
    assert.match(readFileSync('.npmignore', 'utf8'), /^!\/dist\/THIRD-PARTY-NOTICES\.txt$/m);
  });

  it('refuse a package without a text of its licence', () => {
    assert.throws(() => noticeOf('test'), /ENOENT/);
    assert.throws(() => noticeOf('test/host/memory-workspace'), /names no licence/);
  });
});
