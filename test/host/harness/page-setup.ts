import { readdir, readFile } from 'node:fs/promises';
import { extname, join, relative, resolve, sep } from 'node:path';
import type { BrowserContext, Route } from 'playwright-core';
import { memoryRoot } from '../memory-workspace/root';
import type { RunningServer } from './server';

/** `server`: the extension runs in Node, as on a remote machine. `web`: in a web worker, as on vscode.dev. */
export type BrowserHost = 'server' | 'web';

export interface Setup {
  host: BrowserHost;
  /** The extension's folder; undefined if it is installed in the server. */
  extension?: string;
  /** The folder to open. In the web host its files are copied into memory, because a page has no disk. */
  workspace?: string;
  /** A workspace file in that folder to open instead: a window with its folders. */
  workspaceFile?: string;
  /** A file to show at the start (Node host only). */
  open?: string;
  /** The suite to run inside the editor: the text of a CommonJS module with `run()`. Node reads it from `path`. */
  tests?: { path: string; source: string };
  /** Path of the built companion extension with the in-memory workspace. */
  memoryExtension: string;
  /** Where the companion extension with the language models was built to; the server of the Node host has it itself. */
  modelExtension?: string;
}

/** Prepares the context for the host and returns the address to open. */
export async function setUp(context: BrowserContext, server: RunningServer, setup: Setup): Promise<string> {
  if (setup.host === 'server') return addressOfNodeHost(server.origin, setup);
  await serveForWorker(context, server, setup);
  const payload = encodeURIComponent(JSON.stringify([['skipWelcome', 'true']]));
  const folder = opened(setup.workspace === undefined ? undefined : memoryRoot, setup.workspaceFile);
  return `${server.origin}/?${folder}&payload=${payload}`;
}

/** The address of a workbench with the extension in the Node host: the address contains all parameters. */
export function addressOfNodeHost(
  origin: string,
  {
    extension,
    workspace,
    workspaceFile,
    tests,
    open,
  }: Pick<Setup, 'extension' | 'workspace' | 'workspaceFile' | 'tests' | 'open'>,
): string {
  const remote = (path: string): string =>
    `vscode-remote://${origin.replace('http://', '')}${asUriPath(path)}`;
  const payload: [string, string][] = [['skipWelcome', 'true']];
  if (extension !== undefined) payload.push(['extensionDevelopmentPath', remote(extension)]);
  if (tests !== undefined) payload.push(['extensionTestsPath', remote(tests.path)]);
  if (open !== undefined) payload.push(['openFile', remote(open)]);
  const folder = opened(workspace === undefined ? undefined : asUriPath(workspace), workspaceFile);
  return `${origin}/?${folder}&payload=${encodeURIComponent(JSON.stringify(payload))}`;
}

/** The opened folder or workspace file, as a parameter of the address. */
function opened(folder: string | undefined, workspaceFile: string | undefined): string {
  if (folder === undefined) return 'ew=true';
  return workspaceFile === undefined
    ? `folder=${encodeURIComponent(folder)}`
    : `workspace=${encodeURIComponent(`${folder}/${workspaceFile}`)}`;
}

function asUriPath(path: string): string {
  const absolute = resolve(path).split(sep).join('/');
  return absolute.startsWith('/') ? absolute : `/${absolute}`;
}

/** VS Code runs tests in the host of the extension that contains them. */
const testsPath = 'extension/in-editor-suite.js';

const types: Record<string, string> = {
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};

/**
 * The content security policy allows the worker to load only from the page's own origin, so requests below a path that
 * the server does not have are answered here, from the disk.
 */
async function serveForWorker(context: BrowserContext, server: RunningServer, setup: Setup): Promise<void> {
  const base = `${server.staticPath}/purpose-test`;
  const authority = server.origin.replace('http://', '');
  const at = (name: string) => ({ scheme: 'http', authority, path: `${base}/${name}` });
  const extensions = [at('memory')];
  if (setup.extension !== undefined) extensions.unshift(at('extension'));
  if (setup.modelExtension !== undefined) extensions.push(at('models'));
  const folders: Record<string, string | undefined> = {
    memory: setup.memoryExtension,
    models: setup.modelExtension,
  };
  const files = setup.workspace === undefined ? {} : await filesOf(setup.workspace);

  await context.route(`${server.origin}${base}/**`, async (route: Route) => {
    const [top = '', ...rest] = new URL(route.request().url()).pathname.slice(base.length + 1).split('/');
    const contentType = types[extname(rest.at(-1) ?? '') || '.js'] ?? 'application/octet-stream';
    try {
      if (setup.tests && [top, ...rest].join('/') === testsPath) {
        return await route.fulfill({ contentType: 'text/javascript', body: setup.tests.source });
      }
      const folder = folders[top] ?? setup.extension ?? '';
      let body = await readFile(join(folder, ...rest.map(decodeURIComponent)));
      if (top === 'memory' && rest.join('/') === 'extension.js') {
        body = Buffer.concat([Buffer.from(`globalThis.purposeFiles = ${JSON.stringify(files)};\n`), body]);
      }
      await route.fulfill({ contentType, body });
    } catch {
      await route.fulfill({ status: 404, body: 'not found' });
    }
  });

  await context.route(
    (url) => url.origin === server.origin && url.pathname === '/',
    async (route) => {
      const response = await route.fetch();
      const options: Record<string, unknown> = { extensions };
      if (setup.tests) options.extensionTestsPath = at(testsPath);
      await route.fulfill({ response, body: withDevelopmentOptions(await response.text(), options) });
    },
  );
}

function withDevelopmentOptions(page: string, developmentOptions: Record<string, unknown>): string {
  const settings = /(<meta id="vscode-workbench-web-configuration" data-settings=")([^"]*)(")/;
  if (!settings.test(page))
    throw new Error("The workbench's page has no configuration to add the extension to.");
  return page.replace(settings, (_, before: string, escaped: string, after: string) => {
    const configuration = JSON.parse(escaped.replaceAll('&quot;', '"').replaceAll('&amp;', '&'));
    const text = JSON.stringify({ ...configuration, developmentOptions });
    return before + text.replaceAll('&', '&amp;').replaceAll('"', '&quot;') + after;
  });
}

/** Path (with `/`, relative to `folder`) to content in Base64, of every file below it. */
async function filesOf(folder: string): Promise<Record<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files: Record<string, string> = {};
  for (const entry of entries) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    files[relative(folder, path).split(sep).join('/')] = (await readFile(path)).toString('base64');
  }
  return files;
}
