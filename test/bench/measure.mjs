// Times: all tools take turns within a round, so that a busy moment of the machine does not strike one alone.

import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { compose } from './compose.mjs';
import { tools } from './tools.mjs';

const MEMORY = fileURLToPath(new URL('memory.mjs', import.meta.url));
const OURS = '../../out/bench/ours.cjs';
const run = promisify(execFile);

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** Processor time of this process in milliseconds: unlike the clock it does not count what other programs took. */
function processorTime() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

async function time(work) {
  const start = processorTime();
  await work();
  return processorTime() - start;
}

async function timeByClock(work) {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** In the middle of a text, behind a letter: where a writer's caret could be. */
function middleOf(text) {
  const half = text.length >> 1;
  return half + text.slice(half).search(/[a-z] /) + 1;
}

/** Every tool readied and warm: run often enough on other text that its code is compiled. */
export async function ready() {
  const made = [];
  for (const tool of tools) {
    const lint = await tool.make();
    for (let seed = 1; seed <= 12; seed++) await lint(compose(400, 9000 + seed));
    made.push({ name: tool.name, lint });
  }
  return made;
}

/**
 * Medians in milliseconds at one size: `unseen` text, the same text `again`, and the text with one `letter` more.
 * Each round has a text of its own, so that `unseen` is meant for every tool and every round.
 */
export async function measureTools(made, words, rounds) {
  const samples = new Map(made.map(({ name }) => [name, { unseen: [], again: [], letter: [] }]));
  for (let round = 0; round < rounds; round++) {
    const text = compose(words, words + round);
    const at = middleOf(text);
    const typed = `${text.slice(0, at)}x${text.slice(at)}`;
    for (const [kind, input] of [
      ['unseen', text],
      ['again', text],
      ['letter', typed],
    ]) {
      for (let turn = 0; turn < made.length; turn++) {
        const { name, lint } = made[(turn + round) % made.length];
        globalThis.gc?.();
        samples.get(name)[kind].push(await time(() => lint(input)));
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

/** Our own keystroke, in milliseconds: until the block's findings are known, and placing all findings of the file. */
export async function measureKeystroke(words, strokes) {
  const { start } = await import(OURS);
  const linter = start();
  const text = compose(words, words + 77);
  const found = [];
  const placed = [];
  let { document } = linter.open(text);
  let at = middleOf(text);
  for (let stroke = 0; stroke < strokes; stroke++) {
    const begun = processorTime();
    const typed = linter.type(document, at);
    found.push(processorTime() - begun);
    const publishing = processorTime();
    if (typed.result.findings.length < 0) throw new Error('A list cannot have fewer than no entries.');
    placed.push(processorTime() - publishing);
    document = typed.document;
    // A word ends now and then, as in writing; and the caret goes on.
    at += 1;
    if (stroke % 6 === 5) document = document.edited([{ offset: at++, length: 0, text: ' ' }]);
  }
  const slowest = [...found].sort((a, b) => a - b)[Math.floor(strokes * 0.95)];
  return { found: median(found), slowest, placed: median(placed) };
}

/** The whole command on a file of one page: start of the process, lint, report; milliseconds by the clock. */
export async function measureCommand(rounds) {
  const folder = mkdtempSync(join(tmpdir(), 'purpose-bench-'));
  try {
    const file = join(folder, 'page.purpose.md');
    writeFileSync(file, compose(300, 300));
    const cli = resolve('dist/cli.cjs');
    const args = [cli, 'lint', '--fail-on', 'never', file];
    const times = [];
    const bare = [];
    for (let round = 0; round < rounds; round++) {
      bare.push(await timeByClock(() => run(process.execPath, ['-e', '0'])));
      times.push(await timeByClock(() => run(process.execPath, args)));
    }
    return { whole: median(times), bare: median(bare) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The memory that a process of its own holds after it has linted one text; megabytes. */
export async function measureMemory(name, words) {
  const { stdout } = await run(process.execPath, [MEMORY, name, String(words)]);
  return Number(stdout);
}
