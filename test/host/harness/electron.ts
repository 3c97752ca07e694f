import { spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { downloadAndUnzipVSCode, SilentReporter } from '@vscode/test-electron';
import versions from '../versions.json';
import { atExit, endTree, ownGroup, temporaryFolder, within } from './cleanup';
import { cacheFolder } from './npm-cache';
import { built, project } from './paths';
import { type Outcome, SuiteReport } from './report';
import type { SuiteRun } from './run-in-browser';
import { quietSettings } from './server';
import { suiteSource } from './suite-source';

/** Desktop VS Code and the prefix of its command line (`xvfb-run` on Linux without a display). */
export interface ElectronProgram {
  executable: string;
  wrapper: string[];
}

/** Desktop VS Code in the pinned version, downloaded at first use. Throws the reason if it is not available. */
export async function findElectron(): Promise<ElectronProgram> {
  const wrapper = displayWrapper();
  const cachePath = join(cacheFolder(), 'desktop');
  await mkdir(cachePath, { recursive: true });
  const download = downloadAndUnzipVSCode({
    version: wantedVersion(),
    cachePath,
    reporter: new SilentReporter(),
    timeout: 15_000,
  });
  const executable = await within(1800, 'the download did not finish', download);
  return { executable, wrapper };
}

/** The pinned version; `PURPOSE_VSCODE` selects another one, `oldest` the oldest that the manifest allows. */
function wantedVersion(): string {
  const asked = process.env.PURPOSE_VSCODE;
  if (asked !== 'oldest') return asked || versions.electron;
  const { engines } = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8'));
  return engines.vscode.replace(/^\D+/, '');
}

function displayWrapper(): string[] {
  if (process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY) return [];
  if (spawnSync('xvfb-run', ['--help'], { stdio: 'ignore' }).error) {
    throw new Error('there is no display and no xvfb-run');
  }
  return ['xvfb-run', '-a'];
}

/** Runs the suite in desktop VS Code. */
export async function runInElectron(
  program: ElectronProgram,
  { grep, verbose, messages }: SuiteRun,
): Promise<Outcome> {
  const report = new SuiteReport({ verbose, messages, host: 'electron' });
  const folder = await temporaryFolder('desktop');
  const workspace = join(folder.path, 'workspace');
  const user = join(folder.path, 'data', 'User');
  await mkdir(workspace);
  await mkdir(user, { recursive: true });
  await writeFile(join(user, 'settings.json'), JSON.stringify(quietSettings));
  const tests = await suiteSource({ host: 'node', ...(grep === undefined ? {} : { grep }) }, folder.path);
  const [command = '', ...args] = [
    ...program.wrapper,
    program.executable,
    workspace,
    `--extensionDevelopmentPath=${project}`,
    `--extensionDevelopmentPath=${built.modelExtension}`,
    `--extensionTestsPath=${tests.path}`,
    `--user-data-dir=${join(folder.path, 'data')}`,
    `--extensions-dir=${join(folder.path, 'extensions')}`,
    ...[
      '--no-sandbox',
      '--disable-gpu',
      '--disable-updates',
      '--disable-workspace-trust',
      '--disable-telemetry',
    ],
    // It answers the question for language models late, or not at all where it cannot reach its service.
    '--disable-extension=GitHub.copilot-chat',
    ...['--skip-welcome', '--skip-release-notes', '--no-cached-data'],
  ];
  const env = { ...process.env };
  delete env.ELECTRON_RUN_AS_NODE;
  const child = spawn(command, args, { env, stdio: ['ignore', 'pipe', 'pipe'], ...ownGroup });
  const end = atExit(() => endTree(child));
  try {
    const ended = new Promise<void>((resolve, reject) => {
      for (const stream of [child.stdout, child.stderr]) {
        let unfinished = '';
        stream.setEncoding('utf8').on('data', (chunk: string) => {
          const lines = (unfinished + chunk).split('\n');
          unfinished = lines.pop() ?? '';
          for (const line of lines) report.read(line);
        });
        stream.once('end', () => report.read(unfinished));
      }
      child.once('error', reject);
      child.once('close', () => resolve());
    });
    await Promise.race([ended, report.quiet]);
  } catch (error) {
    report.fail(error instanceof Error ? error.message : String(error));
  } finally {
    end();
    folder.remove();
  }
  return report.close();
}
