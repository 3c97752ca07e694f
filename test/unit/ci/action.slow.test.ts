import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import hooksFile from '../../../.pre-commit-hooks.yaml';
import actionFile from '../../../action.yml';
import { COMMANDS } from '../../../src/cli/commands';

interface Step {
  readonly name: string;
  readonly run: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly 'working-directory'?: string;
}

const action = actionFile as {
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly default: string }>>;
  readonly runs: { readonly using: string; readonly steps: readonly Step[] };
};
const hooks = hooksFile as readonly { readonly id: string; readonly entry: string; readonly files: string }[];

const COPY = '<!-- purpose:begin team.purpose.md -->\n> We run the machines.\n<!-- purpose:end -->\n';

describe('the GitHub Action', function () {
  // Includes a build and an installation by npm.
  this.timeout(120_000);

  let folder = '';
  let summary = '';
  const inWork = (name: string) => join(folder, 'work', name);

  /** Runs the steps in order until one fails, as a runner does; GitHub's own actions are skipped. */
  function run(inputs: Readonly<Record<string, string>>): { failed?: string; out: string; outputs: string } {
    const [path, output] = [join(folder, 'path'), join(folder, 'output')];
    for (const file of [path, output, summary]) writeFileSync(file, '');
    const fill = (text: string) =>
      text.replace(/\$\{\{ inputs\.([\w-]+) \}\}/g, (_, name: string) => {
        const value = inputs[name] ?? action.inputs[name]?.default;
        assert.notEqual(value, undefined, `there is no input ${name}`);
        return value as string;
      });
    let out = '';
    const bin = join(folder, 'temp', 'purpose', 'node_modules', '.bin');
    for (const step of action.runs.steps) {
      // The first run has installed it; one installation by npm is slow enough.
      if (step.name === 'Install' && existsSync(bin)) {
        writeFileSync(path, `${bin}\n`);
        continue;
      }
      const added = readFileSync(path, 'utf8').split('\n').filter(Boolean);
      const env: Record<string, string | undefined> = {
        ...process.env,
        PATH: [...added, process.env.PATH].join(delimiter),
        RUNNER_TEMP: join(folder, 'temp'),
        GITHUB_PATH: path,
        GITHUB_OUTPUT: output,
        GITHUB_STEP_SUMMARY: summary,
        GITHUB_ACTION_PATH: process.cwd(),
      };
      for (const [name, value] of Object.entries(step.env ?? {})) env[name] = fill(value);
      const cwd = join(folder, 'work', fill(step['working-directory'] ?? '.'));
      const ran = spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', step.run], {
        cwd,
        env,
        encoding: 'utf8',
      });
      assert.equal(ran.error, undefined);
      out += ran.stdout + ran.stderr;
      if (ran.status !== 0) return { failed: step.name, out, outputs: readFileSync(output, 'utf8') };
    }
    return { out, outputs: readFileSync(output, 'utf8') };
  }

  let version = '';

  before(() => {
    execFileSync(process.execPath, ['esbuild.js'], { stdio: 'inherit' });
    folder = mkdtempSync(join(tmpdir(), 'purpose action '));
    summary = join(folder, 'summary');
    const { name, bin } = JSON.parse(readFileSync('package.json', 'utf8'));
    mkdirSync(join(folder, 'package', 'dist'), { recursive: true });
    mkdirSync(join(folder, 'temp'));
    writeFileSync(join(folder, 'package', 'package.json'), JSON.stringify({ name, version: '0.0.0', bin }));
    for (const file of ['cli.cjs', 'cli-lint.cjs', 'cli-run.cjs'])
      copyFileSync(join('dist', file), join(folder, 'package', 'dist', file));
    version = `file:${join(folder, 'package')}`;
  });

  beforeEach(() => {
    rmSync(join(folder, 'work'), { recursive: true, force: true });
    mkdirSync(inWork('a folder'), { recursive: true });
    writeFileSync(inWork('team.purpose.md'), '# Team\n\n> We run the machines.\n');
    writeFileSync(inWork('README.md'), `# A\n\n${COPY}`);
  });

  after(() => rmSync(folder, { recursive: true, force: true }));

  it('passes without findings', () => {
    const { failed, out } = run({ version, 'fail-on': 'error' });
    assert.equal(failed, undefined, out);
    assert.match(out, /1 copy in 1 file: all up to date/);
  });

  it('fails if a copy differs, and names it', () => {
    writeFileSync(inWork('README.md'), COPY.replace('run', 'ran'));
    const { failed, out } = run({ version, 'fail-on': 'never' });
    assert.equal(failed, 'Check the copies', out);
    assert.match(out, /README\.md:1:1: this copy differs/);
  });

  it('fails from the severity on that it is given', () => {
    writeFileSync(inWork('empty.purpose.md'), '# Nothing yet\n');
    assert.equal(run({ version, 'fail-on': 'never' }).failed, undefined);
    const { failed, out } = run({ version, 'fail-on': 'warning' });
    assert.equal(failed, 'Lint', out);
    assert.match(out, /::warning .*empty\.purpose\.md/);
  });

  it('takes paths with spaces, one on each line, and runs none as a command', () => {
    writeFileSync(inWork('a folder/empty.purpose.md'), '# Nothing yet\n');
    writeFileSync(inWork('other.purpose.md'), '# Nothing yet\n');
    const { out } = run({ version, paths: 'a folder\nteam.purpose.md\n$(touch hacked)\n; touch hacked\n' });
    assert.match(out, /a(?: |%20)folder\/empty\.purpose\.md/);
    assert.doesNotMatch(out, /other\.purpose\.md/);
    assert.equal(existsSync(inWork('hacked')), false);
  });

  it('writes SARIF for the upload, and says where', () => {
    const { failed, out, outputs } = run({ version, sarif: 'out/purpose.sarif', 'fail-on': 'error' });
    assert.equal(failed, undefined, out);
    assert.equal(outputs, 'sarif=out/purpose.sarif\n');
    const log = JSON.parse(readFileSync(inWork('out/purpose.sarif'), 'utf8'));
    assert.equal(log.version, '2.1.0');
    assert.equal(log.runs.length, 1);
  });

  it('names files relative to the root of the workspace, as GitHub expects', () => {
    writeFileSync(inWork('a folder/empty.purpose.md'), '# Nothing yet\n');
    const inputs = { version, 'working-directory': 'a folder', sarif: 'x.sarif', 'fail-on': 'never' };
    const { failed, out, outputs } = run(inputs);
    assert.equal(failed, undefined, out);
    assert.match(out, /file=a(?: |%20)folder\/empty\.purpose\.md/);
    assert.doesNotMatch(out, /team\.purpose\.md/);
    assert.equal(outputs, 'sarif=a folder/x.sarif\n');
    const [{ results }] = JSON.parse(readFileSync(inWork('a folder/x.sarif'), 'utf8')).runs;
    const [{ physicalLocation }] = results[0].locations;
    assert.equal(decodeURIComponent(physicalLocation.artifactLocation.uri), 'a folder/empty.purpose.md');
  });

  it('annotates and uploads if the settings cannot be read, and fails at the end', () => {
    writeFileSync(inWork('.purposerc.json'), '{ "rules": ');
    const sarif = join(folder, 'temp', 'abs.sarif');
    const { failed, out, outputs } = run({ version, sarif });
    assert.equal(failed, 'Lint', out);
    assert.match(out, /::error file=\.purposerc\.json/);
    assert.equal(outputs, `sarif=${sarif}\n`);
    assert.equal(JSON.parse(readFileSync(sarif, 'utf8')).runs[0].invocations[0].executionSuccessful, false);
  });

  it('refuses a SARIF path that would write another output', () => {
    const { failed, outputs } = run({ version, sarif: 'x.sarif\nEVIL=1' });
    assert.equal(failed, 'Lint');
    assert.equal(outputs, '');
  });

  it('lists every finding in the summary, as code', () => {
    writeFileSync(inWork('empty.purpose.md'), '# Nothing yet\n');
    run({ version, 'fail-on': 'never' });
    const lines = readFileSync(summary, 'utf8').split('\n').filter(Boolean);
    assert.ok(lines.some((line) => line.includes('empty.purpose.md')));
    assert.deepEqual(
      lines.filter((line) => !line.startsWith('    ')),
      [],
    );
  });

  it('installs the version that it belongs to, without running scripts', () => {
    const [install] = action.runs.steps;
    assert.equal(action.inputs.version?.default, '');
    assert.match(install?.run ?? '', /GITHUB_ACTION_PATH[^\n]*package\.json[^\n]*\.version/);
    assert.match(install?.run ?? '', /--ignore-scripts/);
  });

  it('never lets an input into a script', () => {
    for (const { run: script } of action.runs.steps) assert.doesNotMatch(script, /\$\{\{/);
  });
});

