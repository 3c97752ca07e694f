import { spawnSync } from 'node:child_process';
import { dirname } from 'node:path';
import { NodeFiles } from '../../../src/files/node-files';
import { runGit } from '../../../src/files/node-git';
import { appendRecord } from '../../../src/history/append-record';
import { GitProgram } from '../../../src/history/git-program';
import type { RunGit } from '../../../src/history/git-reader';
import { openHistory } from '../../../src/history/history';
import { statementFigures } from '../../../src/lint/statement-figures';
import { MemoryFiles } from '../../unit/support/memory-files';
import { statement } from './repository';

export interface Opening {
  /** Time to the first entries, to all entries, and of git alone logging the same file; medians of wall time in ms. */
  readonly first: number;
  readonly whole: number;
  readonly git: number;
  /** The same of `git log --follow -p`, which prints what the whole history is read from. */
  readonly patches: number;
  /** Number of git processes started until the first entries and until all entries were read. */
  readonly programs: readonly [number, number];
  readonly entries: number;
  /** The longest time in ms for which the event loop was blocked. */
  readonly longest: number;
}

/** Opens the history of a file repeatedly, alternating with `git log --follow` of it, then reads it completely once. */
export async function measureOpening(path: string, rounds: number): Promise<Opening> {
  const firsts: number[] = [];
  const [gits, patches]: [number[], number[]] = [[], []];
  let [started, atFirst] = [0, 0];
  const run: RunGit = (args, cwd, signal, input) => {
    started++;
    return runGit(args, cwd, { signal, input });
  };
  const deps = { files: new NodeFiles(), git: new GitProgram(run), figuresOf: statementFigures };
  const open = () => openHistory(deps, path);
  await open();
  for (let round = 0; round < rounds; round++) {
    gits.push(clock(() => logOf(path, '--format=%H')));
    patches.push(clock(() => logOf(path, '-p')));
    started = 0;
    const begin = performance.now();
    await open();
    firsts.push(performance.now() - begin);
    atFirst = started;
  }
  started = 0;
  const begin = performance.now();
  const { longest, result } = await watched(async () => {
    const history = await open();
    await history.more(Number.POSITIVE_INFINITY);
    return history;
  });
  const whole = performance.now() - begin;
  return {
    ...{ first: median(firsts), git: median(gits), patches: median(patches), whole, longest },
    ...{ programs: [atFirst, started], entries: result.entries.length },
  };
}

function logOf(path: string, option: string): void {
  spawnSync('git', ['log', '--follow', option, '--', path], { cwd: dirname(path), maxBuffer: 2 ** 28 });
}

/** Opens a history of `count` records without git and types a letter; the longest blocks in ms. */
export async function measureRecords(count: number): Promise<{ open: number; typed: number }> {
  const files = new MemoryFiles({ '/a/team.purpose.md': `> ${statement(count - 1)}\n` });
  for (let at = 0; at < count; at++) {
    const time = new Date(Date.UTC(2016, 0, 4) + at * 3_600_000).toISOString();
    const draft = {
      time,
      author: 'Ada Birch',
      type: 'refine',
      change: 'tuck',
      statement: statement(at),
      note: '',
    };
    await appendRecord(files, '/a/team.purpose.md', draft);
  }
  const deps = { files, figuresOf: statementFigures };
  const opened = await watched(() => openHistory(deps, '/a/team.purpose.md'));
  const typed = await watched(() => opened.result.work(`> ${statement(count)}\n`));
  return { open: opened.longest, typed: typed.longest };
}

/** Runs a task and reports the longest block of the event loop in ms of processor time. */
async function watched<T>(task: () => Promise<T>): Promise<{ longest: number; result: T }> {
  const used = () => {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1000;
  };
  let [longest, last, over] = [0, used(), false];
  const look = () => {
    const now = used();
    longest = Math.max(longest, now - last);
    last = now;
    if (!over) setImmediate(look);
  };
  setImmediate(look);
  const result = await task();
  look();
  over = true;
  return { longest, result };
}

function clock(task: () => unknown): number {
  const begin = performance.now();
  task();
  return performance.now() - begin;
}

export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
}
