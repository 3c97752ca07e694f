// `npm run bench`: the linter's times compared with those of other tools. The others are large, so they are not
// dependencies of the project: the first run installs them into test/bench.
// `npm run bench -- --history`: how long a history takes to open, in Node and in a running editor.

import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const bench = join(root, 'test', 'bench');
process.chdir(root);

const require = createRequire(import.meta.url);
const { common } = require('../esbuild.js');
const esbuild = require('esbuild');
const history = process.argv.includes('--history');
if (!history) installOthers();
execFileSync(process.execPath, ['esbuild.js'], { stdio: 'inherit' });
// Bundled as it ships, so that the figures are those of the shipped code.
await esbuild.build({
  ...common,
  platform: 'node',
  target: 'node20',
  ...(history
    ? {
        format: 'esm',
        // Loaded from the tests' node_modules: Playwright cannot be bundled.
        packages: 'external',
        minify: false,
        entryPoints: ['test/bench/history/main.ts'],
        outfile: 'out/bench/history.mjs',
      }
    : {
        format: 'cjs',
        mainFields: ['module', 'main'],
        entryPoints: ['test/bench/ours.ts'],
        outfile: 'out/bench/ours.cjs',
      }),
});

const main = history ? 'out/bench/history.mjs' : join(bench, 'main.mjs');
const args = process.argv.slice(2).filter((arg) => arg !== '--history');
const { status } = spawnSync(process.execPath, [main, ...args], { stdio: 'inherit' });
process.exitCode = status ?? 1;

function installOthers() {
  const installed = join(bench, 'node_modules', '.package-lock.json');
  const lock = join(bench, 'package-lock.json');
  if (!existsSync(installed) || statSync(installed).mtimeMs < statSync(lock).mtimeMs) {
    process.stderr.write('Installing the other tools into test/bench …\n');
    const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
    execFileSync(npm, ['ci', '--no-audit', '--no-fund', '--ignore-scripts'], {
      cwd: bench,
      stdio: ['ignore', 'ignore', 'inherit'],
      shell: process.platform === 'win32',
    });
  }
}
