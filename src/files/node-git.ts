import { promisify } from 'node:util';

/**
 * Runs the `git` program and gives its standard output; rejects with one clear sentence.
 * @param program where git is; by default the one that the path of this process finds
 */
export async function runGit(
  args: readonly string[],
  cwd: string,
  signal?: AbortSignal,
  program = 'git',
): Promise<string> {
  // Most commands need no git, and to load what starts programs takes its time.
  const { execFile } = await import('node:child_process');
  try {
    const { stdout } = await promisify(execFile)(program, args, {
      cwd,
      maxBuffer: 512 * 1024 * 1024,
      windowsHide: true,
      // What git says when it fails is told apart by its words: they must not depend on the user's language.
      env: { ...process.env, LC_ALL: 'C', GIT_OPTIONAL_LOCKS: '0', GIT_TERMINAL_PROMPT: '0' },
      ...(signal && { signal }),
    });
    return stdout;
  } catch (error) {
    const { code, stderr } = error as { code?: unknown; stderr?: string };
    if (code === 'ENOENT') throw new Error('The program git is not on this machine.');
    throw new Error(`git ${args[0]} failed: ${(stderr || String(error)).trim().split('\n')[0]}`);
  }
}
