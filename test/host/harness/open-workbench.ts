import { appendFile, cp, mkdir, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Browser, BrowserContext, Frame, Locator, Page } from 'playwright-core';
import { step } from '../../runner/steps';
import { draw, drawNothing, findChromium, launchChromium } from './chromium';
import { temporaryFolder } from './cleanup';
import { type BrowserHost, setUp } from './page-setup';
import { built, project } from './paths';
import { findServer, neededBuiltins, type RunningServer, startServer } from './server';

export const themes = {
  light: 'Light Modern',
  dark: 'Dark Modern',
  'high-contrast': 'Default High Contrast',
  'high-contrast-light': 'Default High Contrast Light',
} as const;

export type Theme = keyof typeof themes;

export interface WorkbenchOptions {
  /** A folder whose copy is opened; without it, an empty folder is opened. */
  workspace?: string;
  /** The folder in it that the window opens. Default: all of it. */
  below?: string;
  /** A `.code-workspace` file in that folder: the window opens its folders. */
  workspaceFile?: string;
  /** Default: `light`. */
  theme?: Theme;
  /** Size of the window in CSS pixels. Default: 1280 by 800. */
  width?: number;
  height?: number;
  /** Device pixels per CSS pixel. Default: 1. */
  scale?: number;
  /** User settings. */
  settings?: Record<string, unknown>;
  /** `server` (default): extension in Node. `web`: extension in a web worker, the folder in memory. */
  host?: BrowserHost;
  /** Installs this packed extension instead of loading the project's folder (`server` only). */
  vsix?: string;
}

/** A running editor, driven from outside. Every wait is for something visible, at most 45 seconds. */
export interface Workbench {
  page: Page;
  /** The copy of the folder that the editor has open; in the web host its files are in memory instead. */
  workspace: string;
  /** Runs a command by its name in the command palette: `Purpose: New from Template…`. */
  runCommand(name: string): Promise<void>;
  /** Opens a file of the folder (path with `/`) and waits until its tab is active. */
  openFile(path: string): Promise<void>;
  /** Writes the folder's settings (`server` only); the window applies them within a moment. */
  set(settings: Record<string, unknown>): Promise<void>;
  /** Lets the window draw, and waits until extensions are activated and the page has stopped changing. */
  settle(): Promise<void>;
  /** Waits until the editor lists our extension as activated, and returns its status text. */
  waitForActivation(): Promise<string>;
  /**
   * The document in our webview, or in another extension's: `webview({ extension: 'vscode.markdown-language-features'
   * })`.
   */
  webview(which?: { extension?: string; title?: string }): Promise<Frame>;
  /** Whether it is still there: the next `openWorkbench` closes it. */
  isOpen(): boolean;
  close(): Promise<void>;
}

const patience = 80_000;

interface Programs {
  server: RunningServer;
  browser: Browser;
  /** Windows of this context share a cache of the editor's files, which saves most of the startup time. */
  context: BrowserContext;
  /** The page of the last window in this context: its process has the editor's code compiled. */
  page?: Page;
}

const builtins = (name: string): boolean => neededBuiltins.has(name);

let shared: Promise<Programs> | undefined;

/** The one server and the one browser of this process; both end with it. */
function sharedPrograms(): Promise<Programs> {
  shared ??= startPrograms();
  return shared;
}

async function startPrograms(): Promise<Programs> {
  const server = await startServer(await findServer(), { builtins });
  const browser = await launchChromium(await findChromium());
  return { server, browser, context: await newContext(browser) };
}

/** Ends the programs of `openWorkbench`, so that the process can exit. */
export async function endPrograms(): Promise<void> {
  const programs = await shared;
  shared = undefined;
  await programs?.browser.close();
  programs?.server.stop();
}

