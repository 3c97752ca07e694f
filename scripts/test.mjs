// `npm test`: every stage in order, one line each, all that failed in full, and the sum as the last line.

import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import pc from 'picocolors';

const node = process.execPath;
const require = createRequire(import.meta.url);
/** The script behind a package's command, run with this very Node: no shell, the same on every system. */
const bin = (name, file) => join(dirname(require.resolve(`${name}/package.json`)), file);
const mocha = bin('mocha', 'bin/mocha.js');
const npm = process.env.npm_execpath ? [node, process.env.npm_execpath] : ['npm'];
const build = (...flags) => [node, 'esbuild.js', ...flags];

/** `steps` run one after the other until one fails; `count` reads from the last one's output how many cases ran. */
const stages = [
  { name: 'types', limit: 300, steps: [[...npm, 'run', '-s', 'types']] },
  { name: 'lint', limit: 300, steps: [[...npm, 'run', '-s', 'lint']] },
  { name: 'unit', limit: 600, steps: [build('--tests'), [node, mocha]], cases: 'out/unit-report.json' },
  {
    name: 'host',
    limit: 1200,
    steps: [build(), build('--host-tests'), [node, 'out/host/outside/harness/run-suite.mjs']],
    cases: 'last line',
  },
  {
    name: 'ui',
    limit: 1200,
    steps: [build(), build('--host-tests'), [node, mocha, '--config', 'test/host/ui/.mocharc.json']],
    cases: 'out/ui-report.json',
  },
];

let running;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    running?.kill('SIGTERM');
    process.exitCode = 1;
    running?.once('close', () => process.exit(1));
    if (!running) process.exit(1);
  });
}

/** Runs a command, shows at once the few lines that tell what is going on, keeps all of them. */
function run([program, ...args], limit) {
  return new Promise((resolve) => {
    let output = '';
    const child = spawn(program, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...(process.stdout.isTTY ? { FORCE_COLOR: '1' } : {}) },
    });
    running = child;
    // SIGTERM, so that what the command itself has started is ended and removed by it.
    const timer = setTimeout(() => {
      output += `\nstopped after ${limit} s\n`;
      child.kill('SIGTERM');
    }, limit * 1000);
    const read = (chunk) => {
      output += chunk;
      for (const line of String(chunk).split('\n')) if (/^(Hosts?:|Fetching) /.test(line)) console.log(line);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    const end = (ok) => {
      clearTimeout(timer);
      running = undefined;
      resolve({ ok, output });
    };
    child.once('error', (error) => {
      output += String(error);
      end(false);
    });
    child.once('close', (code) => end(code === 0));
  });
}

/** Mocha's own report where there is one; else the last line that our harness prints. */
function countCases(cases, output) {
  if (cases === 'last line') {
    const found = /(\d+) passed, (\d+) failed, \d+ pending\s*$/.exec(output);
    return { passed: Number(found?.[1] ?? 0), failed: Number(found?.[2] ?? 0), failures: '' };
  }
  try {
    const { stats, failures } = JSON.parse(readFileSync(cases, 'utf8'));
    const text = failures
      .map(({ fullTitle, err }) => `✗ ${fullTitle}\n${err.stack ?? err.message}`)
      .join('\n\n');
    return { passed: stats.passes, failed: stats.failures, failures: text };
  } catch {
    return { passed: 0, failed: 0, failures: '' };
  }
}

async function runStage({ name, limit, steps, cases }) {
  const started = Date.now();
  const report = cases === undefined || cases === 'last line' ? undefined : cases;
  if (report) rmSync(report, { force: true });
  let result = { ok: true, output: '' };
  for (const [index, step] of steps.entries()) {
    const reporter =
      report && index === steps.length - 1
        ? ['--reporter', 'json', '--reporter-option', `output=${report}`]
        : [];
    result = await run([...step, ...reporter], limit);
    if (!result.ok) break;
  }
  const counts =
    cases === undefined ? { passed: 0, failed: 0, failures: '' } : countCases(cases, result.output);
  const ranNothing = cases !== undefined && counts.passed + counts.failed === 0;
  const ok = result.ok && counts.failed === 0 && !ranNothing;
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  const figures = cases === undefined ? '' : `${counts.passed} passed, ${counts.failed} failed `;
  console.log(`${ok ? pc.green('✓') : pc.red('✗')} ${name.padEnd(6)}${figures}${pc.dim(`${seconds} s`)}`);
  if (!ok) {
    console.log(counts.failures || result.output.trimEnd());
    if (ranNothing && result.ok) console.log('No case ran.');
  }
  // A stage that broke down without one failed case counts as one failure: the sum must never look clean then.
  return { passed: counts.passed, failed: counts.failed || (ok ? 0 : 1) };
}

mkdirSync('out', { recursive: true });
const total = { passed: 0, failed: 0 };
for (const stage of stages) {
  const { passed, failed } = await runStage(stage);
  total.passed += passed;
  total.failed += failed;
}
process.exitCode = total.failed > 0 ? 1 : 0;
console.log(`${total.passed} passed, ${total.failed} failed`);
