// `npm test`: builds everything once, then runs all stages. The last line is `N passed, N failed`.

import { spawnSync } from 'node:child_process';

const { status } = spawnSync(process.execPath, ['esbuild.js', '--all'], { stdio: 'inherit' });
if (status === 0) {
  await import('../out/runner/main.cjs');
} else {
  console.log('0 passed, 1 failed');
  process.exitCode = 1;
}
