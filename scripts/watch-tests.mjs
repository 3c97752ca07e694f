// `npm run test:watch [-- --grep WORDS]`: builds the unit tests on each change and runs the affected files.

import { spawn } from 'node:child_process';
import { statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { context } from 'esbuild';

const require = createRequire(import.meta.url);
const { unitTests } = require('../esbuild.js');
const mocha = join(dirname(require.resolve('mocha/package.json')), 'bin', 'mocha.js');
const options = process.argv.slice(2);

/** All source files of an output, including those in the chunks that it shares with others. */
function sourcesOf(output, outputs, seen = new Set()) {
  if (seen.has(output)) return [];
  seen.add(output);
  const { inputs, imports } = outputs[output] ?? { inputs: {}, imports: [] };
  return [...Object.keys(inputs), ...imports.flatMap(({ path }) => sourcesOf(path, outputs, seen))];
}

/** Whether a file was written after `time`; `false` for a path outside our files. */
function isNewer(path, time) {
  return (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0) > time;
}

/** Time of the last build, in milliseconds; until the first build ends, nothing counts as changed. */
let last = Date.now();
let running;

function runReached({ outputs }) {
  const files = Object.keys(outputs).filter(
    (output) =>
      outputs[output].entryPoint && sourcesOf(output, outputs).some((source) => isNewer(source, last)),
  );
  last = Date.now();
  if (files.length === 0) {
    console.log('Watching: change a file of src/ or test/unit/.');
    return;
  }
  running?.kill();
  running = spawn(process.execPath, [mocha, '--no-config', '--timeout', '60000', ...options, ...files], {
    stdio: 'inherit',
  });
}

const watching = await context({
  ...unitTests,
  metafile: true,
  plugins: [
    ...unitTests.plugins,
    {
      name: 'run',
      setup: (build) => build.onEnd(({ errors, metafile }) => errors.length === 0 && runReached(metafile)),
    },
  ],
});
await watching.watch();
