import { createRequire } from 'node:module';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import { runAll } from './run-all';
import type { Stage } from './stage';
import { quietLimit } from './watchdog';

const node = process.execPath;
const require = createRequire(__filename);
const program = (name: string, file: string): string =>
  join(dirname(require.resolve(`${name}/package.json`)), file);
const mocha = program('mocha', 'bin/mocha.js');
/** In CI the unit tests run under c8, which checks minimum coverage (.c8rc.json); this takes twice as long. */
const coverage = process.env.CI ? [node, program('c8', 'bin/c8.js')] : [];
const npm: [string, ...string[]] = process.env.npm_execpath ? [node, process.env.npm_execpath] : ['npm'];

/** A compiler prints nothing until it is done. */
const silent = 600;
/** Longer than the harness's own limit, because the harness reports more about a quiet suite than we can. */
const afterTheHarness = quietLimit + 60;

function cases(name: string, config: string, { under = [] }: { under?: readonly string[] } = {}): Stage {
  const command = [...under, node, mocha, '--config', config, '--reporter', 'out/runner/reporter.cjs'];
  return { name, command: command as [string, ...string[]], hasCases: true, quiet: afterTheHarness };
}

/**
 * Everything that drives an editor from outside, in one stage, since two editors at a time starve each other on two
 * cores.
 */
const ui: Stage = cases('ui', 'test/host/ui/.mocharc.json');

/** In starting order: the longest first, so that the others run beside it. */
const stages: readonly Stage[] = [
  {
    name: 'host',
    command: [node, 'out/host/outside/harness/run-suite.mjs', '--messages'],
    hasCases: true,
    quiet: afterTheHarness,
  },
  { name: 'types', command: [...npm, 'run', '-s', 'types'], hasCases: false, quiet: silent },
  { name: 'lint', command: [...npm, 'run', '-s', 'lint'], hasCases: false, quiet: silent },
  cases('unit', '.mocharc.json', { under: coverage }),
  cases('page', 'test/page/.mocharc.json'),
  ui,
];

void runAll(stages, Math.min(2, availableParallelism()));
