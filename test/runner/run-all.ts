import { type Result, type RunningStage, type Stage, startStage } from './stage';

/**
 * Runs all stages, `atOnce` at a time and each group after the previous one, and prints their sum as the last line:
 * `N passed, N failed`. A signal stops the running stages and skips the others. Sets the exit code.
 */
export async function runAll(
  groups: readonly (readonly Stage[])[],
  atOnce: number,
  print: (text: string) => void = console.log,
): Promise<Result> {
  const groupsLeft = groups.map((group) => [...group]);
  const running = new Set<RunningStage>();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => {
      for (const waiting of groupsLeft) waiting.length = 0;
      for (const stage of running) stage.stop(`received ${signal}`);
    });
  }
  const total = { passed: 0, failed: 0 };
  const work = async (waiting: Stage[]): Promise<void> => {
    for (let stage = waiting.shift(); stage; stage = waiting.shift()) {
      const started = startStage(stage, print);
      running.add(started);
      const { passed, failed } = await started.result;
      running.delete(started);
      total.passed += passed;
      total.failed += failed;
    }
  };
  for (const waiting of groupsLeft) await Promise.all(Array.from({ length: atOnce }, () => work(waiting)));
  process.exitCode = total.failed > 0 ? 1 : 0;
  print(`${total.passed} passed, ${total.failed} failed`);
  return total;
}
