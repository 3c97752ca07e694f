import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { type RunningStage, type Stage, startStage } from './stage';
import { quietLimit } from './watchdog';

const node = process.execPath;
const mocha = join(dirname(createRequire(__filename).resolve('mocha/package.json')), 'bin', 'mocha.js');
const npm: [string, ...string[]] = process.env.npm_execpath ? [node, process.env.npm_execpath] : ['npm'];
const messages = ['--reporter', 'out/runner/reporter.cjs'];

/** A compiler prints nothing until it is done. */
const silent = 600;
/** The harness ends a quiet suite by itself and knows more about it than we do: it comes first. */
const afterTheHarness = quietLimit + 60;

const stages: readonly Stage[] = [
  { name: 'types', command: [...npm, 'run', '-s', 'types'], hasCases: false, quiet: silent },
  { name: 'lint', command: [...npm, 'run', '-s', 'lint'], hasCases: false, quiet: silent },
  { name: 'unit', command: [node, mocha, ...messages], hasCases: true, quiet: quietLimit },
  {
    name: 'host',
    command: [node, 'out/host/outside/harness/run-suite.mjs', '--messages'],
    hasCases: true,
    quiet: afterTheHarness,
  },
  {
    name: 'ui',
    command: [node, mocha, '--config', 'test/host/ui/.mocharc.json', ...messages],
    hasCases: true,
    quiet: afterTheHarness,
  },
];

let running: RunningStage | undefined;
let interrupted = false;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    interrupted = true;
    running?.stop(`received ${signal}`);
  });
}

async function main(): Promise<void> {
  const total = { passed: 0, failed: 0 };
  for (const stage of stages) {
    if (interrupted) break;
    running = startStage(stage, (text) => console.log(text));
    const { passed, failed } = await running.result;
    total.passed += passed;
    total.failed += failed;
  }
  process.exitCode = total.failed > 0 ? 1 : 0;
  console.log(`${total.passed} passed, ${total.failed} failed`);
}

void main();
