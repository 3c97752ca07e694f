import { resolve } from 'node:path';
import { DEEDS, type Outcome, World } from './world';

const CODES = ['ENOSPC', 'EIO', 'EDQUOT', 'EACCES', 'EXDEV', 'EMFILE', 'EPERM', 'EROFS'];
/** The exit code of a run that made too few calls to reach the one that should fail. */
const NOT_REACHED = 99;

/** Makes each call to the file system fail in turn, with each code, in each command that writes. */
export async function failures(most: number, until: number): Promise<Outcome> {
  const wrong: string[] = [];
  let tried = 0;
  const inject = ['--require', resolve('scripts/storm/failing-fs.cjs')];
  for (let nth = 1, reached = true; reached; nth++) {
    reached = false;
    for (const [index, deed] of DEEDS.entries()) {
      for (const code of CODES) {
        if (tried >= most || Date.now() > until) return { tried, wrong };
        if (most < 200 && (index + nth) % CODES.length !== CODES.indexOf(code)) continue;
        const world = new World();
        process.env.STORM_FAIL = `${code}:${nth}`;
        const ran = await world.run(deed, inject);
        delete process.env.STORM_FAIL;
        if (ran.code !== NOT_REACHED) {
          reached = true;
          tried++;
          const name = `${code} at call ${nth} of ${deed[0]}`;
          wrong.push(...world.damage().map((what) => `${name}: ${what}`));
          // With one file updated and another unreadable, both are told, and the exit code is that of the failure.
          if (ran.code !== 0 && /Wrote|Noted|updated the copy/.test(ran.out) && !world.hasDone(deed))
            wrong.push(`${name}: said that it was done`);
        }
        world.remove();
      }
    }
  }
  return { tried, wrong };
}
