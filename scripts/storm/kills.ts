import { spawn } from 'node:child_process';
import { watch } from 'node:fs';
import { CLI, DEEDS, type Outcome, World } from './world';

/** Kills writing commands as soon as anything in their folder changes. */
export async function kills(runs: number, until: number): Promise<Outcome> {
  const wrong: string[] = [];
  let tried = 0;
  for (; tried < runs && Date.now() < until; tried++) {
    const deed = DEEDS[tried % DEEDS.length] ?? [];
    const world = new World();
    const child = spawn(process.execPath, [CLI, ...deed], { cwd: world.folder, stdio: 'ignore' });
    const strike = () => child.kill('SIGKILL');
    const watchers = [watch(world.folder, strike), watch(world.records, strike)];
    await new Promise((resolve) => child.once('close', resolve));
    for (const watcher of watchers) watcher.close();
    wrong.push(...world.damage().map((what) => `killed ${deed[0]}: ${what}`));
    world.remove();
  }
  return { tried, wrong };
}
