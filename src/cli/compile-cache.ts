import { lstatSync, mkdirSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';

interface Surroundings {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: string;
  /** The user's id; `undefined` on Windows. */
  readonly user: number | undefined;
}

/**
 * The folder for Node's compile cache, made if need be. Node runs the compiled code that it finds in its cache, so the
 * default, the system's temporary folder, would let another user of the machine run code as this one.
 * @returns `undefined` if the user has no cache folder that only they can write to
 */
export function compileCacheFolder({ env, platform, user }: Surroundings): string | undefined {
  const caches = cachesOf(env, platform);
  if (caches === undefined || !isAbsolute(caches)) return undefined;
  const own = join(caches, 'purpose-md');
  try {
    for (const folder of [caches, own]) {
      makeFolder(folder);
      const found = lstatSync(folder);
      const isOwn = user === undefined || (found.uid === user && (found.mode & 0o22) === 0);
      if (!isOwn || !found.isDirectory()) return undefined;
    }
    return own;
  } catch {
    // A read-only or missing home: the program works without a cache.
    return undefined;
  }
}

function cachesOf(env: Surroundings['env'], platform: string): string | undefined {
  if (platform === 'win32') return env.LOCALAPPDATA;
  if (env.XDG_CACHE_HOME) return env.XDG_CACHE_HOME;
  const home = env.HOME;
  if (!home) return undefined;
  return platform === 'darwin' ? join(home, 'Library', 'Caches') : join(home, '.cache');
}

function makeFolder(path: string): void {
  try {
    mkdirSync(path, { mode: 0o700 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}
