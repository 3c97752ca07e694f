import { lstat, realpath, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';

type Env = Readonly<Record<string, string | undefined>>;

/*
 * Keeps git from running a program or contacting a server because a repository says so. docs/SECURITY-MODEL.md lists
 * what git could run and what prevents it; each of its entries has a test.
 */

/** Settings that override those of the repository. Git ignores the ones that its version does not know. */
const SETTINGS = [
  // A folder that merely looks like a bare repository can be committed, with its own settings (git 2.38).
  'safe.bareRepository=explicit',
  // An empty value means off in every version; before 2.36 git takes `false` as the name of a program.
  'core.fsmonitor=',
  'core.hooksPath=/dev/null',
  'protocol.allow=never',
  'credential.helper=',
  'log.showSignature=false',
  'submodule.recurse=false',
  // These run no program, but they change what is printed, or name a file that git reads.
  'diff.orderFile=/dev/null',
  'diff.relative=false',
  'i18n.logOutputEncoding=UTF-8',
  'log.showRoot=true',
];

const NO_DRIVERS = ['--no-ext-diff', '--no-textconv', '--no-color'];

/** The only allowed commands, all of which read, with the options that keep each from running a program. */
const COMMANDS: Readonly<Record<string, readonly string[]>> = {
  'cat-file': [],
  config: ['--get'],
  diff: [...NO_DRIVERS, '--ignore-submodules=all'],
  log: [...NO_DRIVERS, '--no-show-signature'],
  'rev-parse': [],
};

/**
 * The arguments of a call with the guards added.
 * @param args options of git itself, then a command of {@link COMMANDS} and its arguments
 */
export function guardedArgs(args: readonly string[]): string[] {
  const at = args.findIndex((word, index) => !word.startsWith('-') && args[index - 1] !== '-c');
  const command = args[at] ?? '';
  const options = Object.hasOwn(COMMANDS, command) ? COMMANDS[command] : undefined;
  if (!options) throw new Error(`Purpose does not run git ${command}.`);
  const settings = SETTINGS.flatMap((setting) => ['-c', setting]);
  return ['--no-pager', ...settings, ...args.slice(0, at + 1), ...options, ...args.slice(at + 1)];
}

/** Variables that locate the user's git and its settings; all others that begin with GIT_ could redirect git. */
const KEPT = new Set(['GIT_EXEC_PATH', 'GIT_CONFIG_GLOBAL', 'GIT_CONFIG_SYSTEM', 'GIT_CONFIG_NOSYSTEM']);

/** The environment for git. */
export function guardedEnv(env: Env): Record<string, string> {
  const kept = Object.entries(env).filter(
    (entry): entry is [string, string] =>
      entry[1] !== undefined && (!/^GIT_/i.test(entry[0]) || KEPT.has(entry[0].toUpperCase())),
  );
  return {
    ...Object.fromEntries(kept),
    // Overrides every `protocol.*` setting: no server is contacted, so no transport program is run.
    GIT_ALLOW_PROTOCOL: 'none',
    GIT_PROTOCOL_FROM_USER: '0',
    GIT_NO_LAZY_FETCH: '1',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_TERMINAL_PROMPT: '0',
    // Empty means none, and overrides the setting `core.askPass`.
    GIT_ASKPASS: '',
    SSH_ASKPASS: '',
    NoDefaultCurrentDirectoryInExePath: '1',
    // We recognise git's errors by their text, which must not depend on the user's language.
    LC_ALL: 'C',
  };
}

/** The repository that git would find from a folder upwards. */
export type Found =
  | { readonly kind: 'repository' | 'bare'; readonly folder: string }
  | { readonly kind: 'none' };

/**
 * Finds the repository of a folder as git does, without starting it: most folders are in none and need no process, and
 * git before 2.38 has no `safe.bareRepository`.
 * @returns `bare` if a folder that looks like a bare repository comes before any `.git`
 */
export async function findRepository(folder: string): Promise<Found> {
  let at: string;
  try {
    // Git searches upwards from the resolved path.
    at = await realpath(folder);
  } catch {
    return { kind: 'none' };
  }
  for (; ; at = dirname(at)) {
    if (await looksLikeRepository(at)) return { kind: 'bare', folder: at };
    const inside = join(at, '.git');
    const found = await stat(inside).catch(() => undefined);
    if (found?.isFile() || (found && (await looksLikeRepository(inside)))) {
      return { kind: 'repository', folder: at };
    }
    if (dirname(at) === at) return { kind: 'none' };
  }
}

/** Accepts slightly more than git does as a repository, never less. */
async function looksLikeRepository(folder: string): Promise<boolean> {
  const has = (name: string): Promise<boolean> =>
    lstat(join(folder, name)).then(
      () => true,
      () => false,
    );
  if (!(await has('HEAD'))) return false;
  return (await has('commondir')) || ((await has('objects')) && (await has('refs')));
}