async function newContext(browser: Browser, deviceScaleFactor = 1): Promise<BrowserContext> {
  const context = await browser.newContext({
    deviceScaleFactor,
    reducedMotion: 'reduce',
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  context.setDefaultTimeout(patience);
  return context;
}

/** The page to open a window in: in the shared context always the same, which halves the time of each further window. */
async function pageOf(programs: Programs, context: BrowserContext): Promise<Page> {
  if (context !== programs.context) return newPage(context);
  if (programs.page === undefined || programs.page.isClosed()) programs.page = await newPage(context);
  return programs.page;
}

async function newPage(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  await drawNothing(page);
  return page;
}

/** Clears the browser storage of the editor, so that a page has no state of earlier windows. */
async function clearStorage(page: Page, origin: string): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const storageTypes = 'cookies,local_storage,indexeddb';
  await session.send('Storage.clearDataForOrigin', { origin, storageTypes });
  await session.detach();
}

/** Ends the window in a page, so that the next one can open in it. */
async function leave(page: Page): Promise<void> {
  page.removeAllListeners('console');
  await page.goto('about:blank');
}

let last: Workbench | undefined;

/**
 * Opens a window with the extension, a folder and fresh user data; `close` removes them. It closes the last one, because
 * they have one page and the user data in common.
 */
export async function openWorkbench(options: WorkbenchOptions = {}): Promise<Workbench> {
  const { host = 'server', theme = 'light', width = 1280, height = 800, scale = 1 } = options;
  const programs = await sharedPrograms();
  await last?.close();
  const folder = await temporaryFolder('workbench');
  const workspace = join(folder.path, basename(options.workspace ?? 'workspace'));
  if (options.workspace === undefined) await mkdir(workspace);
  else await cp(options.workspace, workspace, { recursive: true });
  const undo: (() => void | Promise<void>)[] = [folder.remove];
  const close = async (): Promise<void> => {
    for (const step of undo.splice(0).reverse()) await step();
  };
  const settings = { 'workbench.colorTheme': themes[theme], ...options.settings };
  try {
    let { server, context } = programs;
    if (options.vsix === undefined) {
      await server.clearUserData();
      await server.writeSettings(settings);
    } else {
      server = await startServer(await findServer(), { settings, vsix: options.vsix, builtins });
      undo.push(server.stop);
    }
    // Requests that we answer are never cached, so such a window needs a separate context.
    if (host === 'web' || options.vsix !== undefined || scale !== 1) {
      const own = await newContext(programs.browser, scale);
      undo.push(() => own.close());
      context = own;
    }
    const address = await setUp(context, server, {
      host,
      workspace: join(workspace, options.below ?? '.'),
      memoryExtension: built.memoryExtension,
      ...(options.workspaceFile === undefined ? {} : { workspaceFile: options.workspaceFile }),
      ...(options.vsix === undefined ? { extension: project } : {}),
    });
    const page = await pageOf(programs, context);
    undo.push(() => (context === programs.context ? leave(page) : page.close()));
    await clearStorage(page, server.origin);
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ colorScheme: theme.endsWith('light') ? 'light' : 'dark' });
    step(`opening ${basename(workspace)}`);
    await page.goto(address, { waitUntil: 'domcontentloaded', timeout: 90_000 });
    await opened(page, options.workspaceFile && join(workspace, options.below ?? '.', options.workspaceFile));
    if (host === 'server' && options.workspaceFile === undefined)
      await watchesDisk(page, join(workspace, options.below ?? '.'));
    last = {
      page,
      workspace,
      runCommand: (name) => runCommand(page, name),
      openFile: (path) => openFile(page, host, path),
      set: async (changed) => {
        await mkdir(join(workspace, '.vscode'), { recursive: true });
        await writeFile(join(workspace, '.vscode', 'settings.json'), JSON.stringify(changed));
      },
      settle: () => settle(page),
      waitForActivation: () => waitForActivation(page),
      webview: (which) => webview(page, which),
      isOpen: () => undo.length > 0,
      close,
    };
    return last;
  } catch (error) {
    await close();
    throw error;
  }
}

/**
 * Waits for the status bar and the files; if they do not appear, the error says what the window shows instead.
 * @param workspaceFile a window with such a file may read it before it can, show no folder, and read it again only when it
 * changes: so it is changed until there is one
 */
async function opened(page: Page, workspaceFile: string | undefined): Promise<void> {
  const files = page.locator('.explorer-folders-view .monaco-list');
  const end = Date.now() + 90_000;
  try {
    await page.locator('.monaco-workbench .part.statusbar').waitFor({ timeout: 90_000 });
    while (workspaceFile !== undefined && Date.now() < end) {
      try {
        return await files.waitFor({ state: 'attached', timeout: 4000 });
      } catch {
        await appendFile(workspaceFile, '\n');
      }
    }
    await files.waitFor({ state: 'attached', timeout: 90_000 });
  } catch (error) {
    const shown = await page.locator('body').innerText({ timeout: 5000 });
    throw new Error(`The window shows no files, but: ${shown.replace(/\s+/g, ' ').slice(0, 500)}`, {
      cause: error,
    });
  }
}

/**
 * Waits until the editor notices changes on the disk: it shows the folder before its watcher has started, and what
 * happens in between goes unnoticed. No event says so, so files are added until the explorer lists one.
 */
async function watchesDisk(page: Page, workspace: string): Promise<void> {
  const end = Date.now() + patience;
  const added: string[] = [];
  try {
    for (let timeout = 500; ; timeout = Math.min(2 * timeout, 4000)) {
      const name = `watched-${added.length}.txt`;
      added.push(name);
      await writeFile(join(workspace, name), '');
      try {
        return await page
          .locator('.explorer-folders-view .monaco-list-row', { hasText: 'watched-' })
          .first()
          .waitFor({ state: 'attached', timeout });
      } catch (error) {
        if (Date.now() > end) throw new Error('The editor does not watch its folder.', { cause: error });
      }
    }
  } finally {
    for (const name of added) await rm(join(workspace, name));
  }
}

