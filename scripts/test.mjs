// `npm test`: builds everything once, then runs all stages. The last line is `N passed, N failed`.
// `npm run check` (`--check`): only types, lint and the unit tests that are not called `*.slow.test.ts`.

import { spawnSync } from 'node:child_process';

const parts = process.argv.includes('--check') ? ['--shipped', '--tests', '--runner'] : ['--all'];
const { status } = spawnSync(process.execPath, ['esbuild.js', ...parts], { stdio: 'inherit' });
if (status === 0) {
  await import('../out/runner/main.cjs');
} else {
  console.log('0 passed, 1 failed');
  process.exitCode = 1;
}
