import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import versions from '../versions.json';
import { cached, installPackages, run } from './npm-cache';

/** A browser to drive: the program, its environment, and its origin (for the line that reports it). */
export interface ChromiumProgram {
  executable: string;
  env: Record<string, string>;
  origin: string;
}

/**
 * CHROME_PATH, else an installed Chromium or Chrome, else (Linux x64) one from npm. Throws an error that says what to
 * install.
 */
export async function findChromium(): Promise<ChromiumProgram> {
  const given = process.env.CHROME_PATH;
  if (given) {
    if (!isProgram(given)) throw new Error(`CHROME_PATH is ${given}, which is not a program.`);
    return { executable: given, env: {}, origin: 'CHROME_PATH' };
  }
  const installed = installedBrowsers().find(isProgram);
  if (installed) return { executable: installed, env: {}, origin: installed };
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('No Chromium found. Install Chrome or Chromium, or set CHROME_PATH to one.');
  }
  return fromNpm();
}

function installedBrowsers(): string[] {
  if (process.platform === 'darwin') {
    const names = ['Google Chrome', 'Chromium', 'Microsoft Edge'];
    return names.map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`);
  }
  if (process.platform === 'win32') {
    const roots = ['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA'].map(
      (name) => process.env[name] ?? '',
    );
    const paths = ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'];
    return roots.flatMap((root) => paths.map((path) => join(root, path)));
  }
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  return folders.flatMap((folder) => names.map((name) => join(folder, name)));
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

async function fromNpm(): Promise<ChromiumProgram> {
  const version = versions['@sparticuz/chromium'];
  const folder = await cached(
    `chromium-${version}`,
    `Fetching Chromium ${version.split('.')[0]} from npm (about 250 MB, once) …`,
    async (target) => {
      await installPackages(target, { '@sparticuz/chromium': version });
      // The package unpacks itself into the temporary folder, and its system libraries only if it detects AWS Lambda.
      // Environment variables are the only way to configure both.
      const unpack =
        "import('@sparticuz/chromium').then(({ default: chromium }) => chromium.executablePath())";
      await run([process.execPath], ['-e', unpack], target, 600, {
        TMPDIR: target,
        AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x',
      });
      if (!existsSync(join(target, 'chromium')))
        throw new Error(`@sparticuz/chromium ${version} unpacked nothing.`);
    },
  );
  const libraries = [join(folder, 'al2023', 'lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':');
  return {
    executable: join(folder, 'chromium'),
    env: { LD_LIBRARY_PATH: libraries },
    origin: `@sparticuz/chromium ${version}`,
  };
}

/** Starts a headless browser that ends with this process at the latest. */
export async function launchChromium(program: ChromiumProgram): Promise<Browser> {
  const browser = await chromium.launch({
    executablePath: program.executable,
    env: { ...(process.env as Record<string, string>), ...program.env },
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      // Collecting garbage less often saves an eighth of the processor time of a window that lives for a minute.
      '--js-flags=--min-semi-space-size=64 --max-semi-space-size=128',
    ],
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    timeout: 120_000,
  });
  return browser;
}

/**
 * Keeps a page from drawing, which takes a quarter of the browser's processor time: layout, focus, clicks and Playwright's
 * idea of what is visible stay as they are. `draw` ends it.
 */
export async function drawNothing(page: Page): Promise<void> {
  // The script runs in each frame; a frame in a page that is not drawn is not drawn either.
  await page.addInitScript(`if (self === top) {
    const hide = () => document.documentElement.style.setProperty('opacity', '0');
    if (document.documentElement) hide();
    else new MutationObserver((_, observer) => {
      if (!document.documentElement) return;
      observer.disconnect();
      hide();
    }).observe(document, { childList: true });
  }`);
}

/** Lets a page draw again. */
export async function draw(page: Page): Promise<void> {
  await page.evaluate("document.documentElement.style.removeProperty('opacity')");
}
