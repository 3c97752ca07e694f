import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { atExit, endTree, ownGroup, within } from './cleanup';

/** Where VS Code and the browser are cached between runs: the user's cache folder, not `node_modules`. */
export function cacheFolder(): string {
  const base =
    process.env.XDG_CACHE_HOME ||
    (process.platform === 'darwin' && join(homedir(), 'Library', 'Caches')) ||
    (process.platform === 'win32' && process.env.LOCALAPPDATA) ||
    join(homedir(), '.cache');
  return join(base, 'purpose-md');
}

/**
 * The folder `name` of the cache, created by `fill` if it is missing. It is filled under a temporary name and then
 * renamed, so that an aborted or concurrent run never leaves or sees a partial installation.
 */
export async function cached(
  name: string,
  announcement: string,
  fill: (folder: string) => Promise<void>,
): Promise<string> {
  const target = join(cacheFolder(), name);
  if (existsSync(target)) return target;
  console.log(announcement);
  await mkdir(cacheFolder(), { recursive: true });
  const partial = await mkdtemp(join(cacheFolder(), `.partial-${name}-`));
  const stop = reportGrowth(partial);
  try {
    await fill(partial);
    await rename(partial, target).catch((error) => {
      if (!existsSync(target)) throw error;
    });
  } finally {
    stop();
    await rm(partial, { recursive: true, force: true });
  }
  return target;
}

/** Reports every 30 s how much has arrived while the size grows: a slow download does not hang. */
function reportGrowth(folder: string): () => void {
  let before = 0;
  const timer = setInterval(async () => {
    const megabytes = Math.round((await sizeOf(folder)) / 1e6);
    if (megabytes > before) console.log(`Fetching … ${megabytes} MB so far`);
    before = Math.max(before, megabytes);
  }, 30_000);
  return () => clearInterval(timer);
}

/** Bytes in all files below `folder`; a file that disappears meanwhile counts as 0. */
async function sizeOf(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  let size = 0;
  for (const entry of entries) {
    if (!entry.isFile()) continue;
    size += await stat(join(entry.parentPath, entry.name)).then(
      (file) => file.size,
      () => 0,
    );
  }
  return size;
}

/** Installs packages into a separate folder, without running their scripts. */
export async function installPackages(folder: string, dependencies: Record<string, string>): Promise<void> {
  await writeFile(join(folder, 'package.json'), JSON.stringify({ private: true, dependencies }));
  await npmInstall(folder);
}

/** `npm install` for users (not developers) of the package in `folder`; at most half an hour. */
export async function npmInstall(folder: string): Promise<void> {
  const args = ['install', '--prefix', folder, '--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund'];
  await run(npmCommand(), [...args, '--no-update-notifier', '--loglevel=error'], folder, 1800);
}

/** Runs a program to its end; its output appears only in the error if it fails. */
export async function run(
  command: readonly string[],
  args: readonly string[],
  cwd: string,
  limitSeconds: number,
  env: NodeJS.ProcessEnv = {},
): Promise<string> {
  const [program = '', ...first] = command;
  const child = spawn(program, [...first, ...args], {
    cwd,
    env: { ...outerEnvironment(), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32' && !program.includes('\\'),
    ...ownGroup,
  });
  const end = atExit(() => endTree(child));
  let output = '';
  child.stdout.on('data', (chunk) => {
    output += chunk;
  });
  child.stderr.on('data', (chunk) => {
    output += chunk;
  });
  const what = [program, ...args].join(' ');
  try {
    const code = await within(
      limitSeconds,
      `${what} did not finish`,
      new Promise<number | null>((resolve, reject) => {
        child.once('error', reject);
        child.once('close', resolve);
      }),
    );
    if (code !== 0) throw new Error(`${what} failed in ${cwd}:\n${output.trim()}`);
    return output;
  } finally {
    end();
  }
}

function npmCommand(): string[] {
  const script = process.env.npm_execpath;
  return script && /npm-cli\.c?js$/.test(script) ? [process.execPath, script] : ['npm'];
}

/** The environment without the variables of an outer `npm run`, which would lead an inner npm back to this project. */
function outerEnvironment(): NodeJS.ProcessEnv {
  const own = /^(npm_(package|lifecycle|command|node_execpath|config_(local_)?prefix)|INIT_CWD)/;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !own.test(name)));
}
