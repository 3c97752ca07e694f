import assert from 'node:assert/strict';
import { stripVTControlCharacters } from 'node:util';
import { encode, type RunMessage } from '../../runner/protocol';
import { type Stage, startStage } from '../../runner/stage';

/** A stage whose command prints messages and then runs `rest` (JavaScript). */
async function run(messages: readonly RunMessage[], rest = '', quiet = 60) {
  const printed: string[] = [];
  const lines = messages.map((message) => `${encode(message)}\n`).join('');
  const stage: Stage = {
    name: 'demo',
    command: [process.execPath, '-e', `process.stdout.write(${JSON.stringify(lines)});${rest}`],
    hasCases: true,
    quiet,
  };
  const { result } = startStage(stage, (text) => printed.push(stripVTControlCharacters(text)));
  return { ...(await result), printed: printed.join('\n') };
}

const passed: RunMessage = { event: 'passed', title: 'opens', milliseconds: 3 };
const end: RunMessage = { event: 'end' };

describe('a stage of npm test', () => {
  it('counts cases and prints one line on success', async () => {
    const { printed, ...result } = await run([{ event: 'at', title: 'opens' }, passed, passed, end]);
    assert.deepEqual(result, { passed: 2, failed: 0 });
    assert.match(printed, /^✓ demo {2}2 passed, 0 failed [\d.]+ s$/);
  });

  it('shows each failure in full', async () => {
    const failed: RunMessage = { event: 'failed', title: 'shuts “ö”', error: 'Error: no\n  at x' };
    const { printed, ...result } = await run([passed, failed, end], 'process.exitCode = 1');
    assert.deepEqual(result, { passed: 1, failed: 1 });
    assert.match(printed, /^✗ shuts “ö”\nError: no\n {2}at x\n\n✗ demo {2}1 passed, 1 failed [\d.]+ s$/);
  });

  it('that hangs is stopped, and reports the passed cases and the current one', async () => {
    const { printed, ...result } = await run(
      [passed, { event: 'at', title: 'waits for ever' }],
      'setInterval(() => {}, 1000)',
      5,
    );
    assert.deepEqual(result, { passed: 1, failed: 1 });
    assert.match(printed, /✗ demo {2}1 passed, 0 failed/);
    assert.match(printed, /stopped: nothing happened for 5 s\n {2}it was at: waits for ever$/);
  });

  it('that crashes in a case, runs no case or ends early has failed', async () => {
    const crashed = await run(
      [passed, { event: 'at', title: 'breaks' }],
      'console.error("boom"); process.kill(process.pid, "SIGKILL")',
    );
    assert.deepEqual([crashed.passed, crashed.failed], [1, 1]);
    assert.match(crashed.printed, /boom[\s\S]*it ended with SIGKILL\n {2}it was at: breaks$/);
    const empty = await run([end]);
    assert.match(empty.printed, /no case ran$/);
    assert.equal(empty.failed, 1);
    const early = await run([passed]);
    assert.match(early.printed, /it ended before its last case$/);
    assert.equal(early.failed, 1);
  });
});
