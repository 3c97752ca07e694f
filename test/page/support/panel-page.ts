import { readFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright-core';
import type { ToPanel } from '../../../src/panel/protocol';
import looks from '../webview-looks.json';
import { blankPage } from './browser';

export type Theme = keyof typeof looks.themes;
export const THEMES = Object.keys(looks.themes) as Theme[];

/** The origin of the page; no request reaches a network. */
const ORIGIN = 'http://panel.test';

/** The panel's content security policy, with our origin instead of the editor's. */
const html = (language: string) => `<!DOCTYPE html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src ${ORIGIN}; script-src 'nonce-n'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Refinement history</title>
<link rel="stylesheet" href="${ORIGIN}/editor.css">
<link rel="stylesheet" href="${ORIGIN}/panel.css">
</head>
<body>
<script nonce="n" src="${ORIGIN}/panel.js"></script>
</body>
</html>`;

export interface PanelOptions {
  theme?: Theme;
  /** CSS pixels. */
  width?: number;
  height?: number;
  /** The state that the panel saved when it was hidden. */
  state?: unknown;
}

/** The panel as a web page: the case plays the role of the extension. */
export class PanelPage {
  private constructor(readonly page: Page) {}

  static async open({
    theme = 'light',
    width = 400,
    height = 900,
    state,
  }: PanelOptions = {}): Promise<PanelPage> {
    const page = await blankPage({ width, height });
    const files: Readonly<Record<string, () => Promise<string> | string>> = {
      '/': () => html('en'),
      '/editor.css': () => looks.defaultStyles + variablesOf(theme),
      '/panel.css': () => readFile('dist/panel.css', 'utf8'),
      '/panel.js': () => readFile('dist/panel.js', 'utf8'),
    };
    const types = { css: 'text/css', js: 'text/javascript' } as Readonly<Record<string, string>>;
    await page.route('**/*', async (route) => {
      const { origin, pathname } = new URL(route.request().url());
      const file = origin === ORIGIN ? files[pathname] : undefined;
      if (!file) return route.fulfill({ status: pathname === '/favicon.ico' ? 204 : 404, body: '' });
      const contentType = types[pathname.split('.')[1] ?? ''] ?? 'text/html';
      return route.fulfill({ contentType, body: await file() });
    });
    await page.addInitScript(`
      globalThis.posted = [];
      globalThis.kept = ${JSON.stringify(state ?? null)};
      globalThis.acquireVsCodeApi = () => ({
        postMessage: (message) => void globalThis.posted.push(message),
        getState: () => globalThis.kept ?? undefined,
        setState: (state) => void (globalThis.kept = state),
      });
      addEventListener('DOMContentLoaded', () => {
        document.body.className = ${JSON.stringify(looks.themes[theme].bodyClass)};
      });
    `);
    await page.goto(ORIGIN);
    const panel = new PanelPage(page);
    await panel.posts({ type: 'ready' });
    return panel;
  }

  async send(...messages: readonly ToPanel[]): Promise<void> {
    for (const message of messages) {
      await this.page.evaluate(`globalThis.postMessage(${JSON.stringify(message)}, '*')`);
    }
  }

  /** Waits until the panel has posted this and nothing else since the last call. */
  async posts(...expected: readonly unknown[]): Promise<void> {
    const text = JSON.stringify(expected);
    await this.page.waitForFunction(
      `JSON.stringify(globalThis.posted) === ${JSON.stringify(text)} && (globalThis.posted = []) !== null`,
    );
  }

  /** The state that the panel saves for the next time. */
  kept(): Promise<unknown> {
    return this.page.evaluate('globalThis.kept');
  }

  locator(selector: string, options?: Parameters<Page['locator']>[1]): Locator {
    return this.page.locator(selector, options);
  }

  get entries(): Locator {
    return this.page.locator('.entry');
  }

  kinds(): Promise<string[]> {
    return this.page.locator('.entry .kind').allTextContents();
  }

  /** A short description of the focused element. */
  focused(): Promise<string> {
    return this.page.evaluate<string>(`(() => {
      const element = document.activeElement;
      if (!element || element === document.body) return 'nothing';
      return element.getAttribute('role') ?? (element.className || element.localName);
    })()`);
  }

  focusedText(): Promise<string> {
    return this.page.evaluate<string>('document.activeElement?.textContent ?? ""');
  }

  overflows(): Promise<boolean> {
    return this.page.evaluate<boolean>(
      'document.documentElement.scrollWidth > document.documentElement.clientWidth',
    );
  }
}

function variablesOf(theme: Theme): string {
  const { variables } = looks.themes[theme];
  const lines = Object.entries(variables).map(([name, value]) => `${name}: ${value};`);
  // The editor paints the side bar behind the webview, whose own background is transparent.
  return `:root { ${lines.join(' ')} --vscode-font-family: system-ui, sans-serif; background: var(--vscode-sideBar-background); }`;
}
