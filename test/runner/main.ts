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

interface MochaRun {
  under?: readonly string[];
  /** Further arguments. */
  more?: readonly string[];
}

function cases(name: string, config: string, { under = [], more = [] }: MochaRun = {}): Stage {
  const command = [
    ...under,
    node,
    mocha,
    '--config',
    config,
    '--reporter',
    'out/runner/reporter.cjs',
    ...more,
  ];
  return { name, command: command as [string, ...string[]], hasCases: true, quiet: afterTheHarness };
}

/** The cases inside the editor, in one kind of extension host. */
function host(name: string, kind: 'node' | 'web'): Stage {
  const command = [node, 'out/host/outside/harness/run-suite.mjs', '--messages', '--host', kind] as const;
  return { name, command, hasCases: true, quiet: afterTheHarness };
}

/** The cases outside the editor are divided in two: most of their time is waiting, which the other half can use. */
const history = 'out/host/outside/ui/history-*';

/** Downloads editor and browser where they are missing, once for all stages that need them. */
const fetch: Stage = {
  name: 'fetch',
  command: [node, 'out/host/outside/harness/fetch.mjs'],
  hasCases: false,
  quiet: silent,
};

const types: Stage = {
  name: 'types',
  command: [...npm, 'run', '-s', 'types'],
  hasCases: false,
  quiet: silent,
};
const lint: Stage = { name: 'lint', command: [...npm, 'run', '-s', 'lint'], hasCases: false, quiet: silent };

/**
 * In starting order: the longest first, so that no lane is left with one of them at the end. The unit tests compute while
 * the cases beside them wait for an editor.
 */
const all: readonly Stage[] = [
  cases('ui', 'test/host/ui/.mocharc.json', {
    more: ['out/host/outside/ui/*.test.mjs', '--ignore', history],
  }),
  cases('unit', '.mocharc.json', { under: coverage }),
  cases('panel', 'test/host/ui/.mocharc.json', { more: [`${history}.test.mjs`] }),
  host('host', 'node'),
  host('web', 'web'),
  types,
  lint,
  cases('page', 'test/page/.mocharc.json'),
];

/** Mocha's own default leaves one core to itself. */
const cores = String(availableParallelism());

/** Tests of whole programs, races, repositories and extreme sizes, called `*.slow.test.ts`, are left out. */
const everyday: readonly Stage[] = [
  cases('unit', '.mocharc.json', {
    more: ['--parallel', '--jobs', cores, '--ignore', 'out/unit/**/*.slow.test.mjs'],
  }),
  types,
  lint,
];

const atOnce = Math.min(2, availableParallelism());

if (process.argv.includes('--check')) void runAll([everyday], atOnce);
else void runAll([[fetch], all], atOnce);
