import { type ChildProcess, spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { mkdtemp, realpath } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

// Everything here is synchronous because it must work in an `exit` handler, after Ctrl-C and after a crash.
const pending = new Set<() => void>();

function runAll(): void {
  for (const undo of [...pending].reverse()) {
    try {
      undo();
    } catch {
      // If one cleanup fails, the others must still run.
    }
  }
}

let watching = false;
function watchForTheEnd(): void {
  if (watching) return;
  watching = true;
  process.on('exit', runAll);
  for (const [signal, code] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const) {
    process.on(signal, () => {
      runAll();
      process.exit(code);
    });
  }
}

/** Runs `undo` once: when the returned function is called, or when this process ends, whichever comes first. */
export function atExit(undo: () => void): () => void {
  watchForTheEnd();
  const once = (): void => {
    if (pending.delete(once)) undo();
  };
  pending.add(once);
  return once;
}

/** A fresh folder below the system's temporary folder and the function that removes it. */
export async function temporaryFolder(name: string): Promise<{ path: string; remove: () => void }> {
  const path = await realpath(await mkdtemp(join(tmpdir(), `purpose-${name}-`)));
  const remove = atExit(() => rmSync(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 }));
  return { path, remove };
}

/** Ends a process and everything it started. The process must have been spawned with `detached: true` (see `ownGroup`). */
export function endTree(child: ChildProcess): void {
  if (child.pid === undefined) return;
  if (process.platform === 'win32') {
    spawnSync('taskkill', ['/pid', String(child.pid), '/t', '/f'], { stdio: 'ignore' });
    return;
  }
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    // The whole group has ended already.
  }
}

/** Spawn options that make `endTree` reach the children's children. */
export const ownGroup = { detached: process.platform !== 'win32' } as const;

/** Rejects with `message` if `work` is not done after `seconds`; the caller must still stop the work. */
export async function within<T>(seconds: number, message: string, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${message} (limit: ${seconds} s)`)), seconds * 1000);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