async function runCommand(page: Page, name: string): Promise<void> {
  step(name);
  const row = page.locator('.quick-input-list .monaco-list-row').filter({ hasText: name }).first();
  await chooseRow(page, 'F1', `>${name}`, row);
}

/**
 * Chooses a row of a quick input. The list is built once, when it opens, and lacks commands of an extension that is
 * still loading and files that were just written. It is therefore reopened until the row is there, soon at first and
 * later at the pace of a slow machine, on which the list itself takes seconds.
 */
async function chooseRow(page: Page, key: string, text: string, row: Locator): Promise<void> {
  const end = Date.now() + patience;
  for (let timeout = 1000; ; timeout = Math.min(2 * timeout, 8000)) {
    await askQuickInput(page, key, text);
    try {
      await row.waitFor({ timeout });
      // A click that is slow must not be taken for one that failed: Escape would close what it has opened.
      return await row.click({ timeout: 20_000 });
    } catch (error) {
      if (Date.now() > end) throw new Error(`Nothing is listed for "${text}".`, { cause: error });
      await page.keyboard.press('Escape');
    }
  }
}

/**
 * Opens the quick input by its key and types into it. A key press can get lost if it comes too early or while another
 * quick input closes.
 */
async function askQuickInput(page: Page, key: string, text: string): Promise<void> {
  const end = Date.now() + patience;
  for (;;) {
    await page.keyboard.press(key);
    try {
      return await page.locator('.quick-input-widget input').first().fill(text, { timeout: 2000 });
    } catch (error) {
      if (Date.now() > end) throw error;
    }
  }
}

async function openFile(page: Page, host: BrowserHost, path: string): Promise<void> {
  step(path);
  const segments = path.split('/');
  const name = segments.at(-1) ?? path;
  if (host === 'web') {
    // No search provider covers a folder in memory, so quick open finds nothing there; the tree does.
    if (!(await page.locator('.explorer-folders-view').isVisible()))
      await runCommand(page, 'View: Show Explorer');
    for (const segment of segments) {
      const item = page.locator('.explorer-folders-view').getByRole('treeitem', { name: segment }).first();
      if ((await item.getAttribute('aria-expanded')) !== 'true') await item.click();
    }
  } else {
    // Until the search answers, the list contains files of the same name from other folders.
    const folder = segments.slice(0, -1).join('/');
    const rows = page.locator('.quick-input-list .monaco-list-row').filter({ hasText: name });
    await chooseRow(page, 'ControlOrMeta+P', path, rows.filter({ hasText: folder }).first());
  }
  await page.locator(`.tab.active[data-resource-name="${name}"]`).waitFor();
  await page.locator('.editor-instance .view-lines').first().waitFor();
}

/** Waits until nothing changes: the status bar shows no progress, and two consecutive screenshots are equal. */
async function settle(page: Page): Promise<void> {
  await draw(page);
  // A pointer over a tab or a row would show its tooltip.
  await page.mouse.move(1, 1);
  await page.waitForFunction('document.querySelector(".statusbar-item .codicon-loading") === null');
  const end = Date.now() + patience;
  let before: Buffer = Buffer.alloc(0);
  while (Date.now() < end) {
    const now = await page.screenshot({ animations: 'disabled', caret: 'hide' });
    if (now.equals(before)) return;
    before = now;
    await page.waitForTimeout(300);
  }
}

async function waitForActivation(page: Page): Promise<string> {
  await runCommand(page, 'Developer: Show Running Extensions');
  const rows = page.locator('.runtime-extensions-editor .monaco-list-row');
  await rows.first().click({ position: { x: 5, y: 5 } });
  // An installed extension is listed by its display name, one under development by its id.
  const row = rows
    .filter({ hasText: /Activation: \d+ms/ })
    .filter({ has: page.getByText(/^(Purpose|purpose-md\.purpose-md)$/) });
  // The list is virtual, slowest activation first, and changes while extensions start: page through it repeatedly.
  const end = Date.now() + patience;
  for (let turn = 0; !(await row.isVisible()) && Date.now() < end; turn++) {
    await page.keyboard.press(turn % 6 === 0 ? 'Home' : 'PageDown');
    await page.waitForTimeout(200);
  }
  await row.waitFor({ timeout: 1000 });
  const text = (await row.textContent()) ?? '';
  await page.keyboard.press('Escape');
  return text;
}

async function webview(
  page: Page,
  { extension = 'purpose-md.purpose-md', title }: { extension?: string; title?: string } = {},
): Promise<Frame> {
  const outer = page.frameLocator(`iframe.webview.ready[src*="extensionId=${extension}"]`).first();
  const inner = title === undefined ? 'iframe#active-frame' : `iframe#active-frame[title="${title}"]`;
  const element = outer.locator(inner);
  await element.waitFor({ state: 'attached' });
  const frame = await (await element.elementHandle())?.contentFrame();
  if (!frame) throw new Error(`The webview ${title ?? `of ${extension}`} has gone.`);
  await frame.waitForLoadState('domcontentloaded');
  return frame;
}
