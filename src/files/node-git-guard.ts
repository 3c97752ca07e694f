import { lstat, realpath, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';

type Env = Readonly<Record<string, string | undefined>>;

/*
 * What keeps git from running a program, or asking a server, because a folder says so. The list of what git could run,
 * and what stops it, is in docs/SECURITY-MODEL.md; each of its entries has a test.
 */

/** Settings that win over those of the repository. Git ignores the ones that its version does not know. */
const SETTINGS = [
  // A folder that merely looks like a bare repository can be committed, with settings of its own (git 2.38).
  'safe.bareRepository=explicit',
  // Empty is off in every version; `false` is the name of a program to git before 2.36.
  'core.fsmonitor=',
  'core.hooksPath=/dev/null',
  'protocol.allow=never',
  'credential.helper=',
  'log.showSignature=false',
  'submodule.recurse=false',
  // Not programs, but they change what is printed, or name a file that git reads.
  'diff.orderFile=/dev/null',
  'diff.relative=false',
  'i18n.logOutputEncoding=UTF-8',
  'log.showRoot=true',
];

const NO_DRIVERS = ['--no-ext-diff', '--no-textconv', '--no-color'];

/** The only commands that are run, all of which read, with the options that keep each from running a program. */
const COMMANDS: Readonly<Record<string, readonly string[]>> = {
  'cat-file': [],
  config: ['--get'],
  diff: [...NO_DRIVERS, '--ignore-submodules=all'],
  log: [...NO_DRIVERS, '--no-show-signature'],
  'rev-parse': [],
  show: [...NO_DRIVERS, '--no-show-signature'],
};

/**
 * The words of a call with the guards put in.
 * @param args options of git itself, then a command of {@link COMMANDS} and its words
 */
export function guardedArgs(args: readonly string[]): string[] {
  const at = args.findIndex((word, index) => !word.startsWith('-') && args[index - 1] !== '-c');
  const command = args[at] ?? '';
  const options = Object.hasOwn(COMMANDS, command) ? COMMANDS[command] : undefined;
  if (!options) throw new Error(`Purpose does not run git ${command}.`);
  const settings = SETTINGS.flatMap((setting) => ['-c', setting]);
  return ['--no-pager', ...settings, ...args.slice(0, at + 1), ...options, ...args.slice(at + 1)];
}

/** What says where the user's own git is installed and set up; all else that begins with GIT_ leads git elsewhere. */
const KEPT = new Set(['GIT_EXEC_PATH', 'GIT_CONFIG_GLOBAL', 'GIT_CONFIG_SYSTEM', 'GIT_CONFIG_NOSYSTEM']);

/** The environment that git is started in. */
export function guardedEnv(env: Env): Record<string, string> {
  const kept = Object.entries(env).filter(
    (entry): entry is [string, string] =>
      entry[1] !== undefined && (!/^GIT_/i.test(entry[0]) || KEPT.has(entry[0].toUpperCase())),
  );
  return {
    ...Object.fromEntries(kept),
    // Stands above every `protocol.*` setting: no server is asked, so none of the programs that reach one is run.
    GIT_ALLOW_PROTOCOL: 'none',
    GIT_PROTOCOL_FROM_USER: '0',
    GIT_NO_LAZY_FETCH: '1',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_TERMINAL_PROMPT: '0',
    // Empty means none, and stands above the setting `core.askPass`.
    GIT_ASKPASS: '',
    SSH_ASKPASS: '',
    NoDefaultCurrentDirectoryInExePath: '1',
    // Why git failed is told apart by its words: they must not depend on the user's language.
    LC_ALL: 'C',
  };
}

/** What git would find from a folder upwards. */
export type Found =
  | { readonly kind: 'repository' | 'bare'; readonly folder: string }
  | { readonly kind: 'none' };

/**
 * Looks for the repository of a folder as git does, without starting it: most folders need no process to learn that
 * they are in none, and git before 2.38 has no `safe.bareRepository`.
 * @returns `bare` where a folder that looks like a bare repository comes before any `.git`
 */
export async function findRepository(folder: string): Promise<Found> {
  let at: string;
  try {
    // Git looks upwards from where links lead.
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

/** A little more than git takes for a repository, never less. */
async function looksLikeRepository(folder: string): Promise<boolean> {
  const has = (name: string): Promise<boolean> =>
    lstat(join(folder, name)).then(
      () => true,
      () => false,
    );
  if (!(await has('HEAD'))) return false;
  return (await has('commondir')) || ((await has('objects')) && (await has('refs')));
}
