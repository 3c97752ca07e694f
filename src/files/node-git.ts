import { promisify } from 'node:util';
import { findRepository, guardedArgs, guardedEnv } from './node-git-guard';
import { findProgram } from './node-program';

/** Time limit for git in milliseconds, because it may be reading an endless file. */
const GIT_TIMEOUT_MS = 5 * 60_000;

/** How git is started; defaults come from this process. */
interface GitStart {
  readonly signal?: AbortSignal | undefined;
  /** Path or name of git; by default `git` is searched in PATH. */
  readonly program?: string;
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** The text for its standard input; empty by default. */
  readonly input?: string | undefined;
}

/**
 * Runs `git` and returns its standard output; rejects with a one-sentence error. This is the only place that starts
 * git:
 * nothing in a repository makes it run another program, see `node-git-guard.ts`.
 * @param args options of git itself, then a reading command
 */
export async function runGit(
  args: readonly string[],
  cwd: string,
  { signal, program = 'git', env = process.env, input }: GitStart = {},
): Promise<string> {
  const guarded = guardedArgs(args);
  signal?.throwIfAborted();
  const repository = await findRepository(cwd);
  // The user's own settings can be read from any folder.
  const isSetting = args[0] === 'config';
  if (repository.kind === 'none' && !isSetting) throw new Error('This is not a git repository.');
  if (repository.kind === 'bare') {
    throw new Error(
      `The folder ${repository.folder} looks like a bare git repository; git is not asked about files in one.`,
    );
  }
  const at = isPath(program) ? program : await findProgram(program, env);
  if (at === undefined) throw new Error('The program git is not on this machine.');
  // Imported lazily: most commands need no git, and loading child_process takes time.
  const { execFile } = await import('node:child_process');
  try {
    const running = promisify(execFile)(at, guarded, {
      cwd,
      maxBuffer: 512 * 1024 * 1024,
      timeout: GIT_TIMEOUT_MS,
      windowsHide: true,
      env: guardedEnv(env),
      ...(signal && { signal }),
    });
    // Git may end without reading all of its input.
    running.child.stdin?.on('error', () => {});
    running.child.stdin?.end(input);
    return (await running).stdout;
  } catch (error) {
    const { code, killed, stderr } = error as { code?: unknown; killed?: boolean; stderr?: string };
    if (code === 'ENOENT') throw new Error('The program git is not on this machine.');
    const command = args.find((word) => /^[a-z][a-z-]*$/.test(word));
    if (killed && !signal?.aborted) throw new Error(`git ${command} did not end and was stopped.`);
    throw new Error(`git ${command} failed: ${(stderr || String(error)).trim().split('\n')[0]}`);
  }
}

function isPath(program: string): boolean {
  return /[\\/]/.test(program);
}
