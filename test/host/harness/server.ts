import { spawn } from 'node:child_process';
import { cp, mkdir, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import versions from '../versions.json';
import { atExit, endTree, ownGroup, temporaryFolder, within } from './cleanup';
import { cached, installPackages, npmInstall, run } from './npm-cache';

/** VS Code's own server as installed in the cache, and the Node that it needs. */
export interface ServerProgram {
  node: string;
  vscode: string;
  version: string;
  /** Path below which the server serves static files: `/stable-<commit>/static`. */
  staticPath: string;
}

/** VS Code's server from npm, installed into the user's cache folder at first use. */
export async function findServer(): Promise<ServerProgram> {
  const version = versions['code-server'];
  const node = nodePackage();
  const packages = { 'code-server': version, ...(node ? { [node]: versions.node } : {}) };
  const folder = await cached(
    `server-${version}-${node ?? 'own-node'}-${versions.node}`,
    `Fetching VS Code's server ${version} from npm (about 800 MB, once) …`,
    async (target) => {
      await installPackages(target, packages);
      await npmInstall(join(target, 'node_modules', 'code-server', 'lib', 'vscode'));
    },
  );
  const vscode = join(folder, 'node_modules', 'code-server', 'lib', 'vscode');
  const product = JSON.parse(await readFile(join(vscode, 'product.json'), 'utf8'));
  const manifest = JSON.parse(await readFile(join(vscode, 'package.json'), 'utf8'));
  const binary = process.platform === 'win32' ? 'node.exe' : 'node';
  return {
    node: node ? join(folder, 'node_modules', node, 'bin', binary) : process.execPath,
    vscode,
    version: manifest.version,
    staticPath: `/stable-${product.commit}/static`,
  };
}

/** The npm package with Node's program for this system; undefined if the running Node is of the right version. */
function nodePackage(): string | undefined {
  if (process.versions.node.split('.')[0] === versions.node.split('.')[0]) return undefined;
  return `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
}

/** Settings that keep the editor quiet: no welcome page, prompts, downloads or suggestions. */
export const quietSettings: Record<string, unknown> = {
  'security.workspace.trust.enabled': false,
  'workbench.startupEditor': 'none',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.enableExperiments': false,
  'workbench.tips.enabled': false,
  'chat.disableAIFeatures': true,
  'files.autoSave': 'off',
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'git.openRepositoryInParentFolders': 'never',
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
};

/** Puts sockets and temporary files where they are removed with the rest, and disables the extension gallery. */
async function environment(folder: string): Promise<NodeJS.ProcessEnv> {
  const scratch = join(folder, 'tmp');
  await mkdir(scratch);
  // A socket's path is limited to about a hundred characters: keep the default if the temporary folder's path is long.
  const placed = scratch.length < 60 ? { TMPDIR: scratch, XDG_RUNTIME_DIR: scratch } : {};
  return { ...process.env, ...placed, EXTENSIONS_GALLERY: '{"serviceUrl":""}' };
}

/** The parts of our own folder that the editor reads. */
const UNPACKED = [
  'package.json',
  'README.md',
  'dist',
  'media',
  'syntaxes',
  'snippets',
  'schemas',
  'skills',
  'docs',
];

/** Installs an extension by copying its folder, or parts of it, under the name that VS Code gives it. */
async function unpackInto(extensions: string, folder: string, parts = ['.']): Promise<void> {
  const { publisher, name, version } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
  const target = join(extensions, `${publisher}.${name}-${version}`);
  await mkdir(target);
  for (const part of parts) await cp(join(folder, part), join(target, part), { recursive: true });
}

/**
 * The built-in extensions that the in-editor suite needs. A window with only these takes a quarter less processor time
 * to open.
 */
export const neededBuiltins: ReadonlySet<string> = new Set([
  'configuration-editing',
  'git',
  'git-base',
  'ipynb',
  'json',
  'markdown-basics',
  'markdown-language-features',
  'theme-defaults',
  'theme-seti',
  'yaml',
]);

/** Makes `folder` with links to the built-in extensions that `isWanted` accepts. */
async function linkBuiltins(
  isWanted: (name: string) => boolean,
  { vscode }: ServerProgram,
  folder: string,
): Promise<void> {
  const all = join(vscode, 'extensions');
  await mkdir(folder);
  for (const entry of await readdir(all, { withFileTypes: true })) {
    if (!entry.isDirectory() || !isWanted(entry.name)) continue;
    await symlink(join(all, entry.name), join(folder, entry.name), 'junction');
  }
}

export interface RunningServer {
  /** `http://127.0.0.1:PORT` */
  origin: string;
  staticPath: string;
  /** The server's output so far, for the report of a failure. */
  log(): string;
  /** Replaces the user settings for windows opened from now on. */
  writeSettings(settings: Record<string, unknown>): Promise<void>;
  /** Deletes all other user data. */
  clearUserData(): Promise<void>;
  stop(): void;
}

export interface ServerOptions {
  settings?: Record<string, unknown>;
  /** 0 (the default): any free port. */
  port?: number;
  /** A packed extension to install before the start. */
  vsix?: string;
  /**
   * The folder of an extension to install as it is. The editor then behaves as for a user; otherwise it runs in the test
   * mode that loads extensions from the address, which suppresses its messages and dialogs.
   */
  unpacked?: string;
  /** The folder of an extension to install beside ours. */
  companion?: string;
  /** Whether to load the built-in extension of this folder. Default: all. */
  builtins?: (name: string) => boolean;
}

/** Starts VS Code's server with fresh data; `stop` ends it and removes them. */
export async function startServer(
  program: ServerProgram,
  options: ServerOptions = {},
): Promise<RunningServer> {
  const data = await temporaryFolder('server');
  const extensions = join(data.path, 'extensions');
  const user = join(data.path, 'user', 'User');
  await mkdir(extensions, { recursive: true });
  await mkdir(user, { recursive: true });
  const settingsFile = join(user, 'settings.json');
  const writeSettings = (settings: Record<string, unknown> = {}): Promise<void> =>
    writeFile(settingsFile, JSON.stringify({ ...quietSettings, ...settings }));
  const clearUserData = async (): Promise<void> => {
    for (const name of await readdir(user)) {
      if (name !== 'settings.json') await rm(join(user, name), { recursive: true, force: true });
    }
  };
  await writeSettings(options.settings);
  if (options.companion !== undefined) await unpackInto(extensions, options.companion);
  const main = [join(program.vscode, 'out', 'server-main.js'), '--accept-server-license-terms'];
  const folders = ['--server-data-dir', join(data.path, 'server'), '--extensions-dir', extensions];
  if (options.builtins !== undefined) {
    const linked = join(data.path, 'builtin');
    await linkBuiltins(options.builtins, program, linked);
    folders.push('--builtin-extensions-dir', linked);
  }
  if (options.vsix !== undefined) {
    const install = ['--install-extension', options.vsix];
    await run([program.node], [...main, ...folders, ...install], data.path, 120);
  }
  if (options.unpacked !== undefined) await unpackInto(extensions, options.unpacked, UNPACKED);
  const port = options.port ?? 0;
  const child = spawn(
    program.node,
    [
      ...main,
      ...folders,
      ...['--host', '127.0.0.1', '--port', String(port), '--without-connection-token'],
      ...[
        '--user-data-dir',
        join(data.path, 'user'),
        '--telemetry-level',
        'off',
        ...(options.unpacked === undefined ? ['--enable-smoke-test-driver'] : []),
        // A closed window does not reconnect, so its extension host need not wait for it.
        ...['--reconnection-grace-time', '20'],
      ],
    ],
    { cwd: data.path, env: await environment(data.path), stdio: ['ignore', 'pipe', 'pipe'], ...ownGroup },
  );
  const end = atExit(() => endTree(child));
  const stop = (): void => {
    end();
    data.remove();
  };
  let output = '';
  try {
    const heard = new Promise<number>((resolve, reject) => {
      const listen = (chunk: Buffer): void => {
        output += chunk.toString();
        const found = /agent listening on (\d+)/.exec(output);
        if (found) resolve(Number(found[1]));
      };
      child.stdout.on('data', listen);
      child.stderr.on('data', listen);
      child.once('error', reject);
      child.once('exit', () => reject(new Error(`VS Code's server ended at its start:\n${output.trim()}`)));
    });
    const actualPort = await within(120, "VS Code's server did not start to listen", heard);
    const origin = `http://127.0.0.1:${actualPort}`;
    return { origin, staticPath: program.staticPath, log: () => output, writeSettings, clearUserData, stop };
  } catch (error) {
    stop();
    if (/EADDRINUSE/.test(output)) throw new Error(`Port ${port} is in use: choose another with --port.`);
    throw error;
  }
}
