import { spawn } from 'node:child_process';
import pc from 'picocolors';
import { Tally } from './tally';
import { watchdog } from './watchdog';

export interface Stage {
  name: string;
  command: readonly [string, ...string[]];
  /** Whether its output reports cases; such a stage has failed if it ends without any. */
  hasCases: boolean;
  /** Seconds without output after which it is stopped. */
  quiet: number;
}

export interface Result {
  passed: number;
  failed: number;
}

/** A stage that runs: `result` never rejects; `stop` ends it early, for `reason`. */
export interface RunningStage {
  result: Promise<Result>;
  stop(reason: string): void;
}

/** Starts a stage. When it has ended, `print` gets one line about it, and before that each failure in full. */
export function startStage(stage: Stage, print: (text: string) => void): RunningStage {
  const started = Date.now();
  const tally = new Tally();
  const [program, ...args] = stage.command;
  const child = spawn(program, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...(process.stdout.isTTY ? { FORCE_COLOR: '1' } : {}) },
  });
  let stopped: string | undefined;
  const stop = (reason: string): void => {
    stopped ??= reason;
    // SIGTERM, so that the command ends and removes what it has started.
    child.kill('SIGTERM');
  };
  const watching = watchdog(() => stop(`nothing happened for ${stage.quiet} s`), { limit: stage.quiet });
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (chunk: string) => {
      watching.heard();
      // Lines that explain a wait, and the figure of coverage, are shown at once.
      for (const line of tally.read(chunk)) if (/^(Hosts?:|Fetching|Lines )/.test(line)) print(line);
    });
  }
  const exit = new Promise<string | undefined>((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('close', (code, signal) =>
      resolve(code === 0 ? undefined : `it ended with ${signal ?? code}`),
    );
  });
  const result = exit.then((ended) => {
    watching.stop();
    const problem = stopped === undefined ? ended : `stopped: ${stopped}`;
    return summarise(stage, tally, problem, (Date.now() - started) / 1000, print);
  });
  return { result, stop };
}

/** Prints the result of a stage. A stage that failed without a failed case counts as one failure. */
export function summarise(
  { name, hasCases }: Pick<Stage, 'name' | 'hasCases'>,
  tally: Tally,
  problem: string | undefined,
  seconds: number,
  print: (text: string) => void,
): Result {
  const { passed, failed, pending, failures, at } = tally;
  const problems: string[] = [];
  if (problem !== undefined && failed === 0) problems.push(problem);
  else if (problem?.startsWith('stopped')) problems.push(problem);
  if (hasCases && problem === undefined && passed + failed === 0) problems.push('no case ran');
  else if (hasCases && problem === undefined && !tally.ended) problems.push('it ended before its last case');
  if (problems.length > 0 && at !== undefined) problems.push(`it was at: ${at}`);
  const ok = problems.length === 0 && failed === 0;
  for (const { title, error } of failures) print(`✗ ${title}\n${error}\n`);
  if (problems.length > 0 && tally.output !== '') print(tally.output.split('\n').slice(-60).join('\n'));
  const figures = hasCases
    ? `${passed} passed, ${failed} failed${pending > 0 ? `, ${pending} not for this host` : ''} `
    : '';
  print(
    `${ok ? pc.green('✓') : pc.red('✗')} ${name.padEnd(6)}${figures}${pc.dim(`${seconds.toFixed(1)} s`)}` +
      problems.map((text) => `\n  ${text}`).join(''),
  );
  return { passed, failed: failed || (ok ? 0 : 1) };
}