describe('the recipes for checks', () => {
  const recipes = readFileSync('docs/ci.md', 'utf8');
  const known = new Set(COMMANDS.map(({ name }) => name));

  it('call only existing commands', () => {
    const calls = [
      ...recipes.matchAll(/(?:npx |&& |`)(?:--no-install |--yes )?purpose(?:-md@[\d.]+)? ([a-z]+)/g),
    ].map(([, name = '']) => name);
    for (const { entry } of hooks) calls.push(/^purpose ([a-z]+)/.exec(entry)?.[1] ?? entry);
    assert.ok(calls.length > 8);
    assert.deepEqual(
      calls.filter((name) => !known.has(name)),
      [],
    );
  });

  it('pin the release that this is', () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
    const pins = [...recipes.matchAll(/(?:purpose-md@v?|rev: v)(\d[\w.-]*)/g)].map(([, pin]) => pin);
    assert.ok(pins.length >= 6);
    assert.deepEqual(
      pins.filter((pin) => pin !== version),
      [],
    );
  });

  it('name every input of the action with its default, and every hook', () => {
    const rows = [...recipes.matchAll(/^\| `([\w-]+)` \| (?:`([^`]*)`)? ?\|/gm)].map(
      ([, name, value = '']) => [name, value],
    );
    assert.deepEqual(
      rows,
      Object.entries(action.inputs).map(([name, input]) => [name, input.default]),
    );
    for (const { id } of hooks) assert.ok(recipes.includes(`- id: ${id}\n`), id);
  });
});
