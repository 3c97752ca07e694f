import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { encode, type RunMessage } from '../../runner/protocol';
import { runAll } from '../../runner/run-all';
import type { Stage } from '../../runner/stage';

/** A stage with one case that passes or fails. */
function stage(name: string, event: 'passed' | 'failed'): Stage {
  const messages: RunMessage[] = [
    event === 'passed' ? { event, title: name, milliseconds: 1 } : { event, title: name, error: 'Error' },
    { event: 'end' },
  ];
  const script = messages.map((message) => `console.log(${JSON.stringify(encode(message))});`).join('');
  return { name, command: [process.execPath, '-e', script], hasCases: true, quiet: 60 };
}

describe('all stages of npm test', () => {
  let exitCode: typeof process.exitCode;
  beforeEach(() => {
    exitCode = process.exitCode;
  });
  afterEach(() => {
    process.exitCode = exitCode;
  });

  for (const atOnce of [1, 2]) {
    it(`run each once and end with their sum, ${atOnce} at a time`, async () => {
      const printed: string[] = [];
      const stages = [stage('one', 'passed'), stage('two', 'failed'), stage('three', 'passed')];
      const result = await runAll([stages], atOnce, (text) => printed.push(text));
      assert.deepEqual(result, { passed: 2, failed: 1 });
      assert.equal(printed.at(-1), '2 passed, 1 failed');
      for (const { name } of stages)
        assert.equal(printed.filter((text) => text.includes(` ${name} `)).length, 1);
      assert.equal(process.exitCode, 1);
    });
  }

  it('begin a group after all stages of the one before', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'purpose-stages-'));
    const made = JSON.stringify(join(folder, 'made'));
    const startNode = 'require("child_process").spawnSync(process.execPath, ["-e", ""])';
    const withFirst = (name: string, statement: string): Stage => {
      const { command, ...rest } = stage(name, 'passed');
      return { ...rest, command: [command[0], '-e', `${statement};${command.at(-1)}`] };
    };
    const [before, after] = [
      // It starts another program first, so that it would lose a race.
      withFirst('before', `${startNode};require("fs").writeFileSync(${made}, "")`),
      withFirst('after', `require("fs").readFileSync(${made})`),
    ];
    const result = await runAll([[before], [after]], 2, () => undefined);
    rmSync(folder, { recursive: true });
    assert.deepEqual(result, { passed: 2, failed: 0 });
  });
});
