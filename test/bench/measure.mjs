// Timing: the tools alternate within a round, so that a short load on the machine does not affect only one.

import { execFile, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { compose } from './compose.mjs';
import { caretIn, median } from './keystrokes.mjs';
import { tools } from './tools.mjs';

const CHILD = fileURLToPath(new URL('child.mjs', import.meta.url));
const run = promisify(execFile);

/** Every tool in a separate process, warmed up on other text until its code is compiled. */
export async function ready() {
  const made = [];
  for (const { name } of tools) {
    const child = fork(CHILD, [name]);
    await once(child, 'message');
    const ask = async (request) => {
      child.send(request);
      const [answer] = await once(child, 'message');
      return answer;
    };
    for (let seed = 1; seed <= 40; seed++) await ask({ lint: compose(400, 9000 + seed) });
    made.push({ name, ask, end: () => child.disconnect() });
  }
  return made;
}

/**
 * Medians in milliseconds at one size: `unseen` text, the same text `again`, and the text with one more `letter`.
 * Each round has a new text, so that no tool has it in a cache.
 */
export async function measureTools(made, words, rounds) {
  const samples = new Map(made.map(({ name }) => [name, { unseen: [], again: [], letter: [] }]));
  for (let round = 0; round < rounds; round++) {
    const text = compose(words, words + round);
    const at = caretIn(text);
    const typed = `${text.slice(0, at)}x${text.slice(at)}`;
    for (const [kind, input] of [
      ['unseen', text],
      ['again', text],
      ['letter', typed],
    ]) {
      for (let turn = 0; turn < made.length; turn++) {
        const { name, ask } = made[(turn + round) % made.length];
        samples.get(name)[kind].push(await ask({ lint: input }));
      }
    }
  }
  return new Map(
    [...samples].map(([name, { unseen, again, letter }]) => [
      name,
      { unseen: median(unseen), again: median(again), letter: median(letter) },
    ]),
  );
}

/** The whole command on a file of one page: process start, lint, report; milliseconds of wall time. */
export async function measureCommand(rounds) {
  const folder = mkdtempSync(join(tmpdir(), 'purpose-bench-'));
  const time = async (args) => {
    const start = performance.now();
    await run(process.execPath, args);
    return performance.now() - start;
  };
  try {
    const file = join(folder, 'page.purpose.md');
    writeFileSync(file, compose(300, 300));
    const whole = [];
    const bare = [];
    for (let round = 0; round < rounds; round++) {
      bare.push(await time(['-e', '0']));
      whole.push(await time([resolve('dist/cli.cjs'), 'lint', '--fail-on', 'never', file]));
    }
    return { whole: median(whole), bare: median(bare), least: Math.min(...whole) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
