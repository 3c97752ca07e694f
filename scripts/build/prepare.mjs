// `prepare`: npm runs it after `npm ci`, before `npm pack`, and when it installs this repository as a git dependency.

import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const node = process.execPath;

function isInstalled(name) {
  try {
    require.resolve(name);
    return true;
  } catch {
    return false;
  }
}

// `npm install -g git+…` (as pre-commit 4 does) passes `global` to the install that should fetch our build tools, so
// they are missing here. They are installed again without npm's inherited settings.
if (!isInstalled('esbuild')) {
  const env = Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) => !/^npm_config_(?:global|location|prefix|local_prefix)$/i.test(name),
    ),
  );
  const npm = process.env.npm_execpath;
  const ci = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  // stdout belongs to `npm pack`, whose callers read a file name from it.
  const options = { env, stdio: ['ignore', 2, 2] };
  if (npm) execFileSync(node, [npm, ...ci], options);
  else execFileSync('npm', ci, { ...options, shell: process.platform === 'win32' });
}

execFileSync(node, ['esbuild.js'], { stdio: ['ignore', 2, 2] });
// npm packs a git dependency without `prepack`, so the library is built here.
if (process.env._PACOTE_NO_PREPARE_)
  execFileSync(node, ['esbuild.js', '--library'], { stdio: ['ignore', 2, 2] });
